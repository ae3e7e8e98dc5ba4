"""Words that answer one of the five yes/no questions only under a proviso, and words that rule an answer out.

Only data, like `flag_cues`; `flags` knows whether a proviso holds.
"""

from citydesk.read.what.flag_cues import Cue
from citydesk.read.what.flag_words import (
    GUN,
    HANDLING,
    OWNER,
    PARENT,
    RELATED,
    WENT_OFF,
)

FOUGHT: dict[str, tuple[Cue, ...]] = {
    "shot_by_officer": (
        Cue(
            r"\b(?:[Ss]hoot-?out|exchang\w+ (?:of )?(?:gun)?fire|gun ?battle|gun ?fight|return(?:ed|ing)? fire|"
            r"fired back)\b",
            "after an exchange of gunfire",
        ),
    ),
}
"""Answers of yes where an officer was shot, and a suspect who did not shoot himself."""

NOT_OWN: dict[str, tuple[Cue, ...]] = {
    "domestic": (
        Cue(
            rf"\b(?:{OWNER}|the) ?{RELATED}(?: who [^,.;]{{0,30}})?,? (?:[A-Z]\w+,? ){{0,3}}(?:,? ?\d{{1,2}},? )?"
            rf"(?:was|had been|were) (?:\w+ )?(?:{HANDLING}|carrying|looking at) (?:at )?(?:a|the|his|her|their) "
            rf"(?:[\w-]+ ){{0,3}}{GUN}",
            "her uncle was cleaning his rifle",
        ),
        Cue(
            rf"\b{PARENT} faces? (?:[\w-]+ ){{0,3}}(?:charges?|murder|manslaughter)\b"
            rf"|\bthe {PARENT},? (?:[A-Z][\w-]+|\d{{1,2}})[^.;]{{0,60}}\b(?:charged|arrested|accused)\b",
            "Alton father faces manslaughter charge",
        ),
    ),
}
"""Answers of yes where nobody shot himself: a parent is charged where a child got hold of a gun, too."""

ALONE: dict[str, tuple[Cue, ...]] = {
    "self_inflicted": (
        Cue(
            rf"\b(?:was|were|been|while|after|as (?:he|she) was) (?:accidentally )?{HANDLING} (?:with )?(?:a|"
            rf"the|his|her) "
            rf"(?:[\w.-]+ ){{0,3}}{GUN}\b[^.;]{{0,40}}\b{WENT_OFF}",
            "He was cleaning a rifle when it went off",
        ),
        Cue(
            rf"\b{GUN}\b[^.;]{{0,60}}\b{WENT_OFF},? (?:and )?(?:\w+ bullet )?(?:striking|hitting|struck|hit|"
            rf"wounding|shooting) "
            r"(?:him|her)\b(?! (?:friend|brother|sister|son|daughter|cousin|wife))",
            "the pistol went off, hitting him in the foot",
        ),
    ),
}
"""Answers of yes where nobody else can have fired: no participant is a suspect."""

NO: dict[str, tuple[Cue, ...]] = {
    "officer_shot": (
        Cue(
            r"\b[Nn]o (?:police |other )?(?:officers?|deputies|troopers) (?:were|was) (?:shot|injured|hurt|"
            r"wounded|struck|hit)",
            "no officers were injured",
        ),
    ),
    "unintentional": (
        Cue(r"\b(?:first|second|third)[- ]degree murder|\bcapital murder", "charged with second-degree murder"),
        Cue(r"\bdrive-by|\bexecution[- ]style|\btargeted\b|\bambush(?:ed)?\b", "a drive-by shooting"),
        Cue(r"\b(?:no|not an?) accident(?:al)?\b", "it was no accident"),
        Cue(r"\bmass shooting|\bopened fire\b|\bmurder[- ]suicide", "a man opened fire at the bar"),
    ),
    "self_inflicted": (
        Cue(r"\bdrive-by|\bopened fire on\b|\bexecution[- ]style", "someone opened fire on the house"),
        Cue(
            r"\b(?:not|n['’]t) (?:appear to be |believed to be )?self[- ]inflicted", "the wound was not self-inflicted"
        ),
    ),
}
