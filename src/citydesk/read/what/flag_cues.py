"""The words that answer the five yes/no questions: a table in which each pattern has an example that it must match.

Only data; `flags` decides which matches count.
"""

import re
from typing import NamedTuple

_OFFICER = (
    r"(?i:(?:police |law enforcement |peace |deputy |correctional |state )?(?:officers?|troopers?)"
    r"|(?:sheriff['’]s )?(?:deputy|deputies)|(?:police|u\.?s\.?|deputy|federal) (?:chief|marshals?|sheriff|agents?))"
)
_POLICE = rf"(?i:{_OFFICER}|police|cops?|swat(?: team)?|authorities)"
_BY_WHOM = (
    r"(?:a |an |the |two |three |several |multiple |off-duty |on-duty |city |county |local )*(?:[A-Z][\w.]+ ){0,3}?"
)
_HURT = (
    r"(?:shot|wounded|grazed|injured|hit|struck|killed|ambushed|fatally shot|critically (?:wounded|injured)|"
    r"seriously (?:wounded|injured)|shot and (?:killed|wounded|injured)|gunned down)"
)
_SOMEONE = (
    r"(?:(?:him|her|them)\b|at |and (?:killed|wounded|injured)|(?:a|an|the|one|two|his|her|another)\b(?! (?:head|"
    r"leg|arm|chest|back|shoulder|line of duty|hand|face|neck|foot))|(?:armed |suspected |alleged |unarmed |fleeing )?"
    r"(?:man|suspect|woman|teen|gunman|driver|robber)\b|(?!\w+day\b)[A-Z][a-z]+)"
)
_KIN = (
    r"(?:(?:ex-?|former |estranged |common-law |late |live-in |pregnant |own |twin |two-? ?|three |young |infant |"
    r"(?:\d{1,2}|\w+)-(?:year|month)-old |step-?|grand|great-)*)"
    r"(?:wife|husband|girlfriend|boyfriend|spouse|fianc[eé]e?|mother|father|mom|dad|son|daughter|brother|sister|"
    r"siblings?|uncle|aunt|cousin|nephew|niece|(?:step|grand)?(?:son|daughter|child|children|mother|father|parents?|"
    r"brother|sister)|mother-in-law|father-in-law|brother-in-law|son-in-law|family|kids|children|partner|"
    r"parents?|ex|sons|daughters|brothers|sisters|half-brother|lover)"
)
_HOW = r"(?:fatally |accidentally |unintentionally |allegedly |apparently |then )?"
_SHOOTS = (
    rf"(?:{_HOW}(?:shot|shoots?|shooting|kill(?:ed|s|ing)|stabb(?:ed|ing)|stabs|murder(?:ed|ing)|"
    r"wound(?:ed|ing|s)|fired (?:at|on)|opened fire on|gunned down)"
    r"(?: (?:dead|and (?:kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)|critically \w+)))?)"
)
_GUN = r"(?:gun|weapon|firearm|rifle|shotgun|handgun|pistol)"
_PARENT = (
    r"(?:father|mother|mom|dad|husband|wife|boyfriend|girlfriend|brother|sister|uncle|grandfather|grandmother|"
    r"grandparents|son|stepfather|cousin)"
)


class Cue(NamedTuple):
    """One wording of an answer."""

    pattern: str
    example: str
    """A sentence of ours in which the pattern must match."""


