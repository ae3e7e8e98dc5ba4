"""The words for medical states, as a table: each wording has a rank and an example that it must match.

Only data; `conditions` finds whose state the words tell.
"""

import re
from functools import cache
from typing import NamedTuple

_STATE = (
    r"(?:critical|stable|serious|fair|good|grave|guarded|satisfactory|unknown|excellent|poor|stabilized|moderate"
    r"|non-?critical|severe|undetermined)"
)
_STATES = rf"[“\"]?{_STATE}(?:,?[”\"]?,?(?: ?[/-] ?| )(?:but |and |yet |in |to[ -])?[“\"]?{_STATE}){{0,2}}(?:,?[”\"])?"
_HURT = r"(?:injur(?:ies|y)|wounds?)"
_SORT = r"(?:(?!and |or |in |at |that |to )[\w'’-]+ ){0,2}"
"""Words between what a wound is called and "wound": "gunshot", "but serious", "stab"."""
_THREATENING = r"life[- ]?threatening"
_NOT = r"(?:not|n't|n’t)"
_SAFE = rf"(?:(?:non|not|no)[- ]?(?:immediately )?{_THREATENING}|non-?fatal|non-?lethal)"
_JUDGED = (
    r"(?:(?:immediately|currently|initially|yet|all) )?(?:considered|believed|thought|expected|deemed|described|"
    r"reported|said|determined|appear(?:ing)?|seem)(?: as| to be| to have been| to)?"
)
_PLACE = (
    r"(?:(?!(?:and|where|when|who|after|but|in|with) )[\w'’.&-]+ ){0,5}?"
    r"(?:hospitals?|medical (?:center|care)|center|clinic|infirmary)"
)
_WELL = r"(?:okay|ok|fine|all right|alright)"
_RECOVERY = (
    r"(?:(?:fully|physically|likely|eventually|completely|also|all|both|still|now|probably) )?"
    r"(?:survive|recover|live(?! (?:on|in|with|at|here|there|next)\b)|pull through"
    rf"|make (?:it\b|an? (?:[\w-]+ ){{0,2}}recovery)|(?:be|do) (?:just |completely |perfectly )?{_WELL})"
    r"(?: (?:fully|completely|fine|(?:from )?(?:his|her|their|the) (?:injuries|wounds|injury|wound)))?"
)
_HOW_BAD = (
    r"(?:minor|serious|severe|critical|major|superficial|grave|extensive|significant|non-?critical|moderate"
    r"|devastating)"
)
_BADLY = r"(?:critically|seriously|severely|gravely|badly|grievously|slightly)"


class Wording(NamedTuple):
    """One way of telling a medical state."""

    rank: int
    """Of several states told of one person the one of the highest rank is given, of equal ones the last."""
    needs: str
    """Words parted by "|", of which one is in every sentence that the pattern matches in: a quick look before."""
    pattern: str
    example: str
    """A sentence of ours in which the pattern must match."""
    personal: bool = False
    """Whether it counts only beside a mention of a person: "stable" and "fine" are said of much else."""


