"""The five yes/no questions of an incident: was an officer shot, did an officer shoot, self-inflicted, an accident,
between family or partners.

In: a setting, a scene and its participants. Out: an answer for each question that the report answers, on the words
that answer it. "Yes" needs one plain cue; "no" needs words that rule it out. Silence is no answer.
"""

import re
from collections.abc import Iterator

from citydesk.model import Evidence, Fact, Outcome, Participant, Role
from citydesk.read.document import Span
from citydesk.read.setting import Scene, Setting

_OFFICER = (
    r"(?:(?:police |law enforcement |peace |deputy |correctional |state )?(?:officers?|troopers?)"
    r"|(?:sheriff['’]s )?(?:deputy|deputies)|(?:police|u\.?s\.?|deputy|federal) (?:chief|marshals?|sheriff|agents?))"
)
_POLICE = rf"(?:{_OFFICER}|police|cops?|swat(?: team)?|authorities)"
_BY_WHOM = (
    r"(?:a |an |the |two |three |several |multiple |off-duty |on-duty |city |county |local )*(?:[A-Z][\w.]+ ){0,3}?"
)
_HURT = (
    r"(?:shot|wounded|grazed|injured|hit|struck|killed|ambushed|fatally shot|critically (?:wounded|injured)|"
    r"seriously (?:wounded|injured)|shot and (?:killed|wounded|injured)|gunned down)"
)
_SOMEONE = (
    r"(?:him|her|them|at |and (?:killed|wounded|injured)|(?:a|an|the|one|two|his|her|another)\b(?! (?:head|leg|arm|"
    r"chest|back|shoulder|line of duty|hand|face|neck|foot))|(?:armed |suspected |alleged |unarmed |fleeing )?(?:man|"
    r"suspect|woman|teen|gunman|driver|robber)\b|(?!\w+day\b)[A-Z][a-z]+)"
)
_KIN = (
    r"(?:(?:ex-?|former |estranged |common-law |late |live-in |pregnant |own |two-? ?|three |young |infant |"
    r"(?:\d{1,2}|\w+)-(?:year|month)-old |step-?|grand|great-)*)"
    r"(?:wife|husband|girlfriend|boyfriend|spouse|fianc[eé]e?|mother|father|mom|dad|son|daughter|brother|sister|"
    r"siblings?|uncle|aunt|cousin|nephew|niece|(?:step|grand)?(?:son|daughter|child|children|mother|father|parents?|"
    r"brother|sister)|mother-in-law|father-in-law|brother-in-law|son-in-law|family|kids|children|partner|"
    r"parents?|ex|sons|daughters|brothers|sisters|half-brother|lover)"
)
_SHOOTS = (
    r"(?:(?:fatally |accidentally |unintentionally |allegedly |apparently |then )?(?:shot|shoots?|shooting|kill(?:ed|s|ing)"
    r"|stabb(?:ed|ing)|stabs|murder(?:ed|ing)|wound(?:ed|ing|s)|fired (?:at|on)|opened fire on|gunned down)"
    r"(?: (?:dead|and (?:kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)|critically \w+)))?)"
)