YES: dict[str, tuple[Cue, ...]] = {
    "officer_shot": (
        Cue(
            rf"\b{_OFFICER}(?: [A-Z][\w.]+){{0,3}},? (?:\d{{2}}, )?(?:who )?(?:was|were|is|are|has been|had been|"
            rf"have been|being|also|was also)(?: also| then| accidentally)? {_HURT}",
            "Officer Dana Whitlow was shot twice",
        ),
        Cue(
            rf"\b{_OFFICER} (?:shot|wounded|injured|grazed|ambushed|killed)(?:,| (?:in|while|during|by|"
            r"at (?!a |an |the |him)|after|on|outside|responding|multiple|twice|several)\b|$)",
            "Deputy shot during traffic stop",
        ),
        Cue(
            r"\b(?:shot|shoots|shooting|wound(?:ed|ing|s)|kill(?:ed|s|ing)|injur(?:ed|ing|es)|graz(?:ed|ing)|hitting|"
            r"struck|striking) (?:and \w+ )?(?:a |an |the |one |two |three |at least \w+ |off-duty )*"
            r"(?:[A-Z][\w.]+ ){0,3}?(?:police |law enforcement |state |sheriff['’]s |deputy )?"
            r"(?:officers?|troopers?|deputy|deputies)\b(?! (?:shot|who shot|returned|involved|fired))",
            "The man shot a Galena police officer in the arm",
        ),
        Cue(
            r"\b(?:wounded|injured|slain|fallen) (?:police )?(?:officers?|deput(?:y|ies)|troopers?)\b",
            "The wounded officer is in surgery",
        ),
        Cue(rf"\b{_OFFICER} (?:accidentally )?(?:shot|shoots) (?:him|her)self", "Trooper accidentally shoots himself"),
    ),
    "shot_by_officer": (
        Cue(
            rf"\b{_HURT} (?:(?:and killed|dead|to death|\w+ times|once|twice) )?by {_BY_WHOM}{_POLICE}\b",
            "He was shot and killed by two Marion County deputies",
        ),
        Cue(
            rf"(?<!retired )(?<!former )\b{_POLICE}(?:,| who)? (?:(?:fatally|then|later|allegedly|accidentally|also) )?"
            r"(?:shot|shoots?|shooting|kill(?:ed|s)|wounded|opened fire on|open fire on|returned fire,? (?:killing|"
            r"striking|hitting|wounding|fatally)|fired (?:\w+ )?(?:shots?|rounds?)?,? ?(?:at|on|striking|killing|"
            rf"hitting)) ?{_SOMEONE}",
            "Deputies shot the man as he raised the rifle",
        ),
        Cue(
            r"\b(?:fatal )?(?:police|officer|deputy)[- ](?:involved )?shooting (?:death )?(?:of|that (?:left|killed))",
            "the police shooting of a Duluth man",
        ),
        Cue(
            r"\b(?:police|officer|deputy)[- ]involved (?:fatal )?shooting|\bfatal (?:police|officer) shooting",
            "an officer-involved shooting on Fifth Street",
        ),
        Cue(
            r"\bshot (?:and killed |dead )?by (?:[A-Z]\w+ ){0,3}(?:PD|police|cops|troopers)\b",
            "shot by Topeka police",
        ),
    ),
    "self_inflicted": (
        Cue(
            r"\b(?:shot|shoots?|shooting|stabb(?:ed|ing)|stabs|kill(?:ed|s|ing)|wound(?:ed|s|ing)|hang(?:ed|ing)?)"
            r"(?: and (?:kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)))?(?: \w+)? "
            r"(?:(?:him|her|it)sel(?:f|ves)|themselves|self\b)",
            "the boy shot himself in the hand",
        ),
        Cue(r"\bself[- ]?inflicted", "a self-inflicted gunshot wound"),
        Cue(rf"\b(?:{_GUN}|it) on (?:him|her)self", "before turning the gun on himself"),
        Cue(
            r"\bmurder[-/ –]+suicide|\b(?:apparent |committed |commits |commit(?:ting)? |died (?:by|of) )suicide",
            "an apparent murder-suicide",
        ),
        Cue(r"\b(?:took|take|taking|takes|ended) (?:his|her|their) own li(?:fe|ves)", "then took his own life"),
        Cue(
            r"\bthen (?:him|her)self\b|\b(?:and|, family,|family,|wife,|son,|daughter,) (?:him|her)self\b"
            r"(?! (?:to|in|up))",
            "shot his wife and then himself",
        ),
    ),
    "unintentional": (
        Cue(r"\b(?:accidental|unintentional|inadvertent)(?:ly)?\b", "an accidental shooting"),
        Cue(r"\bmistakenly (?:shot|fired|killed)", "he mistakenly shot his friend"),
        Cue(
            r"\b(?:tragic|horrible|terrible|hunting|gun|shooting|firearms?|freak|an?|the|fatal home) accident\b",
            "called it a tragic accident",
        ),
        Cue(
            rf"\b(?:{_GUN}|it) (?:accidentally |suddenly |just )?(?:went off|discharged|misfired|fired unexpectedly)",
            "when the shotgun went off",
        ),
        Cue(r"\b(?:negligent|accidental) discharge", "a negligent discharge"),
        Cue(r"\binvoluntary manslaughter|\bnegligent (?:homicide|manslaughter)", "charged with negligent homicide"),
        Cue(
            rf"\bplaying with (?:(?:a|the|his|her|their) )?(?:\w+['’]s )?(?:loaded )?{_GUN}",
            "playing with his uncle's gun",
        ),
        Cue(rf"\b(?:cleaning|unloading|handling) (?:a|the|his|her) (?:\w+ )?{_GUN}", "while cleaning a hunting rifle"),
        Cue(
            r"\b(?:thought|believed|didn['’]t (?:know|realize)|did not (?:know|realize)) (?:\w+ ){1,4}(?:was )?"
            r"(?:un|not )?loaded",
            "he thought the pistol was unloaded",
        ),
        Cue(
            r"\b(?:two|three|four|five|six|seven|[2-7])-year-old (?:\w+ ){0,3}(?:accidentally |fatally )?"
            r"(?:shot|shoots|shooting) (?:and killed |and kills )?(?:him|her|self)",
            "a 3-year-old boy shot himself",
        ),
    ),
    "domestic": (
        Cue(
            rf"\b{_SHOOTS} (?:to death )?(?:\d |two |three |four |both )?(?:of )?(?:his|her|their)(?: own)? {_KIN}\b",
            "he shot and killed his estranged wife",
        ),
        Cue(
            r"\b(?:shooting|stabbing|killing|slaying|murder|deaths?|shooting death|murders) of "
            rf"(?:two of |three of |four of )?(?:his|her)(?: own)? {_KIN}\b",
            "charged in the deaths of two of her children",
        ),
        Cue(
            r"\b(?:shot|killed|stabbed|wounded|murdered|hit|struck|injured)\b[^.;]{0,40} by (?:(?:his|her|their|a|"
            r"the (?:boy|girl|child|toddler|victim|woman|man|teen)['’]s|[A-Z]\w+['’]s)(?: own| twin)? "
            rf"{_KIN}\b|family members?|relatives?)",
            "the teen was shot in the leg by his brother",
        ),
        Cue(
            rf"\b(?:his|her|[A-Z]\w+['’]s)(?: own)? {_KIN},? (?:[A-Z]\w+ ){{0,3}}(?:,? ?\d{{1,2}},? )?"
            r"(?:accidentally |fatally )?(?:shot|stabbed|killed) (?:and killed )?(?:him|her|them)\b(?!self)",
            "her boyfriend shot her",
        ),
        Cue(
            r"\b(?:family|relatives?|family members?) (?:member )?who (?:police say )?(?:shot|killed|stabbed)",
            "the family member who shot them",
        ),
        Cue(
            r"(?<!history of )(?<!count of )(?<!charge of )(?<!misdemeanor )(?<!two )(?<!prior )\bdomestic"
            r"(?:[- ](?:dispute|violence|disturbance|related|incident|situation|argument|assault|homicide|battery|"
            r"shooting|case|issue|abuse|murder|altercation|relationship|call|in nature)|-related)",
            "called to a domestic dispute",
        ),
        Cue(
            rf"\b(?:fight|argument|argu(?:ed|ing)|dispute) with (?:his|her)(?: own)? {_KIN}\b",
            "after an argument with his stepfather",
        ),
        Cue(
            rf"\b{_PARENT}(?:,? (?:\d{{1,2}},|who|has|had|then|is accused of))? (?:\w+ )?"
            rf"{_HOW}(?:shot|shoots?|shooting|killed|kills|stabbed) (?:and (?:killed|kills|wounded) )?"
            r"(?:him|her|them|his|the (?:boy|girl|child|teen))\b(?!self)",
            "the father accidentally shot the boy",
        ),
        Cue(r"\bmurder[-/ –]+suicide", "a murder-suicide in Salina"),
    ),
}

NO: dict[str, tuple[Cue, ...]] = {
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

_CASED = frozenset({"officer_shot", "shot_by_officer"})
"""Their patterns tell names by capitals; the others match in any case."""


def compiled(cues: dict[str, tuple[Cue, ...]]) -> dict[str, re.Pattern[str]]:
    """One pattern a question, of all its cues."""
    return {
        flag: re.compile("|".join(cue.pattern for cue in given), 0 if flag in _CASED else re.IGNORECASE)
        for flag, given in cues.items()
    }
