"""Words that are no names of persons, as tables: looked up by `names.py`."""

NOT_NAME = frozenset(
    """se sw ne nw street avenue road drive lane boulevard court place highway parkway way st ave rd dr ln blvd ct
    hwy circle terrace trail pike square plaza alley loop expressway freeway interstate route turnpike bridge
    hospital center centre medical clinic university college school elementary academy church temple cathedral
    department police sheriff office county city town township village district division bureau agency authority
    unit patrol force courthouse jail prison park lake river creek beach island valley mountain hills heights
    ridge apartments apartment complex mall store market grill bar lounge club restaurant inn hotel motel casino
    cafe theater theatre stadium arena airport station tower towers building hall gym garden gardens farms news
    channel tv radio times post tribune herald journal gazette press chronicle daily sun star examiner sentinel
    observer courier dispatch enquirer inquirer associated network media facebook twitter instagram youtube
    gofundme google images getty photo video buy image caption read story share follow contact updated published
    posted copyright association foundation fund company corp inc llc group union board council committee
    commission administration league team army navy guard corps squad task swat fbi atf dea tbi gbi crime
    stoppers crimestoppers stopper monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december jan feb mar apr jun jul aug sept sep oct
    nov dec christmas easter halloween thanksgiving independence memorial labor new year eve fourth north south
    east west northeast northwest southeast southwest northern southern eastern western downtown uptown midtown
    central upper lower state states united america american americans african-american hispanic latino the a an
    in on at of for to from by with and or but after before when while officers officer according no not this
    that these those his her their its our he she they it we i you there here if as so what who why how where
    another two three four five six seven eight nine ten some all both one several many most other others gunman
    suspect shooting shooter victim victims killed dead shot man woman boy girl teen teens people murder
    homicide suicide breaking update live watch click also just then now today tonight yesterday meanwhile
    however authorities investigators detectives deputies neighbors witnesses god lord jesus jeep ford chevrolet
    chevy honda toyota nissan dodge buick cadillac mercedes bmw lexus glock smith&wesson ak ar high middle
    junior senior varsity football basketball emergency services fire rescue ems sgt lt general regional
    national federal metro metropolitan municipal public community saint mount fort black white special major
    crimes criminal investigation investigations grand jury superior following among during despite since until
    upon through under over within against though although because like every each magazine morning afternoon
    evening night related coverage gallery slideshow editor reporter staff writer circuit supreme attorney
    prosecutor attorney's sheriff's children's women's""".split()
)
"""Words that no name has, or that say that the whole is the name of something else."""
MONTH_NAMES = frozenset("april june august may january jan".split())
"""Months that are also first names."""
NOT_IN_HEADLINE = frozenset(
    """man men woman boy girl child baby teen police officer shot shots gun guns killed dead home house street car
    night day week year time found held said says say faces face charge charges case family group party son
    mother father brother sister death murder arrest arrested custody suspect hurt hit two one injured wounded
    bond jail court trial judge crash fire scene store bar club in of at on after for from by with over near
    outside rally vigil high school work job fight drive block area hospital victim victims fatal early late
    morning afternoon evening""".split()
)
"""Words of headlines that the Census knows as surnames."""
ALSO_SURNAMES = frozenset(
    "white black hall park church west north young star early major ford bishop justice northern".split()
)
"""Of the words that no name has, those that close one behind a first name ("Tyler White")."""
JOINING = frozenset("the a an in on at of for to from by with and or but after before when while".split())
"""Of the words that no name has, those that do not make the words before them a name of something else."""
INSTITUTIONS = frozenset("hospital hospitals clinic university college airport apartments jail".split())
"""Words, in small letters too, that make the words before them the name of something else."""