_YES: dict[str, re.Pattern[str]] = {
    "officer_shot": re.compile(
        rf"\b{_OFFICER}(?: [A-Z][\w.]+){{0,3}},? (?:\d{{2}}, )?(?:who )?(?:was|were|is|are|has been|had been|have been|"
        rf"being|also|was also)(?: also| then| accidentally)? {_HURT}"
        rf"|\b{_OFFICER} (?:shot|wounded|injured|grazed|ambushed|killed)(?:,| (?:in|while|during|by|at (?!a |an |the |him)|after|"
        r"on|outside|responding|multiple|twice|several)\b|$)"
        rf"|\b(?:shot|shoots|shooting|wound(?:ed|ing|s)|kill(?:ed|ing|s)|injur(?:ed|ing|es)|graz(?:ed|ing)|hitting|"
        rf"struck|striking) (?:and \w+ )?(?:a |an |the |one |two |three |at least \w+ |off-duty )*(?:[A-Z][\w.]+ ){{0,3}}?"
        rf"(?:police |law enforcement |state |sheriff['’]s |deputy )?(?:officers?|troopers?|deputy|deputies)\b"
        rf"(?! (?:shot|who shot|returned|involved|fired))"
        r"|\b(?:wounded|injured|slain|fallen) (?:police )?(?:officers?|deput(?:y|ies)|troopers?)\b"
        rf"|\b{_OFFICER} (?:accidentally )?(?:shot|shoots) (?:him|her)self",
    ),
    "shot_by_officer": re.compile(
        rf"\b{_HURT} (?:(?:and killed|dead|to death|\w+ times|once|twice) )?by {_BY_WHOM}{_POLICE}\b"
        rf"|(?<!retired )(?<!former )\b{_POLICE}(?:,| who)? (?:(?:fatally|then|later|allegedly|accidentally|also) )?"
        rf"(?:shot|shoots?|shooting|kill(?:ed|s)|wounded|opened fire on|open fire on|returned fire,? (?:killing|"
        rf"striking|hitting|wounding|fatally)|fired (?:\w+ )?(?:shots?|rounds?)?,? ?(?:at|on|striking|killing|"
        rf"hitting)) ?{_SOMEONE}"
        rf"|\b(?:fatal )?(?:police|officer|deputy)[- ](?:involved )?shooting (?:death )?(?:of|that (?:left|killed))"
        rf"|\b(?:police|officer|deputy)[- ]involved (?:fatal )?shooting|\bfatal (?:police|officer) shooting"
        rf"|\bshot (?:and killed |dead )?by (?:[A-Z]\w+ ){{0,3}}(?:PD|police|cops|troopers)\b",
    ),
    "self_inflicted": re.compile(
        r"\b(?:shot|shoots?|shooting|stabb(?:ed|ing)|stabs|kill(?:ed|s|ing)|wound(?:ed|s|ing)|hang(?:ed|ing)?)"
        r"(?: and (?:kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)))?(?: \w+)? "
        r"(?:(?:him|her|it)sel(?:f|ves)|themselves|self\b)"
        r"|\bself[- ]?inflicted|\b(?:gun|weapon|rifle|shotgun|pistol|handgun|it) on (?:him|her)self"
        r"|\bmurder[-/ –]+suicide|\b(?:apparent |committed |commits |commit(?:ting)? |died (?:by|of) )suicide"
        r"|\b(?:took|take|taking|takes|ended) (?:his|her|their) own li(?:fe|ves)"
        r"|\bthen (?:him|her)self\b|\b(?:and|, family,|family,|wife,|son,|daughter,) (?:him|her)self\b(?! (?:to|in|up))",
        re.IGNORECASE,
    ),
    "unintentional": re.compile(
        r"\baccidental(?:ly)?\b|\bunintentional(?:ly)?\b|\binadvertent(?:ly)?\b|\bmistakenly (?:shot|fired|killed)"
        r"|\b(?:tragic|horrible|terrible|hunting|gun|shooting|firearms?|freak|an?|the|fatal home) accident\b"
        r"|\b(?:gun|weapon|firearm|rifle|shotgun|handgun|pistol|it) (?:accidentally |suddenly |just )?"
        r"(?:went off|discharged|misfired|fired unexpectedly)"
        r"|\b(?:negligent|accidental) discharge|\binvoluntary manslaughter|\bnegligent (?:homicide|manslaughter)"
        r"|\bplaying with (?:a |the |his |her |their |\w+['’]s )?(?:loaded )?(?:gun|handgun|pistol|rifle|firearm|shotgun|weapon)"
        r"|\b(?:cleaning|unloading|handling) (?:a|the|his|her) (?:\w+ )?(?:gun|handgun|pistol|rifle|firearm|shotgun|weapon)"
        r"|\b(?:thought|believed|didn['’]t (?:know|realize)|did not (?:know|realize)) (?:\w+ ){1,4}(?:was )?"
        r"(?:un|not )?loaded"
        r"|\b(?:two|three|four|five|six|seven|2|3|4|5|6|7)-year-old (?:\w+ ){0,3}(?:accidentally |fatally )?"
        r"(?:shot|shoots|shooting) (?:and killed |and kills )?(?:him|her|self)",
        re.IGNORECASE,
    ),
    "domestic": re.compile(
        rf"\b{_SHOOTS} (?:to death )?(?:\d |two |three |four |both )?(?:of )?(?:his|her|their)(?: own)? {_KIN}\b"
        rf"|\b(?:shooting|stabbing|killing|slaying|murder|deaths?|shooting death|murders) of (?:two of |three of |four of )?"
        rf"(?:his|her)(?: own)? {_KIN}\b"
        rf"|\b(?:shot|killed|stabbed|wounded|murdered|hit|struck|injured)\b[^.;]{{0,40}} by "
        rf"(?:(?:his|her|their|a|the (?:boy|girl|child|toddler|victim|woman|man|teen)['’]s|[A-Z]\w+['’]s)(?: own| twin)? "
        rf"{_KIN}\b|family members?|relatives?)"
        rf"|\b(?:his|her|[A-Z]\w+['’]s)(?: own)? {_KIN},? (?:[A-Z]\w+ ){{0,3}}(?:,? ?\d{{1,2}},? )?(?:accidentally |fatally )?"
        r"(?:shot|stabbed|killed) (?:and killed )?(?:him|her|them)\b(?!self)"
        r"|\b(?:family|relatives?|family members?) (?:member )?who (?:police say )?(?:shot|killed|stabbed)"
        r"|(?<!history of )(?<!count of )(?<!charge of )(?<!misdemeanor )(?<!two )(?<!prior )\bdomestic(?:[- ](?:dispute|violence|disturbance|related|incident|situation|argument|assault|homicide|"
        r"battery|shooting|case|issue|abuse|murder|altercation|relationship|call|in nature)|-related)"
        rf"|\b(?:fight|argument|argu(?:ed|ing)|dispute) with (?:his|her)(?: own)? {_KIN}\b"
        r"|\b(?:father|mother|mom|dad|husband|wife|boyfriend|girlfriend|brother|sister|uncle|grandfather|grandmother|"
        r"grandparents|son|stepfather|cousin)(?:,? (?:\d{1,2},|who|has|had|then|is accused of))? (?:\w+ )?"
        r"(?:accidentally |fatally |allegedly |unintentionally )?(?:shot|shoots?|shooting|killed|kills|stabbed)"
        r" (?:and (?:killed|kills|wounded) )?(?:him|her|them|his|the (?:boy|girl|child|teen))\b(?!self)"
        r"|\bmurder[-/ –]+suicide",
        re.IGNORECASE,
    ),
}
_NO: dict[str, re.Pattern[str]] = {
    "unintentional": re.compile(
        r"\b(?:first|second|third)[- ]degree murder|\bcapital murder|\bdrive-by|\bexecution[- ]style|\btargeted\b"
        r"|\b(?:no|not an?) accident(?:al)?\b|\bmass shooting|\bambush(?:ed)?\b|\bopened fire\b|\bmurder[- ]suicide",
        re.IGNORECASE,
    ),
    "self_inflicted": re.compile(
        r"\bdrive-by|\bopened fire on\b|\b(?:not|n['’]t) (?:appear to be |believed to be )?self[- ]inflicted"
        r"|\bexecution[- ]style",
        re.IGNORECASE,
    ),
}
_DENIED = re.compile(
    r"\b(?:not|never|n['’]t|no|nor|denied|ruled out|whether|if|unclear|unknown|threaten(?:ed|ing)? to|tried to|"
    r"attempt(?:ed|ing) to|rather than|instead of|prevent)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_TOLD_OF_OTHERS = re.compile(
    r"\b(?:statistics|nationwide|national|each year|every year|per year|crisis|hotline|if you or|prevention|"
    r"coalition|awareness|resources)\b",
    re.IGNORECASE,
)