STATE, PROSPECT, SAFE, DANGER, RELEASED, HURT, CARE, PLACE = 8, 7, 6, 5, 4, 3, 2, 1
"""Ranks: what the hospital calls the state, what is expected, that it is not life-threatening, that it is, gone home,
how badly hurt, in treatment, where the patient lies. In this order the gold chose (on 1,364 reports in 2026-07: a
state 15 times of 16 against what is expected, 8 of 12 against "not life-threatening", 5 of 5 against "recovering")."""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        STATE,
        "condition",
        rf"(?:in )?(?:(?:an?|the|less|more) )?(?:extremely |very |temporary )?{_STATES} conditions?",
        "A man was listed in serious but stable condition",
    ),
    Wording(
        STATE,
        "stabili",
        r"(?:conditions? )?(?:(?:was|were|is|are|has|had|have|been) )?stabilized",
        "She was taken to a hospital, where her condition was stabilized",
    ),
    Wording(
        STATE,
        "listed|reported|described|considered|upgraded|downgraded",
        r"(?:(?<=listed )|(?<=reported )|(?<=described )|(?<=considered )|(?<=graded ))(?:as |in |to be |to )?"
        rf"{_STATES}(?! condition)(?=[\s,.;]|$)",
        "Two others are listed as stable",
    ),
    Wording(
        STATE,
        "stable|critical",
        r"(?:(?<=\bis )|(?<=\bare )|(?<=\bwas )|(?<=\bwere )|(?<=\bremains )|(?<=\bbe )|(?<=['’]s ))"
        r"(?:(?:currently|now|reportedly|all|both|also|in) )?[“\"]?"
        r"(?:stable(?:,? but critical)?|critical(?:,? but stable)?|serious,? but stable)"
        r"(?=[,.;”\"]|$| (?:at|in|on|and|after|following|while|as)\b)",
        "The girl is now stable at Mercy Hospital",
        personal=True,
    ),
    Wording(
        STATE,
        "life support|coma|ventilator|brain|clinically",
        r"(?:on life support|in an? (?:medically[- ]induced )?coma|(?:breathing )?on a ventilator|brain[- ]dead"
        r"|pronounced clinically dead)",
        "He is on life support",
    ),
    Wording(
        PROSPECT,
        "expected to|will|should|would|going to|ll ",
        rf"(?:{_NOT} )?expected to {_RECOVERY}"
        rf"|(?:(?:will|should|would|['’]ll)(?: all| both| also| now)?|going to) (?:(?:all|both|also) )?{_RECOVERY}",
        "Both are expected to make a full recovery",
        personal=True,
    ),
    Wording(
        PROSPECT,
        "clinging|fighting",
        r"(?:clinging to|fighting for) (?:life|(?:his|her|their) li(?:fe|ves))",
        "A boy is fighting for his life",
    ),
    Wording(
        SAFE,
        "threatening",
        rf"none of (?:[\w'’-]+ ){{1,8}}?{_THREATENING}(?: {_HURT})?",
        "None of the injuries is considered life-threatening",
    ),
    Wording(
        SAFE,
        "threatening|fatal|lethal",
        rf"(?:(?:do|does|did) ?{_NOT} "
        r"(?:believe|think|consider|appear|seem|suffer|sustain|have|receive|cause|face|look)"
        rf"|(?:is|are|was|were)(?: {_NOT}|n['’]t)(?: {_JUDGED})?|{_NOT} {_JUDGED})"
        rf" (?:(?:the|his|her|their|any|an?|to be|that|{_HURT}|is|are|was|were) ){{0,4}}{_THREATENING}"
        rf"(?: {_SORT}{_HURT})?",
        "The wounds did not appear to be life-threatening",
    ),
    Wording(
        SAFE,
        "threatening|fatal|lethal",
        rf"[“\"]?{_SAFE}[”\"]?(?: {_SORT}{_HURT})?",
        "The driver was treated for a non-life-threatening gunshot wound",
    ),
    Wording(
        DANGER,
        "threatening",
        rf"(?:potentially |possibly )?{_THREATENING}(?: {_SORT}(?:{_HURT}|condition))?",
        "A woman has life-threatening injuries",
    ),
    Wording(
        RELEASED,
        "released|discharged",
        rf"(?:treated|evaluated) (?:(?!and )[\w'’.-]+ ){{0,9}}?and (?:(?:later|since|then|was|were|has|"
        rf"been|have) ){{0,4}}released(?: from {_PLACE})?"
        rf"|(?:released|discharged) from (?:the |a |an )?{_PLACE}|released after (?:treatment|being treated)",
        "She was treated at a hospital and later released",
    ),
    Wording(
        RELEASED,
        "released|discharged",
        r"(?<=treatment and )(?:(?:was|were|has been|have been) )?(?:(?:later|since|then|subsequently) )?"
        r"(?:been )?(?:released|discharged)",
        "Two were taken to a hospital for treatment and later released",
    ),
    Wording(
        RELEASED,
        "released|discharged",
        r"(?:(?<=has been )|(?<=have been )|(?<=had been )|(?<=was )|(?<=were )|(?<=since )|(?<=since been ))"
        r"(?:released|discharged)(?! (?:by|on|the|to|from|under|into|pending|"
        r"after|without|because|when)\b)(?=[ ,.]|$)",
        "Ford has since been released",
        personal=True,
    ),
    Wording(
        RELEASED,
        "out of the hospital|home from",
        r"(?:out of the hospital|home from the hospital|(?:sent|back) home (?:from the hospital|to recover))",
        "The girl is out of the hospital",
    ),
    Wording(
        CARE,
        "surgery|operated",
        r"(?:in|undergoing|underwent|undergo|required|requires|out of|had|having|into|through|needs|needed) "
        r"(?:emergency |multiple |several |extensive |two |three )?surger(?:y|ies)",
        "The officer underwent surgery",
    ),
    Wording(
        CARE,
        "recover",
        r"recovering(?: (?:well|comfortably|(?:at|in) (?:(?:an?|the|his|her|their|local|area) ){0,2}"
        r"(?:(?!and |where |in |with |after )[\w'’.-]+ ){0,3}?(?:hospital|home|center)|from surgery))?",
        "The boy is recovering at a hospital",
    ),
    Wording(
        CARE,
        "conscious|alert|breathing|responsive",
        r"(?:alert|conscious|breathing|talking|awake|responsive)(?:,| and) (?:alert|conscious|breathing|talking|awake|"
        r"responsive)|(?<=was )alert|(?<=was )conscious|(?<=is )conscious|unconscious|unresponsive"
        r"|lost consciousness",
        "She was conscious and breathing",
        personal=True,
    ),
    Wording(
        CARE,
        "paralyzed",
        r"paralyzed(?: from the [a-z]+ down)?",
        "Vance was left paralyzed from the waist down",
        personal=True,
    ),
    Wording(
        CARE,
        "doing",
        rf"doing (?:much |very |quite |really )?(?:well|better|great|good|{_WELL})",
        "The victim is doing well",
        personal=True,
    ),
    Wording(
        CARE,
        "intensive|icu",
        r"in (?:the )?(?:\w+ )?(?:intensive care(?: unit)?|icu)",
        "A teen is in intensive care",
    ),
    Wording(
        CARE,
        "refused|declined|treated",
        r"(?:refused|declined) (?:further )?(?:medical )?(?:treatment|attention|help|care|transport)"
        r"|treated (?:(?:by|for) (?:[\w-]+ ){1,4})?(?:at|on) the scene",
        "A second man refused treatment",
        personal=True,
    ),
    Wording(
        HURT,
        "injur|wound",
        rf"(?<!inflicting )(?<!causing )(?:{_NOT} |no )?(?:very )?(?:less )?{_HOW_BAD}"
        rf"(?:,? (?:but|and|or) (?:non-?life-threatening|serious|critical))? {_SORT}{_HURT}",
        "Two others had minor injuries",
    ),
    Wording(
        HURT,
        "injur|wound|hurt",
        rf"(?:{_NOT} )?{_BADLY} (?:injured|wounded|hurt|wounding|injuring)",
        "A clerk was critically wounded",
    ),
    Wording(
        HURT,
        "appear|believed|considered|thought",
        rf"(?:(?:do|does|did) ?{_NOT} (?:appear|seem)|{_NOT} (?:believed|considered|thought))(?: to be)? "
        r"(?:very )?(?:serious|severe|critical|grave)",
        "The injuries are not believed to be serious",
    ),
    Wording(
        HURT,
        "injur|wound",
        rf"(?:(?:his|her|their|the) )?{_HURT} (?:is|are|was|were) (?:all )?(?:very |not )?"
        r"(?:minor|serious|severe|superficial)",
        "His injuries were minor",
    ),
    Wording(
        PLACE,
        "hospital",
        r"(?:remain(?:s|ed)?|still|is|are)(?: still| currently| now)? "
        r"(?:hospitalized|(?:in|at) (?:the|an?)(?: local| area)? hospital)(?! in\b)",
        "One man remains hospitalized",
        personal=True,
    ),
)


_NAMED_STATE = re.compile(
    r"critical|stab[li]|serious|\b(?:fair|good|grave|guarded|ok|okay|fine|well|alive|dead|minor|severe|home"
    r"|hospital\w+|in (?:the|an?) (?:\w+ )?hospital)\b|surviv|recover|\blive\b|threaten|fatal|surgery|releas|discharg"
    r"|conscious|alert|respons|coma|support|paraly|treated|harm|shaken|crutch|improv|heal",
    re.IGNORECASE,
)


def names_state(words: str) -> bool:
    """Whether words name a medical state, as "condition" and "expected" alone do not."""
    return _NAMED_STATE.search(words) is not None


Compiled = tuple[Wording, tuple[str, ...], re.Pattern[str]]
"""A wording, the words it needs, and its pattern."""


@cache
def compiled() -> tuple[Compiled, ...]:
    """Every wording with the words it needs and its pattern, made ready at first use."""
    return tuple(
        (wording, tuple(wording.needs.split("|")), re.compile(rf"(?<![\w-])(?:{wording.pattern})(?!\w)", re.IGNORECASE))
        for wording in WORDINGS
    )
