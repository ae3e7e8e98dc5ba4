"""Words that tell what became of people, as tables: looked up by `tolls.py`, it decides nothing itself."""

BE = frozenset("was were is are been be being get got gets".split())
SKIPPED = BE | frozenset(
    """has have had also all both each reportedly allegedly apparently later confirmed left found who that which
    critically seriously severely slightly gravely badly listed reported believed accidentally then
    pronounced declared remain remains remained now still may""".split()
)
"""Words between people and what became of them."""
PLACING = frozenset("in inside at outside near from of on".split())
FATAL = frozenset("fatally mortally".split())
DEAD = frozenset("dead killed slain died dies die murdered deceased dying perished succumbed".split())
HURT = frozenset(
    "wounded injured hurt hospitalized hospitalised recovering survived survive survives grazed critical".split()
)
HIT = frozenset("shot struck hit gunned stabbed shoot".split())
"""Whether they live is not said."""
SUFFERED = frozenset("suffered suffering sustained suffer with received".split())
SUFFERING = frozenset("wound wounds injury injuries".split())
TAKEN = frozenset("taken transported rushed airlifted flown driven brought hospitalized treated sent".split())
CARE = frozenset("hospital hospitals medical center clinic trauma infirmary".split())
IN_CARE = frozenset("critical condition hospital surgery".split())
TELLING = DEAD | HURT | HIT | FATAL | SUFFERING | CARE | IN_CARE | frozenset(("treated",))
"""Without one of these, no sentence tells what became of anybody."""
KILLS = frozenset("kills killed killing kill murdered murdering slays slaying".split())
WOUNDS = frozenset("wounds wounded wounding injures injured injuring hurts hurting hospitalizes hospitalizing".split())
SHOOTS = frozenset("shoots shot shooting hitting striking struck stabbed stabs stabbing grazing".split())
DEEDS = KILLS | WOUNDS | SHOOTS
PASSIVE = frozenset("killed murdered wounded injured shot struck stabbed".split())
"""Forms that say of those before that it was done to them, where nobody follows whom they did it to."""
OF_THE_DEAD = frozenset(
    "death deaths murder murders killing killings slaying slayings homicide homicides bodies".split()
)
OF_THE_HIT = frozenset("shooting shootings stabbing wounding".split())
CLAIM = frozenset("claim claims claimed claiming took take taking".split())
THINGS = frozenset(
    "shooting shootings gunfire shootout rampage spree attack incident violence tragedy massacre explosion".split()
)
"""What kills without being anybody: the number of the dead may count whoever did it."""
TIMES = {"double": 2, "dual": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
COMPOUND_DEAD = frozenset(
    "homicide homicides murder murders killing killings slaying slayings fatal fatality murder-suicide".split()
)
COMPOUND_HIT = frozenset("shooting shootings stabbing".split())
ROLES = frozenset(
    "victim victims suspect suspects gunman gunmen killer shooter shooters person spree rampage survivor".split()
)
"""Behind "shooting" they make one word with it: "a shooting victim"."""
AFTER_BARE = frozenset(
    """and other others more in at on during outside inside near before after while as with early late from of
    overnight then wounding wounds wounded injuring injures injured dead hurt monday tuesday wednesday thursday friday
    saturday sunday last this who when where since across by""".split()
)
"""What may follow a number that counts people without a word for them: "killing two in a bar", not "shot two times"."""
WHOM = frozenset("him her them himself herself themselves me us you one another it family everyone".split())
"""Words for those that something was done to."""
BEFORE_WHOM = frozenset("and killed wounded injured critically fatally at least dead".split())
DENYING = frozenset("no not n't never nobody none neither without".split())
CHARGED_DEAD = frozenset("murder homicide manslaughter".split())
