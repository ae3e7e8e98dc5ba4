"""Words and phrases of one or two words that `triage` weighs, in small letters, "|" for a space and "#" for a digit.

`EVENTS` tell of violence: 5 and 3 for those that do so by themselves, 2 and 1 for those that need others beside them.
`SURROUNDINGS` stand where violence is reported. `AGAINST` shows that words of violence mean something else, a war among
them: 2 for words that hardly ever stand in a report of it, 1 for others. `PAGE` is what a site says about itself in
place of a report.
"""

_HURT = """
    # ## two three four five six one several man woman boy girl teen teens teenager child toddler people person men
    women victim officer deputy student baby son daughter brothers
""".split()
_UNMISTAKABLE = """
    gunman gunned stabbed stabbing stabbings murder-suicide slain fatally|shot shot|dead shot|himself
    shot|herself accidentally|shot opened|fire
""".split()
_PLAIN = """
    gunmen drive-by shoot-out officer-involved slaying was|shot were|shot been|shot being|shot is|shot got|shot
    fatally|shot shot|himself shot|herself shot|themselves shot|dead shot|him shot|her shot|multiple shot|several
    shot|twice shoots|self shoots|himself shoots|herself shoots|man shot|while shot|during accidentally|shot
    accidentally|shoots critically|shot accidental|shooting accidentally|killed opened|fire opening|fire opens|fire
    shots|fired fired|shots shots|rang fatal|shooting deadly|shooting shooting|death shooting|deaths shooting|victim
    shooting|victims shooting|happened shooting|occurred shooting|suspect shooting|suspects shooting|left
    shooting|that shooting|near shooting|outside shooting|leaves shooting|injures shooting|kills double|shooting
    triple|shooting quadruple|shooting mass|shooting police|shooting overnight|shooting accidental|discharge
    murder|suspect attempted|murder attempted|homicide first-degree|murder second-degree|murder capital|murder
    voluntary|manslaughter involuntary|manslaughter reckless|homicide criminal|homicide
    negligent|homicide murder|charge murder|charges with|murder stabbed|to beaten|to shot|to gun|violence|victim
    pellet|gun bb|gun stray|bullet self-inflicted pistol-whipped hit|by|gunfire turned|the|gun turning|the
    shot|killed shoot|him shoot|her accidentally|fired accidentally|discharged gun|discharged gun|went
    weapon|discharged girl|struck boy|struck bullet|fired double|murder triple|murder quadruple|murder murder|of
    shootout|at deadly|crossfire hunting|mishap hunting|accident suspicious|deaths death|investigation
    gunshot|wound gunshot|wounds self|inflicted accidentally|shooting shooting|himself shooting|herself
    shooting|themselves rifle|went handgun|went pistol|went shotgun|went weapon|went firearm|went
""".split()
_STRONG_HINTS = """
    gunshot gunshots gunfire shots|were murdered manslaughter bullet bullets handgun pistol gunpoint killed|his
    killed|her killed|wife killed|himself then|himself killed|while killing|his killing|her it|fired
""".split()
_HINTS = """
    shot shots shooting shootings shooter shooters homicide homicides murder murders killed killing killings gun
    shotgun rifle firearm revolver knife weapon wounded wounds assault robbery robbed carjacking hostage standoff
    shootout slayings ambush ambushed massacre rampage a|shooting the|shooting shooting|in in|shooting shooting|at
    shot|in shot|at shot|a shot|and to|death open|fire shot|by kill|himself killed|himself killed|her
    killed|his tased tasered taser beaten strangled suspicious|death the|leg the|chest the|head the|stomach the|arm
    the|neck the|abdomen were|fired bodies|were found|dead in|death domestic|violence of|shooting after|shooting
    before|shooting for|shooting the|murder the|killing indicted|in crossfire struck|by by|bullet the|bullet
    vehicular|homicide shooting|was
""".split()


def _phrases(words: list[str], weight: int) -> dict[str, int]:
    return dict.fromkeys((word.replace("|", " ") for word in words), weight)


EVENTS: dict[str, int] = {
    **_phrases(_HINTS, 1),
    **_phrases(_STRONG_HINTS, 2),
    **_phrases([f"{who}|shot" for who in _HURT], 3),
    **_phrases([f"{who}|stabbed" for who in _HURT], 3),
    **_phrases(_PLAIN, 3),
    **_phrases(_UNMISTAKABLE, 5),
}

SURROUNDINGS: frozenset[str] = frozenset(
    """
    police critical condition deputies deputy sheriff sheriff's suspect suspects victim victims detectives
    investigators officers hospital ambulance pronounced arrested custody charged jail wounded injured died dead
    coroner autopsy scene block witnesses motive deadly arrest homicide homicides relatives dies fatally critically
    guilty indicted cops friend girlfriend hospitalized
    """.split()
)

_OTHER_TOPICS = """
    simulated theatrical staged coach basketball baseball football soccer hockey golf quarterback playoff playoffs
    tournament semifinal inning innings halftime rebounds rebound goalie puck birdie bogey par nba nfl nhl ncaa
    touchdown buzzer clays film films movie movies screenplay episode netflix photographer portraits actors novel
    vaccine vaccines flu pneumonia rocket satellites orbit shares earnings investors lawmakers legislation senate
    drill battlefield reenactors consoles espresso collided collision rollover helicopter drowned drowning lightning
    shooting|guard box|score fourth|quarter three-pointer free|throws overtime
    house|fire apartment|fire brush|fire car|crash plane|crash fatal|crash car|accident heart|attack
    wicket wickets batsman archery archer jockey
""".split()
_OTHER_TALK = """
    decline declined dropped prevention committee delegate casting blanks permit statewide season league assists
    scored scores goals pointers producer director actor actress studio camera streaming author chapter script
    scenes clinic stock analysts profit percent statistics figures budget bill council grant governor hearing
    sponsor hunters deer buck wildlife bear game games players trap band concert coffee anniversary museum century
    exercise volunteers train trains training crash crashed firefighters smoke exhibit species biologists
    researchers editorial cricket guitarist drummer songs album
""".split()

_WARS = """
    israeli israelis israel palestinian palestinians gaza hamas afghan kandahar taliban militants militia militias
    insurgents rebels warplanes airstrike airstrikes missiles peacekeepers pentagon prime|minister foreign|minister
    defense|ministry security|council united|nations war|crimes the|army army|post army|said
""".split()
_WAR_TALK = """
    soldiers military troops rebel militant afghanistan coup truce ceasefire missile parliament minister ministry
    ambassador embassy tribunal
""".split()

AGAINST: dict[str, int] = {**_phrases([*_OTHER_TALK, *_WAR_TALK], 1), **_phrases([*_OTHER_TOPICS, *_WARS], 2)}

PAGE: frozenset[str] = frozenset(
    """
    cookie cookies consent privacy javascript browser browsers enable enabled subscribe subscription subscriber
    password account accept preferences partners advertising personalized adblocker login settings disable
    verification activate spam profile folder
    """.split()
)
