"""Words that stand for a person, as a table: what each tells of sex and part, and the words that go before them.

A table of data: looked up by other modules, it decides nothing itself.
"""

from dataclasses import dataclass, replace

from citydesk.model import Role, Sex


@dataclass(frozen=True, slots=True)
class Noun:
    """What a word for a person tells of the person."""

    word: str
    """In the singular."""
    sex: Sex | None = None
    role: Role | None = None
    """The part that the word itself tells ("gunman")."""
    officer: bool = False
    plural: bool = False
    kin: bool = False
    """Names a person by another one ("brother", "neighbor")."""
    young: bool = False
    """Said of minors only."""
    vague: bool = False
    """Fits anybody ("person", "one"), so that it joins easily with other words."""


_ROWS: tuple[tuple[Noun, str], ...] = (
    (
        Noun("", sex=Sex.MALE),
        "man/men gentleman/gentlemen guy male ",
    ),
    (
        Noun("", sex=Sex.MALE, young=True),
        "boy schoolboy ",
    ),
    (
        Noun("", sex=Sex.FEMALE),
        "woman/women lady/ladies female ",
    ),
    (
        Noun("", sex=Sex.FEMALE, young=True),
        "girl schoolgirl ",
    ),
    (
        Noun("", sex=Sex.MALE, kin=True),
        "father dad husband son brother uncle nephew grandfather grandson stepson stepfather boyfriend "
        "ex-boyfriend ex-husband stepbrother half-brother grandpa great-grandfather great-grandson fiancé ",
    ),
    (
        Noun("", sex=Sex.FEMALE, kin=True),
        "mother mom wife/wives daughter sister aunt niece grandmother granddaughter stepdaughter stepmother "
        "girlfriend ex-girlfriend ex-wife/ex-wives stepsister half-sister grandma great-grandmother fiancée "
        "great-granddaughter ",
    ),
    (
        Noun("", kin=True),
        "friend cousin relative sibling parent roommate partner spouse fiance acquaintance co-worker coworker "
        "classmate grandparent stepchild/stepchildren grandchild/grandchildren stepparent companion housemate "
        "lover ex in-law twin colleague ",
    ),
    (
        Noun("", sex=Sex.MALE, kin=True),
        "brother-in-law/brothers-in-law son-in-law father-in-law ",
    ),
    (
        Noun("", sex=Sex.FEMALE, kin=True),
        "sister-in-law/sisters-in-law daughter-in-law mother-in-law ",
    ),
    (
        Noun("", sex=Sex.FEMALE),
        "waitress/waitresses policewoman/policewomen stepmom hostess/hostesses ",
    ),
    (
        Noun("", sex=Sex.MALE),
        "fisherman/fishermen repairman/repairmen doorman/doormen handyman/handymen ",
    ),
    (
        Noun("", young=True),
        "child/children kid toddler infant baby/babies newborn juvenile minor youth ",
    ),
    (
        Noun("", young=True),
        "teen teenager youngster ",
    ),
    (
        Noun("", vague=True),
        "person/people individual adult ",
    ),
    (
        Noun("", vague=True),
        "one other ",
    ),
    (
        Noun(""),
        "resident neighbor driver passenger bystander pedestrian motorist homeowner clerk employee worker bouncer "
        "bartender owner customer patron student occupant visitor guest renter tenant landlord babysitter sitter "
        "caretaker partygoer party-goer soldier veteran pastor teacher coach inmate shopper hostage manager member "
        "guard subject stranger patient senior freshman/freshmen sophomore junior rider cyclist bicyclist cashier "
        "cook barber rapper musician singer athlete player contractor carrier nurse doctor firefighter paramedic "
        "jogger hunter rescuer samaritan trucker cabbie promoter organizer attendee sailor marine airman/airmen "
        "spectator onlooker reveler churchgoer worshiper worshipper protester trespasser combatant participant "
        "native ",
    ),
    (
        Noun("", role=Role.SUSPECT),
        "suspect gunman/gunmen shooter attacker assailant robber intruder perpetrator accomplice killer murderer "
        "burglar carjacker assassin triggerman/triggermen offender culprit thief/thieves stabber arsonist invader "
        "sniper bandit defendant accused/accused ",
    ),
    (
        Noun("", role=Role.VICTIM),
        "victim survivor decedent deceased/deceased ",
    ),
    (
        Noun("", role=Role.WITNESS),
        "witness/witnesses eyewitness/eyewitnesses passerby/passersby ",
    ),
    (
        Noun("", officer=True),
        "officer deputy/deputies trooper detective cop sergeant lieutenant constable marshal agent corporal "
        "policeman/policemen patrolman/patrolmen sheriff investigator ranger captain bailiff ",
    ),
)
"""What words for persons tell, and the words, with their plurals where it is not in -s."""


