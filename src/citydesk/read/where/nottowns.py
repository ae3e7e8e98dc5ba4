"""Words that are no towns, though there are towns of their names, or though they stand where a town would.

Tables, looked up by `localities.py`.
"""

WORDS_TOO = frozenset(
    """police home man woman officer early sunday monday tuesday wednesday thursday friday saturday media price
    justice industry commerce normal best hope gun mars friend story may april june august march young day king
    bond bishop chance center victor union start loving winner liberty freedom independent guy oblong church
    temple college university hospital post page roads street lane avenue park plain view hill forest grove
    garden beach island opportunity defiance surprise truth economy energy experiment eighty four five points
    mission ford speed white black brown green gray blue red golden silver crystal star sun moon parole surgery
    victim trial alert community reading battle shooter rifle pistol bullet west east north south southern
    western central northern eastern new old big little st saint fort mount lake river city town county valley
    heights hills falls springs bay creek mobile orange buffalo medical battlefield prospect advance why what
    who cool enterprise progress rescue security social superior given bath bell gas globe christmas many
    supreme harbor twin home panhandle happy deputy cash""".split()
)
"""Names that are more often an ordinary word than a town: they need a state behind them, or "in" before them."""
NEVER = frozenset(
    """the sunday monday tuesday wednesday thursday friday saturday january february march april may june july
    august september october november december jan feb aug sept oct nov dec skip""".split()
)
"""Words that no place's name begins with in news; "The" of "The Bronx" is left out of the mention."""
DAYS_BEHIND = (NEVER - {"the"}) | frozenset("thanksgiving christmas easter halloween".split())
"""What stands behind a place's name and is no part of one: "in Arab Tuesday", "in Elliston Thanksgiving Day"."""
SEASONS = frozenset("spring summer winter".split())
"""Seasons that are towns as well, and written with a capital only as such."""
ABROAD = frozenset(
    """english spanish french iraq afghanistan mexico canada america china russia england france germany europe
    africa asia australia india iran israel syria vietnam japan italy brazil honduras guatemala facebook twitter
    instagram snapchat youtube internet spring summer autumn fall winter christmas easter thanksgiving halloween
    congress army navy chinese german russian christ heaven islam district superior municipal circuit federal
    supreme common unit room ward zone section phase critical serious guarded pakistan turkey cuba haiti jamaica
    ireland scotland britain london paris brussels apartment block building""".split()
)
"""Capitals behind "in" that are no town of the United States; "Skip in Skip" stands beside many videos."""