CONFIDENCE = {
    "officer_shot": 0.8,
    "shot_by_officer": 0.8,
    "self_inflicted": 0.85,
    "unintentional": 0.85,
    "domestic": 0.75,
}
NO_CONFIDENCE = 0.8


def flags_of(setting: Setting, scene: Scene, people: tuple[Participant, ...]) -> dict[str, Fact[bool]]:
    """The answers to the five yes/no questions (`citydesk.model.FLAGS`) that the report gives."""
    answers: dict[str, Fact[bool]] = {}
    document = setting.document
    for flag, pattern in _YES.items():
        told = next(_cues(setting, scene, pattern, flag), None)
        if told is not None:
            answers[flag] = document.fact(True, [told], confidence=CONFIDENCE[flag])
    if (hurt := _hurt_officer(people)) is not None:
        answers.setdefault("officer_shot", Fact(value=True, evidence=hurt, confidence=CONFIDENCE["officer_shot"]))
    for flag, pattern in _NO.items():
        if flag not in answers and (told := next(_cues(setting, scene, pattern, flag), None)) is not None:
            answers[flag] = document.fact(False, [told], confidence=NO_CONFIDENCE)
    return answers


def _cues(setting: Setting, scene: Scene, pattern: re.Pattern[str], flag: str) -> Iterator[Span]:
    """The scene's words that match, but for denied ones, and for those that only name another incident."""
    document = setting.document
    for mark in pattern.finditer(document.text):
        sentence = document.sentence_at(mark.start())
        if sentence is None or not scene.covers(mark.start()) or setting.in_quote(mark.start()):
            continue
        if _DENIED.search(document.text, sentence.start, mark.start()):
            continue
        if _TOLD_OF_OTHERS.search(document.text, sentence.start, sentence.end):
            continue
        if flag == "shot_by_officer" and _within_cue(scene, mark):
            continue  # "the second officer-involved shooting today" does not say who shot whom in this one
        yield Span(*mark.span())


def _within_cue(scene: Scene, mark: re.Match[str]) -> bool:
    return scene.sequence is not None and scene.cue.start <= mark.start() < scene.cue.end


def _hurt_officer(people: tuple[Participant, ...]) -> tuple[Evidence, ...] | None:
    for person in people:
        hurt = person.outcome is not None and person.outcome.value in (Outcome.KILLED, Outcome.INJURED)
        if person.officer is not None and person.role.value is not Role.SUSPECT and hurt:
            assert person.outcome is not None
            return (*person.outcome.evidence, *person.officer.evidence)
    return None
