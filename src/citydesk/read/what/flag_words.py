"""Pieces of the patterns in `flag_cues`: how news words officers, suspects, guns, family and partners."""

OFFICER = (
    r"(?i:(?:police |law enforcement |peace |deputy |correctional |state |federal )?(?:officers?|troopers?|detectives?)"
    r"|(?:sheriff['’]s )?(?:deputy|deputies)|(?:police|u\.?s\.?|deputy|federal|fbi|ice|atf) (?:chief|marshals?|sheriff"
    r"|agents?))"
)
POLICE = rf"(?i:{OFFICER}|police|cops?|swat(?: team)?|tactical team|authorities)"
BY_WHOM = (
    r"(?:a |an |the |two |three |several |multiple |off-duty |on-duty |city |county |local )*(?:[A-Z][\w.]+ ){0,3}?"
)
HURT = (
    r"(?:shot|wounded|grazed|injured|hit|struck|killed|ambushed|fatally shot|critically (?:wounded|injured)|"
    r"seriously (?:wounded|injured)|shot and (?:killed|wounded|injured)|gunned down)"
)
SUSPECT = r"(?i:man|suspects?|woman|teen|gunm[ae]n|driver|robber|shooter|attacker|him|her|them|subject|intruder)"
SOMEONE = (
    r"(?:(?:him|her|them)\b(?!self| (?:weapon|gun|service))|at |and (?:killed|wounded|injured)|(?:a|an|the|one|two|his|"
    r"her|another)\b(?! (?:own )?(?:head|leg|arm|chest|back|shoulder|line of duty|hand|face|neck|foot|service|duty|"
    r"weapon|gun|rifle|firearm|pistol|handgun|dog))|(?:armed |suspected |alleged |unarmed |fleeing )?"
    rf"{SUSPECT}\b|(?!\w+day\b|After\b|During\b|In\b|At\b|On\b|As\b|Say\b)[A-Z][a-z]+)"
)
RELATION = (
    r"(?:wife|husband|girlfriend|boyfriend|spouse|fianc[eé]e?|mother|father|mom|dad|sons?|daughters?|brothers?|"
    r"sisters?|"
    r"siblings?|uncles?|aunts?|cousins?|nephews?|nieces?|(?:step|grand)(?:sons?|daughters?|mother|father|parents?|"
    r"brother|sister)|(?:mother|father|brother|sister|son|daughter)-in-law|half-(?:brother|sister)|relatives?|"
    r"family members?|lover)"
)
_ADJECTIVES = (
    r"(?:(?:ex-?|former |estranged |common-law |late |live-in |pregnant |own |twin |two-? ?|three |four |young "
    r"|infant |"
    r"toddler |baby |teenage |teen |older |younger |little |adult |foster |\d{1,2}[- ](?:year|month)s?[- ]old |"
    r"\w+-(?:year|month)-old |male |female |step-?|grand|great-){0,4})"
)
RELATED = rf"{_ADJECTIVES}{RELATION}\b(?!['’]s|-)"
"""Family and partners by words that need no owner; not others who are told by them ("his girlfriend's son")."""
KIN = rf"{_ADJECTIVES}(?:{RELATION}|(?:step|grand)?child(?:ren)?|family|kids|partner|parents?|ex|baby)\b(?!['’]s|-)"
"""The same behind "his" or "her"."""
OWNER = r"(?:his|her|their|[A-Z]\w++['’]s|the (?:boy|girl|child|toddler|victim|woman|man|teen|baby)['’]s)"
HOW = r"(?:fatally |accidentally |accidently |unintentionally |allegedly |apparently |then )?"
SHOOTS = (
    rf"(?:{HOW}(?:shot|shoots?|shooting|kill(?:ed|s|ing)|stabb(?:ed|ing)|stabs|murder(?:ed|ing)|injur(?:ed|ing|es)|"
    r"wound(?:ed|ing|s)|fired (?:at|on)|opened fire on|gunned down)"
    r"(?: (?:dead|and (?:kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)|critically \w+)))?)"
)
GUN = r"(?:gun|weapon|firearm|rifle|shotgun|handgun|pistol|revolver)"
HANDLING = (
    r"(?:cleaning|unloading|loading|handling|mishandling|moving|showing(?: off)?|playing (?:around )?with|holding)"
)
WENT_OFF = r"(?:went off|discharged|misfired|fired|go off|discharge)"
PARENT = (
    r"(?:father|mother|mom|dad|husband|wife|boyfriend|girlfriend|brother|sister|uncle|grandfather|grandmother|"
    r"grandparents|son|stepfather|cousin|relative|family member|sibling|nephew)"
)
TOY_AGE = r"(?:(?:two|three|four|five|six|seven|eight|nine|[2-9])[- ]year[- ]old|toddler)"
"""Too young to mean it."""
HOUSEHOLD = (
    r"(?:mother|father|daughters?|sons?|wife|husband|couple|children|child|family|granddaughter|grandson|parents|baby|"
    r"girlfriend|boyfriend)"
)
"""Words for those of a family, told of by nobody in particular."""
