"""The words that answer the five yes/no questions: a table in which each pattern has an example that it must match.

Only data; `flags` decides which matches count. Words that answer only under a proviso, or rule an answer out, stand in
`flag_provisos`.
"""

from typing import NamedTuple

from citydesk.read.page.patterns import WordPattern, at_words
from citydesk.read.what.flag_words import (
    BY_WHOM,
    GUN,
    HOUSEHOLD,
    HOW,
    HURT,
    KIN,
    OFFICER,
    OWNER,
    PARENT,
    POLICE,
    RELATED,
    SHOOTS,
    SOMEONE,
    SUSPECT,
    TOY_AGE,
)


class Cue(NamedTuple):
    """One wording of an answer."""

    pattern: str
    example: str
    """A sentence of ours in which the pattern must match."""


YES: dict[str, tuple[Cue, ...]] = {
    "officer_shot": (
        Cue(
            rf"\b{OFFICER}(?: [A-Z][\w.]+){{0,3}}(?:, \d{{2}},)?(?:,? who)? (?:was|were|is|are|has been|had been|"
            rf"have been|being|also|was also)(?: also| then| accidentally)? {HURT}"
            rf"|\b{OFFICER} (?:recovering )?after (?:being|getting) (?:shot|wounded|stabbed)",
            "Officer Dana Whitlow was shot twice",
        ),
        Cue(
            rf"\b{OFFICER}(?:,? (?:and )?(?:suspect|\d|one|two))? (?i:shot|wounded|injured|grazed|ambushed|killed)"
            r"(?:,| (?i:in|while|during|by|at (?!a |an |the |him)|after|on|outside|responding|multiple|twice|"
            r"several)\b|$)",
            "Deputy shot during traffic stop",
        ),
        Cue(
            r"\b(?:shot|shoots|shooting(?: of)?|wound(?:ed|ing|s)|kill(?:ed|s|ing)|injur(?:ed|ing|es)|graz(?:ed|ing)|"
            r"hitting|struck|striking) (?:and (?:killed|wounded|injured) )?"
            r"(?:a |an |the |one |two |three |at least \w+ |off-duty )*"
            r"(?:[A-Z][\w.]+ ){0,3}?(?:police |law enforcement |state |sheriff['’]s |deputy )?"
            r"(?:officers?|troopers?|deputy|deputies)\b"
            r"(?! (?:shot|who shot|returned|involved|fired|responded|said|in the dog))",
            "The man shot a Galena police officer in the arm",
        ),
        Cue(
            r"\b(?:wounded|injured|slain|fallen) (?:police )?(?:officers?|deput(?:y|ies)|troopers?)\b",
            "The wounded officer is in surgery",
        ),
        Cue(
            rf"\b{OFFICER}(?: [A-Z][\w.]+){{0,3}} (?:accidentally )?(?:shot|shoots) (?:him|her)self",
            "Trooper accidentally shoots himself",
        ),
    ),
    "shot_by_officer": (
        Cue(
            rf"\b{HURT} (?:(?:and killed|dead|to death|\w+ times|once|twice|in the \w+) )?by {BY_WHOM}{POLICE}\b"
            r"(?!['’]s (?:son|daughter|wife|husband|child|gun))",
            "He was shot and killed by two Marion County deputies",
        ),
        Cue(
            rf"(?<!retired )(?<!former )(?<!former police )(?<!retired police )(?<!told )\b{POLICE}(?:,| who)? "
            r"(?:(?:fatally|then|later|allegedly|accidentally|also) )?"
            r"(?:shot|shoots?|shooting|kill(?:ed|s)?|wounded|opened fire on|open fire on|returned fire,? (?:killing|"
            r"striking|hitting|wounding|fatally)|fired (?:\w+ )?(?:shots?|rounds?)?,? ?(?:at|on|striking|killing|"
            rf"hitting)) ?{SOMEONE}",
            "Deputies shot the man as he raised the rifle",
        ),
        Cue(
            rf"\b{POLICE}(?: (?!sa(?:id|ys?)\b|told\b|believe\w*\b|alleg\w*\b|report\w*\b|chief\b)[\w’']+){{0,6}} "
            rf"(?:returned fire|return fire|fired back|opened fire|fired)\b[^.;]{{0,40}}?"
            rf"\b(?:killing|striking|hitting|wounding|wounded|killed|fatally \w+) (?:the |a |an )?(?:{SUSPECT}|"
            rf"[A-Z][a-z]+)",
            "The officers fired back, fatally wounding the suspect",
        ),
        Cue(
            rf"\b(?:struck|hit|shot|killed|wounded) by (?:return|police|officers['’]) (?:fire|gunfire|bullets?)\b"
            rf"|\b(?:bullet|shots?) fired (?:from|by) (?:a |an |the )?(?:[A-Z]\w+ ){{0,2}}{POLICE}\b",
            "One of the men was struck by return fire",
        ),
        Cue(
            rf"\b{SUSPECT}\b[^.;]{{0,25}}\b(?i:killed|wounded|died|dead|dies|shot) (?:during|in|after|"
            rf"following) (?:a |an "
            r"|the )?(?:[\w-]+ ){0,2}?(?i:shoot-?out|gun ?fight|gun ?battle|exchange of (?:gun)?fire|"
            r"confrontation|standoff) "
            rf"with {BY_WHOM}{POLICE}",
            "The gunman died in a shootout with police",
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
            r"(?: and (?:\w+ly )?(?:kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)))?(?: \w+ly| dead)? "
            r"(?:(?:him|her|it)sel(?:f|ves)|themselves|self\b(?![- ]?defen[cs]e))",
            "the boy shot himself in the hand",
        ),
        Cue(r"\bself[- ]?inflicted", "a self-inflicted gunshot wound"),
        Cue(
            r"\b(?:shot|gun|bullet|fir\w+)\b[^.;]{0,30} injur(?:ed|ing) (?:him|her)self\b"
            rf"|\binjur(?:ed|ing) (?:him|her)self with (?:a|the|his|her) {GUN}",
            "she injured herself with a gun",
        ),
        Cue(rf"\b(?:{GUN}|it) on (?:him|her)self", "before turning the gun on himself"),
        Cue(
            r"\bmurder[-/ –]+suicide|\b(?:apparent |committed |commits |commit(?:ting)? |died (?:by|of) )suicide"
            r"|\b(?:recent|latest) suicides?\b",
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
        Cue(
            r"\b(?:accidental|unintentional)(?:ly)?\b|\baccidently\b|\binadvertent(?:ly)? (?:shot|fired|"
            r"discharg\w+|pulled)",
            "an accidental shooting",
        ),
        Cue(r"\bmistakenly (?:shot|fired|killed)", "he mistakenly shot his friend"),
        Cue(
            r"\b(?:tragic|horrible|terrible|hunting|(?:hand)?gun|shooting|firearms?|freak|an?|the|fatal home) "
            r"accident\b",
            "called it a tragic accident",
        ),
        Cue(
            rf"\b(?:{GUN}|it) (?:accidentally |suddenly |just |then |somehow )?"
            r"(?:went off|discharged|misfired|fired unexpectedly)",
            "when the shotgun went off",
        ),
        Cue(r"\b(?:negligent|accidental) discharge", "a negligent discharge"),
        Cue(r"\binvoluntary manslaughter|\bnegligent (?:homicide|manslaughter)", "charged with negligent homicide"),
        Cue(
            rf"\bplaying (?:around )?with (?:(?:a|the|his|her|their|some) )?(?:\w+['’]s )?(?:loaded |stolen )?{GUN}s?",
            "playing with his uncle's gun",
        ),
        Cue(
            rf"\b(?:cleaning|unloading|handling|mishandl\w+|handled) (?:a|the|his|her) (?:\w+ )?{GUN}",
            "while cleaning a hunting rifle",
        ),
        Cue(
            r"\b(?:thought|believed|didn['’]t (?:know|realize)|did not (?:know|realize)) (?:\w+ ){1,4}(?:was )?"
            r"(?:un|not )?loaded",
            "he thought the pistol was unloaded",
        ),
        Cue(
            rf"\b{TOY_AGE} (?:\w+ ){{0,3}}(?:accidentally |fatally )?"
            r"(?:shot|shoots|shooting) (?:and (?:killed|kills|injured|wounded) )?(?:(?:him|her|them)(?:self)?|"
            r"self|his|another"
            r"|a|an|mom|dad|mother|father|brother|sister|\w+[- ]year[- ]old)\b"
            rf"|\b{TOY_AGE}[^.;]{{0,60}} (?:shot|shoots|shooting) (?:and killed )?(?:himself|herself|self)\b"
            r"|\b(?:boy|girl|child|son|daughter), [2-9], (?:\w+ )?(?:shot|shoots) (?:himself|herself|self)\b",
            "a 3-year-old boy shot himself",
        ),
        Cue(
            rf"\bshot (?:in the \w+ )?by (?:a|an|his|her|another)? ?(?:\w+ )?{TOY_AGE}",
            "the woman was shot by her 3-year-old son",
        ),
        Cue(
            r"\bshot (?:him|her)self (?:[\w’']+ ){0,8}?(?:while|as|when) (?:he |she )?(?:was |were )?(?:trying|"
            r"attempting|"
            r"playing|handling|cleaning|putting|removing|showing|reaching|holstering)",
            "shot himself in the leg while trying to hide the gun",
        ),
        Cue(r"\bcelebratory gunfire|\btarget (?:practice|shooting|practicing)\b", "hit by celebratory gunfire"),
    ),
    "domestic": (
        Cue(
            rf"\b{SHOOTS} (?:to death )?(?:\d |two |three |four |both )?(?:of )?(?:his|her|their) ?{KIN}",
            "he shot and killed his estranged wife",
        ),
        Cue(
            r"\b(?:shot|kill(?:ed|s|ing)|shooting|shoots) (?:and killed )?(?:wife|husband|girlfriend|boyfriend|"
            r"ex-\w+|parents"
            r"|family|relatives?|(?:\w+ ){0,3}(?:of (?:his|her|their) )?(?:family members|"
            r"relatives))\b(?!['’]s| of (?:a|an|the)\b)"
            r"|\b(?:family members|relatives) (?:that |who |whom )?(?:he|she)(?:['’]s| is| was)? (?:accused of )?"
            r"(?:shot|shooting|killed|killing)\b",
            "Man shoots wife, self in Alton home",
        ),
        Cue(
            r"\b(?:shooting|stabbing|killing|slaying|murders?) of "
            rf"(?:two of |three of |four of )?(?:his|her) ?{KIN}",
            "charged in the killing of two of her children",
        ),
        Cue(
            r"\b(?:charged|accused|suspect\w*|arrest\w*|wanted|convicted|guilty|sentenced|indicted|connection)\b"
            r"[^.;]{0,80}\b(?:deaths?|shooting deaths?) of "
            rf"(?:two of |three of |four of )?(?:his|her) ?{KIN}",
            "charged in the deaths of two of her children",
        ),
        Cue(
            r"\b(?:charged|accused|arrested|convicted|indicted|sentenced|guilty) (?:in|with|of|for|after) (?:the )?"
            r"(?:[\w-]+ ){0,2}?(?:death|shooting|killing|murder|slaying) of \d{1,2}[- ](?:year|month)s?[- ]old "
            r"(?:son|daughter|wife|brother|sister|nephew|niece|cousin|grandson|stepson|girlfriend)\b",
            "Salina man arrested in shooting of 3-year-old daughter",
        ),
        Cue(
            r"\b(?:shot|killed|stabbed|wounded|murdered|hit|struck|injured)\b[^.;,]{0,40} by (?:an? )?"
            rf"(?:{OWNER} ?{KIN}|{RELATED})",
            "the teen was shot in the leg by his brother",
        ),
        Cue(
            rf"\b(?:his|her|the|an?|[A-Z]\w+['’]s)(?: own)? {RELATED},? (?:[A-Z]\w+,? ){{0,3}}(?:,? ?\d{{1,2}},? )?"
            r"(?:accident\w* |fatally )?(?:shot|stabbed|killed|discharged|fired) (?:and killed )?"
            r"(?:him\b|her\b|them\b|the (?:boy|girl|child|teen|gun|revolver|pistol|rifle|shotgun))(?!self)",
            "her boyfriend shot her",
        ),
        Cue(
            rf"\b(?:point\w*|aim\w*) (?:it|(?:a|the|his|her) (?:\w+ )?{GUN}) at (?:his|her) ?{KIN}",
            "pointed the gun at his 16-year-old cousin",
        ),
        Cue(
            r"\b(?:family|relatives?|family members?) (?:member )?who (?:police say )?(?:shot|killed|stabbed)",
            "the family member who shot them",
        ),
        Cue(
            r"(?<!history of )(?<!counts of )(?<!count of )(?<!charge of )(?<!charges of )(?<!misdemeanor "
            r")(?<!two )(?<!prior )"
            r"(?<!one )(?<!a )\bdomestic(?:[- ](?:violence|assault|homicide|battery|abuse|murder|shooting)\b"
            r"(?! (?:charges?|order|conviction|arrest|protection|hotline|shelter|injunction|case|awareness|advocate|in "
            r"\d))|-related)",
            "the shooting is being investigated as domestic violence",
        ),
        Cue(
            r"\bdomestic[- ](?:dispute|disturbance|related|incident|situation|argument|issue|altercation|relationship|"
            r"call|in nature|matter|problem)",
            "called to a domestic dispute",
        ),
        Cue(
            rf"\b(?:fight|argument|argu(?:ed|ing)|dispute) with (?:his|her) ?{KIN}",
            "after an argument with his stepfather",
        ),
        Cue(
            rf"\b{PARENT}(?:,? (?:\d{{1,2}},|who|has|had|then|is accused of))? (?:\w+ )?"
            rf"{HOW}(?:shot|shoots?|shooting|killed|kills|stabbed) (?:and (?:killed|kills|wounded) )?"
            r"(?:him|her|them|his|the (?:boy|girl|child|teen)|(?:two|three|both) (?:children|kids|sons|"
            r"daughters))\b(?!self)",
            "the father accidentally shot the boy",
        ),
        Cue(
            rf"\b{PARENT} (?:is |was )?(?:charged|accused|arrested|indicted|convicted|suspected|sentenced) "
            rf"(?:in|with|of|for) "
            r"(?:the )?(?:[\w-]+ ){0,3}?(?:shooting|shooting death|death|murders?|killing|slaying|deaths)\b"
            rf"|\bcharge[sd]? {PARENT} (?:in|with) ",
            "Father charged in shooting of toddler",
        ),
        Cue(
            r"\b(?:kill\w*|shot|shooting|shoots|murder\w*|stabb\w*)\b[^.;]{0,60}\bincluding (?:two of |three "
            r"of )?(?:his|her) ?"
            rf"{KIN}",
            "killing four people, including his ex-wife",
        ),
        Cue(
            r"\b(?:shot|shoots|shooting|strikes?|struck|hit|hits|kill(?:s|ed|ing)|(?:death|shooting|killing) "
            r"of|life of his) "
            r"(?:\d{1,2}-year-old )?(?:niece|nephew|cousin|grandson|granddaughter|stepson|stepdaughter|sibling|"
            r"uncle|aunt)\b"
            r"(?!['’]s)|\b(?:hit|struck|hitting|striking) [A-Z]\w+['’]s (?:son|daughter|wife|brother|sister|"
            r"cousin|nephew|niece)\b",
            "Rifle went off, struck 7-year-old niece",
        ),
        Cue(
            rf"\b(?:man|teen|boy|woman|girl|child|\d{{1,2}}), (?:his|her|their) "
            rf"{RELATED},[^.;]{{0,60}}\b(?:shot|fired|shoots)\b"
            rf"|\b(?:shot|shoots|fired)\b[^.;]{{0,40}}, (?:his|her|their) {RELATED},",
            "a 21-year-old man, her relative, shot her in the arm",
        ),
        Cue(
            rf"\bmurder[-/ –]+suicide\b[^.;]{{0,100}}\b{HOUSEHOLD}\b|"
            rf"\b{HOUSEHOLD}\b[^.;]{{0,100}}\bmurder[-/ –]+suicide\b",
            "Mother, two children dead in murder-suicide",
        ),
        Cue(
            r"\b(?:boys|teens|teenagers|children|two|men|pair|victim and (?:the )?\w+) (?:are|were) (?:all )?"
            r"(?:related|cousins|brothers|siblings|sisters|uncle and nephew|married)\b"
            r"|\b(?:is|was) (?:a|the) (?:member of the (?:extended )?family|relative of the \w+)\b",
            "The boys are related, police said",
        ),
        Cue(
            r"\b(?:estranged |ex-|former )(?:husband|wife|boyfriend|girlfriend)\b[^.;]{0,80}\b(?:shot|shooting|killed|"
            r"gunned down|stabbed|opened fire|murder\w*)\b"
            r"|\b(?:shot|shooting|killed|gunned down|stabbed|murder\w*)\b[^.;]{0,60}\b(?:estranged |"
            r"ex-)(?:husband|wife|"
            r"boyfriend|girlfriend)\b",
            "her estranged husband opened fire",
        ),
        Cue(
            r"\b(?:romantic(?:ally)?|dating|intimate) (?:relationship|involved)\b",
            "the two were in a romantic relationship",
        ),
    ),
}

CASED = frozenset({"officer_shot", "shot_by_officer"})
"""Their patterns tell names by capitals; the others match in any case."""


def compiled(cues: dict[str, tuple[Cue, ...]]) -> dict[str, WordPattern]:
    """One pattern a question, of all its cues: for the text as it is, or else for its small letters (`CASED`)."""
    return {
        flag: at_words(*(cue.pattern if flag in CASED else cue.pattern.replace("[A-Z]", "[a-z]") for cue in given))
        for flag, given in cues.items()
    }
