"""Words of saying, as tables: verbs and phrases that put something in a source's mouth, and what may be a source.

Data only: the patterns here are joined into larger ones by `quoted.py`, `cues.py` and `sources.py`.
"""

SAY_VERBS = (
    """said says say saying told tells tell telling stated states state added adds add explained explains announced
    announces announce confirmed confirms confirm reported reports report noted notes note wrote writes tweeted
    tweets posted testified testifies recalled recalls claimed claims claim alleged alleges allege acknowledged
    admitted admits argued argues asserted asserts assert insisted insists revealed reveals reveal indicated
    indicates indicate suggested suggests continued remembered described describes describe commented replied
    responded asked asks warned warns advised advises urged concluded concludes joked agreed shouted yelled screamed
    cried exclaimed answered laughed began read reads thought believes believed declared related repeated"""
).split()
"""Verbs that go with a quotation, on either side of it."""

SAY_FORMS = "|".join(sorted(SAY_VERBS, key=len, reverse=True))

TITLE_PARTS = (
    "Sgt|Lt|Capt|Cpl|Col|Maj|Gen|Det|Dep|Ofc|Supt|Insp|Cmdr|Asst|Tpr|Rev|Dr|Mr|Mrs|Ms|Gov|Sen|Rep|Hon|Pfc|Pvt|Atty"
    "|Prof|Fr|Dist"
)
"""Titles that are written with a full stop."""

TITLE_NOUNS = frozenset(
    """sergeant lieutenant captain corporal colonel major general detective deputy officer trooper superintendent
    inspector commander commissioner chief sheriff undersheriff marshal constable agent investigator mayor governor
    senator representative congressman congresswoman councilman councilwoman councilmember councilor alderman
    alderwoman supervisor president vice chairman chairwoman director manager administrator spokesman spokeswoman
    spokesperson prosecutor attorney solicitor lawyer judge justice magistrate coroner examiner doctor nurse surgeon
    reverend pastor bishop deacon father rabbi imam minister elder evangelist principal teacher professor coach
    superintendant dean counselor ranger warden patrolman policeman policewoman homicide police assistant first
    district state county city deputies special public information affairs relations media chief's acting interim
    senior master staff lead fire battalion division section patrol dispatcher commonwealth's u.s. us secretary
    treasurer clerk owner founder ceo executive editor reporter photographer neighbor witness resident landlord
    activist organizer sgt lt capt cpl col maj gen det dep ofc supt insp cmdr asst tpr rev dr mr mrs ms gov sen rep
    hon pfc pvt atty prof fr dist medical school elementary high head liaison coordinator specialist technician
    analyst consultant expert bouncer bartender member council board chairperson trustee selectman psychologist
    criminologist pathologist forensic defense nephew niece cousin uncle aunt brother sister mother son daughter
    wife husband widow friend girlfriend boyfriend grandmother grandfather great-aunt great-uncle stepfather
    stepmother parent classmate roommate teammate employee customer student survivor""".split()
)
"""Words that a title before a name is made of ("Assistant Police Chief"), in lower case without full stops."""

NO_OFFICE = frozenset(
    """mr mrs ms victim nephew niece cousin uncle aunt brother sister mother father son daughter wife husband widow
    friend girlfriend boyfriend grandmother grandfather great-aunt great-uncle stepfather stepmother parent classmate
    roommate teammate neighbor resident witness customer student survivor""".split()
)
"""Words before a name that tell who somebody is, but give no title."""

RANKS = frozenset(
    "sgt lt capt cpl det maj col sergeant lieutenant captain corporal detective major colonel commissioner".split()
)
"""Titles that stand without "Police" before them ("Alton Police [Sgt.] Marlow"; but "[Police Chief] Marlow")."""

TITLE_FORMS = {
    "lt": "lieutenant",
    "sgt": "sergeant",
    "capt": "captain",
    "det": "detective",
    "dep": "deputy",
    "supt": "superintendent",
    "cpl": "corporal",
    "maj": "major",
    "col": "colonel",
    "insp": "inspector",
    "dr": "doctor",
    "cmdr": "commander",
    "police chief": "chief",
    "county sheriff": "sheriff",
}
"""Titles as abbreviated, or as called in full, and the word that they come to."""

SHORT_TITLES = {full: (f"{short}.",) for short, full in TITLE_FORMS.items() if " " not in short}
"""Titles and how they are abbreviated before a name."""

OFFICES = frozenset(
    """chief sheriff mayor coroner superintendent principal judge pastor commissioner captain lieutenant sergeant
    spokesman spokeswoman spokesperson prosecutor governor president director commander examiner marshal undersheriff
    colonel major corporal inspector bishop reverend detective constable""".split()
)
"""Titles by which somebody may be called alone ("the chief") once a report has named them."""