def _table() -> dict[str, Noun]:
    table: dict[str, Noun] = {}
    for noun, words in _ROWS:
        for word in words.split():
            singular, _, plural = word.partition("/")
            table[plural or singular + "s"] = replace(noun, word=singular, plural=True)
            table[singular] = replace(noun, word=singular)
    table["someone"] = table["somebody"] = Noun("someone", vague=True)
    table["another"] = Noun("another", vague=True)
    table["persons"] = table["people"]
    table["police"] = table["authorities"] = Noun("officer", officer=True, plural=True)
    table["couple"] = Noun("couple", plural=True)
    return table


NOUNS: dict[str, Noun] = _table()
"""By the word in lower case, singular and plural."""

MODIFIERS = frozenset(
    """young old older elder eldest oldest younger youngest elderly adult teenage teenaged teen unidentified
    unknown unnamed armed unarmed suspected alleged accused wounded injured dead deceased slain fallen off-duty
    on-duty male female black white hispanic latino african-american asian american local innocent pregnant
    homeless retired former additional more remaining surviving second third first fourth fifth sixth seventh
    two three masked hooded lone juvenile high school college security police sheriff sheriff's state county
    city family gang fellow intended apparent possible main prime potential shooting gunshot murder homicide
    stabbing robbery assault burglary critically seriously fatally severely other several multiple few little
    big baby infant toddler small minor tiny only same next-door front desk store club bar restaurant delivery
    pizza taxi cab truck bus bank gas station apartment party veteran rookie patrol plainclothes undercover
    uniformed federal deputy special detective correctional corrections probation parole narcotics transit
    campus border highway municipal metro suburban bystander random estranged common-law longtime live-in
    middle-aged light-skinned dark-skinned heavyset tall short drunken intoxicated drunk distraught suicidal
    disgruntled gunman suspect motorcycle bicycle car female-and-male best close good unrelated unsuspecting
    beloved promising hospitalized uninjured unharmed barricaded mentally ill disabled autistic biological
    foster adopted step new current ex soon-to-be great rival known self-described confessed convicted wanted
    fleeing native father-and-son another lead armored part-time full-time u.s. us military army navy
    national-guard air force dead-on-arrival at-large final last single married 1st 2nd 3rd 4th 5th""".split()
)
"""Words that may stand between "a" or "two" and a word for a person."""

RACES: dict[str, str] = {
    "black": "black",
    "african-american": "black",
    "white": "white",
    "hispanic": "Hispanic",
    "latino": "Latino",
    "latina": "Latina",
    "asian": "Asian",
}
"""Words for a race as published."""

RANKS = frozenset(
    """officer deputy sgt sergeant lt lieutenant capt captain cpl corporal chief sheriff detective det trooper agent
    constable marshal cmdr commander maj major col colonel investigator inspector bailiff superintendent ranger dep ofc
    patrolman undersheriff tpr insp supt officers deputies troopers detectives sgts lts""".split()
)
"""Ranks that stand before an officer's name."""

RANK_PARTS = frozenset(
    "police sheriff's special senior chief assistant deputy first master staff state city lead acting interim "
    "reserve patrol asst detective department corrections correctional homicide county metro".split()
)
"""Words that belong to the rank they stand before ("Assistant Police Chief")."""

TITLES = frozenset(
    """mr mrs ms miss dr doctor rev reverend pastor bishop father mayor gov governor sen senator rep president
    prosecutor attorney judge coroner spokesman spokeswoman spokesperson councilman councilwoman commissioner
    superintendent principal professor prof director solicitor councilor alderman imam rabbi congressman congresswoman
    secretary coach dj atty reporter editor justice minister medical examiner magistrate hon""".split()
)
"""Other titles that stand before a name."""


def sex_of_title(title: str | None) -> Sex | None:
    """The sex that a title tells ("Mrs.")."""
    said = {word.rstrip(".") for word in (title or "").lower().split()}
    if said & {"mrs", "ms", "miss", "spokeswoman", "councilwoman"}:
        return Sex.FEMALE
    return Sex.MALE if said & {"mr", "spokesman", "councilman"} else None


def sex_of_words(noun: Noun | None, modifiers: list[str]) -> Sex | None:
    """The sex that a noun and the words before it tell ("a male victim")."""
    if noun is not None and noun.sex is not None:
        return noun.sex
    if "male" in modifiers:
        return Sex.MALE
    return Sex.FEMALE if "female" in modifiers else None