OFFICIAL_NOUNS = frozenset(
    """police cops authorities officials officers officer investigators investigator detectives detective deputies
    deputy troopers trooper sheriff sheriff's department office agency patrol bureau prosecutors prosecutor attorney
    spokesman spokeswoman spokesperson chief sgt lt capt cpl det dispatchers dispatcher dispatch medics paramedics
    firefighters coroner examiner court records record documents document affidavit affidavits complaint warrant
    indictment report reports statement release autopsy investigation fbi atf agents agent marshals hospital doctors
    mayor judge responders commander commissioner superintendent lieutenant captain sergeant corporal sources""".split()
)
"""Words of a source that speaks by office: what it says is a fact of the incident unless it is plainly a remark."""

DOCUMENT_NOUNS = (
    "affidavits?|complaints?|indictments?|warrants?|reports?|records?|documents?|documentation|statements?"
    "|releases?|filings?|petition|lawsuit|autops(?:y|ies)|testimony|investigations?|papers|paperwork|log|logs"
    "|update|news\\s+release|evidence|footage|video|recordings?|certificate|motion|order|post|page|website|letter"
    "|email|order"
)

KIN = (
    "mother|father|mom|dad|parent|brother|sister|uncle|aunt|cousin|grandmother|grandfather|wife|husband|girlfriend"
    "|boyfriend|fianc[ée]e?|son|daughter|nephew|niece|stepfather|stepmother|stepson|stepdaughter|half-brother"
    "|half-sister|stepbrother|stepsister|grandson|granddaughter|widow|friend|roommate|neighbou?r|boss|attorney|lawyer"
    "|teammate|classmate|co-?worker"
)
"""Nouns for one person by what the person is to somebody else."""

COMMON_SOURCES = (
    "police|cops|authorities|officials?|officers?|investigators?|detectives?|deput(?:y|ies)|troopers?"
    "|prosecutors?|spokes(?:man|woman|person|people)|witness(?:es)?|neighbou?rs?|relatives?|famil(?:y|ies)"
    "|friends?|residents?|doctors?|dispatchers?|dispatch|paramedics|medics|firefighters|coroners?|examiners?"
    "|chief|sheriff|mayor|captain|lieutenant|sergeant|man|men|woman|women|boy|girl|teens?|teenagers?|child"
    "|children|mother|father|mom|dad|parents?|brothers?|sisters?|uncle|aunt|cousins?|grandmother|grandfather"
    "|grandparents|wife|husband|girlfriend|boyfriend|son|daughter|victims?|suspects?|gunman|shooter|driver|owner"
    "|manager|employees?|workers?|students?|members?|agents?|sources?|attorneys?|lawyers?|judge|pastor|principal"
    "|teacher|coach|caller|department|office|agency|bureau|patrol|hospital|station|company|school|university"
    "|district|county|city|court|state|fbi|atf|dea|report|reports|records|documents|affidavit|complaint|warrant"
    "|statement|release|autopsy|media|outlets?|newspaper|couple|people|person|one|others?|some|several|many|both"
    "|two|three|another|homeowner|landlord|teammates?|classmates?|patrons?|bystanders?|passers-?by|commissioner"
    "|superintendent|spokesperson|nephew|niece|fianc[ée]e?|roommates?|clerk|customers?|responders|marshals|team"
    "|unit|group|church|tribe|council|board|motorist|passenger|tenant|co-?workers?|stepfather|stepmother|grandson"
    "|granddaughter|19-year-old|juvenile|testimony|filing|filings|indictment|log|investigation"
)
"""Nouns in lower case that can head a source."""

OUTLET_WORDS = frozenset(
    """news tv times post tribune herald journal gazette press chronicle dispatch enquirer inquirer sun star examiner
    sentinel observer courier register record ledger democrat-gazette mailonline fox abc nbc cbs cnn affiliate
    newspaper station reporter reporters channel""".split()
)
"""Words of a reporter's own kind: who tells something to these is a source, they are not."""

MEDIA = (
    (r"\b(?:twitter|tweet(?:s|ed|ing)?|twitter\.com)\b", "Twitter"),
    (r"\b(?:facebook)\b", "Facebook"),
    (
        r"\b(?:news|press|media)\s+(?:release|statement)\b|\b(?:the|a|an?other)\s+release\b"
        r"|\brelease\s+(?:stated|said|read)\b"
        r"|\b(?:written|prepared|emailed|e-mailed)\s+statement\b",
        "news release",
    ),
    (
        r"\b(?:affidavits?|criminal\s+complaint|complaint|indictment|arrest\s+(?:warrant|report)"
        r"|court\s+(?:documents?|records?|papers"
        r"|filings?)|charging\s+documents?|search\s+warrant|the\s+warrant|probable\s+cause|lawsuit|petition"
        r"|motion\s+filed)\b",
        "court document",
    ),
    (
        r"\b(?:911\s+(?:call|calls|caller|tape|tapes|recording|recordings|dispatch\w*|operator)"
        r"|told\s+(?:a\s+)?(?:911|dispatch\w*)"
        r"|call(?:ed)?\s+(?:to\s+)?911)\b",
        "911 call",
    ),
    (r"\b(?:news|press|media)\s+(?:conference|briefing)\b", "news conference"),
)
"""Where a quotation was said, by words near it."""
