"""Short news texts that tell of no violent incident, written for the tests: plain ones, and ones that come near.

Each is an id, a title and a body. The near ones use the words of violence for something else: sports, film, medicine,
history, statistics, policy, a drill.
"""

PLAIN: tuple[tuple[str, str, str], ...] = (
    (
        "school budget",
        "School board passes $48 million budget",
        "The Harlow County school board voted 5-2 on Tuesday to pass a $48 million budget that adds three "
        "reading teachers and replaces two aging buses. Board chair Denise Albright said the plan keeps the tax "
        "rate where it is. Parents who spoke asked for later start times at the high school, which the board "
        "will take up in May.",
    ),
    (
        "weather",
        "Snow to taper off by evening",
        "Four to six inches of snow are expected across the valley before the storm moves east Thursday "
        "evening, the National Weather Service said. Plows were out before dawn. Schools opened two hours late "
        "and the library closed early. Highs on Friday will reach the upper 20s under clearing skies.",
    ),
    (
        "road works",
        "Bridge on Route 9 to close for repairs",
        "The Mill Creek bridge on Route 9 will close Monday for eight weeks while crews replace the deck, the "
        "state transportation department said. Drivers will be sent around by way of Quarry Road. About 4,000 "
        "vehicles cross the bridge each day. The work will cost $1.9 million.",
    ),
    (
        "bakery opens",
        "Bakery opens in old feed store",
        "The smell of bread fills the old feed store on Depot Street again. Marta and Owen Pryce opened their "
        "bakery on Saturday, and by 10 a.m. the cinnamon rolls had sold out. The couple restored the tin "
        "ceiling themselves and hope to add a lunch counter by fall.",
    ),
    (
        "council zoning",
        "Council delays vote on apartments",
        "The Fairmont City Council put off until next month a vote on a 120-unit apartment complex near the "
        "river after neighbors raised concerns over parking and storm water. Developer Glen Orr said he would "
        "bring new drawings. Council member Pia Lund said the town needs housing that teachers can afford.",
    ),
    (
        "harvest",
        "Apple growers expect a big crop",
        "A warm spring and steady rain have left the county's orchards heavy with fruit, and growers expect the "
        "best crop in a decade. Picking begins the last week of August. Labor remains the worry, said Hal "
        "Brandt, who farms 90 acres along the ridge and has hired 20 pickers.",
    ),
    (
        "library",
        "Library to lend tools and telescopes",
        "Starting in June, a library card will get you more than books. The Cedar Falls library will lend hand "
        "tools, sewing machines and two telescopes, director Amy Castillo said. The collection was paid for by "
        "a grant. Items may be kept for two weeks and must be returned clean.",
    ),
    (
        "car show",
        "Classic cars fill Main Street",
        "More than 200 classic cars lined Main Street on Saturday for the 30th annual Chrome and Clover show. A "
        "1957 coupe restored by Lee Anne Foster of Dover took best in show. Money raised goes to the food "
        "pantry, which serves 300 families a month.",
    ),
    (
        "hospital wing",
        "Hospital breaks ground on heart center",
        "St. Brendan's Hospital broke ground Wednesday on a four-story heart center that will open in 2027. The "
        "wing will hold 36 beds and two operating rooms. Chief executive Ruth Okafor said patients now drive "
        "two hours for the same care. Donors have given $12 million so far.",
    ),
    (
        "plant hires",
        "Battery plant to hire 400",
        "A battery maker will hire 400 people at its new plant outside Decatur, the company said Monday. Pay "
        "starts at $24 an hour. The first lines begin running in the spring. The county agreed to a ten-year "
        "tax break worth $30 million, which two commissioners opposed.",
    ),
    (
        "water rates",
        "Water bills to rise 4 percent",
        "Water customers in Ashby will pay 4 percent more beginning in July, about $2 a month for the average "
        "home. The money will replace cast-iron mains laid in the 1930s. Utility director Sam Teague told "
        "commissioners that breaks have doubled in five years.",
    ),
    (
        "spelling bee",
        "Sixth-grader wins county spelling bee",
        "It took 19 rounds and the word 'chrysalis,' but Priya Nair, a sixth-grader at Lincoln Middle School, "
        "won the county spelling bee on Friday. She beat 41 other spellers and goes on to the state contest in "
        "March. Her advice: read everything, even cereal boxes.",
    ),
    (
        "power outage",
        "Squirrel blamed for outage",
        "A squirrel that climbed into a substation knocked out power to 3,100 homes on the north side for about "
        "two hours Sunday, the utility said. Traffic lights were dark on Grant Avenue. Crews had everyone back "
        "by 1 p.m. The squirrel did not survive.",
    ),
    (
        "election",
        "Early voting begins in mayor's race",
        "Early voting in the race for mayor began Monday with short lines at all six sites. Incumbent Teresa "
        "Boyle faces architect Dan Whitlock and retired teacher Rosa Medina. The clerk's office said 1,140 "
        "people voted by closing time, a little more than four years ago.",
    ),
    (
        "trail",
        "New trail links parks along the river",
        "A paved trail that links three parks along the Wapsi River opened Saturday with a bike parade. The "
        "seven-mile path took nine years to finish and cost $5 million, most of it from the state. Dogs are "
        "welcome on leashes. Lights will be added next year.",
    ),
    (
        "obituary",
        "Longtime band director dies at 88",
        "Walter Enright, who led the Marshfield High band for 31 years and taught half the town to read music, "
        "died Sunday at his home after a long illness. He was 88. Former students plan to play at his service. "
        "'He never raised his voice,' said clarinetist June Abbott.",
    ),
    (
        "recall",
        "Grocer recalls bagged spinach",
        "A regional grocer is recalling bagged spinach sold in eleven stores after a routine test found "
        "listeria. No illnesses have been reported. Customers may return the bags for a refund. The company "
        "said the spinach came from one field and that shipments have stopped.",
    ),
    (
        "college",
        "College freezes tuition for third year",
        "Trustees of Weldon College voted to hold tuition at $31,200 for a third year. President Irene Solberg "
        "said enrollment grew by 80 students. The college will pay for the freeze with savings on energy and by "
        "leaving some jobs open.",
    ),
    (
        "theater",
        "Community theater stages a musical",
        "The Elm Street Players open their season Friday with a musical about a traveling salesman. Director "
        "Nora Pike has cast her father in the lead. 'He still can't dance,' she said. Tickets are $15 at the "
        "door, and the show runs for three weekends.",
    ),
    (
        "house fire",
        "Family escapes house fire",
        "A family of five got out safely when fire damaged their house on Locust Street early Monday. A smoke "
        "alarm woke them about 3 a.m., Fire Chief Don Markle said. The fire began in a clothes dryer. The Red "
        "Cross is helping the family find a place to stay.",
    ),
    (
        "car crash",
        "Two hurt in crash on Interstate 74",
        "Two people were taken to a hospital after a pickup and a van collided on Interstate 74 near the Orion "
        "exit Thursday morning. State police said the pickup slid on ice. Neither driver's injuries were "
        "life-threatening. The westbound lanes were closed for an hour.",
    ),
    (
        "drug arrest",
        "Traffic stop turns up methamphetamine",
        "A traffic stop for a broken taillight led deputies to two pounds of methamphetamine Wednesday, the "
        "sheriff's office said. The driver, 44, was arrested and charged with possession with intent to "
        "deliver. He is due in court in two weeks. A passenger was released.",
    ),
    (
        "fraud",
        "Bookkeeper pleads guilty to theft",
        "A former bookkeeper pleaded guilty Tuesday to taking $86,000 from a dental practice over four years. "
        "Prosecutors said she wrote checks to herself and paid for vacations. Sentencing is set for June. Her "
        "attorney said she has begun to pay the money back.",
    ),
    (
        "missing dog",
        "Missing dog found after 11 days",
        "Biscuit, a beagle that slipped his collar at a rest stop, was found 11 days later and 14 miles away by "
        "a mail carrier. He had lost four pounds. Owner Kay Dunmore said he slept through the ride home and "
        "then asked for supper.",
    ),
    (
        "rescue",
        "Kayakers pulled from lake",
        "Firefighters pulled two kayakers from Stone Lake on Sunday afternoon after wind tipped their boats. "
        "Both wore life jackets and were treated for cold at the dock. Chief Al Benton urged boaters to check "
        "the forecast before they go out.",
    ),
)

NEAR: tuple[tuple[str, str, str], ...] = (
    (
        "shooting guard",
        "Hawks lean on new shooting guard",
        "Shooting guard Malik Dunn scored 31 points and the Hawks shot 54 percent from the field in a 98-90 win "
        "over the Falcons on Friday night. Dunn made a shot at the buzzer before halftime and hit six "
        "3-pointers. 'We were hot from outside,' coach Len Farris said. The Hawks held the Falcons to one field "
        "goal in the last five minutes.",
    ),
    (
        "hockey shootout",
        "Wolves win in shootout",
        "Goalie Erik Sand stopped 38 shots and three more in the shootout as the Wolves beat the Kings 3-2 on "
        "Saturday. Captain Joel Reese scored the winner with a wrist shot under the bar. The Wolves killed off "
        "four penalties and lead the league in power-play goals.",
    ),
    (
        "soccer attack",
        "Attack comes alive for Lady Bears",
        "The Lady Bears' attack came alive in the second half of a 4-0 victory. Forward Ana Ruiz fired a shot "
        "off the post and buried the rebound a minute later. The defense allowed two shots on goal. The team "
        "plays the semifinal of the tournament on Tuesday.",
    ),
    (
        "golf",
        "Local golfer shoots 64 to lead Open",
        "Tess Holloway shot an 8-under 64 on Thursday to take a two-stroke lead in the state Open. She holed a "
        "bunker shot for birdie on 16 and saved par on 18. 'I hit one bad shot all day,' she said. Two players "
        "are tied at 66.",
    ),
    (
        "film shoot",
        "Film crew to close downtown streets",
        "Several blocks of downtown will close this weekend for the shooting of a crime drama. Scenes will be "
        "shot at the old courthouse and on the Fourth Street bridge, producer Wes Talbot said. Residents may "
        "hear blanks fired Saturday night. The movie was shot in part in Canada. Extras are paid $120 a day.",
    ),
    (
        "photo shoot",
        "Photographer offers free senior portraits",
        "Photographer Ella Grant will give free photo shoots to high school seniors whose families cannot pay. "
        "Each session is shot in black and white on an old film camera. 'One good shot is worth a hundred,' "
        "Grant said. Students may sign up at the library.",
    ),
    (
        "flu shots",
        "Flu shots at county clinic",
        "The county health department will give flu shots from 9 a.m. to 4 p.m. Saturday. Shots are free for "
        "children and people over 65. Nurse manager Carol Dietz said this year's vaccine is a good match. A "
        "second shot protects against pneumonia.",
    ),
    (
        "rocket",
        "Rocket shot into orbit after delay",
        "A rocket carrying 22 small satellites shot into a clear sky Sunday after a two-day delay. Controllers "
        "had called off an earlier try when a sensor read wrong. The booster landed on a barge eight minutes "
        "later to cheers. It was the company's third launch this month.",
    ),
    (
        "cannabis stocks",
        "Shares take a hit after earnings miss",
        "Shares of the furniture maker took a hit Tuesday after earnings missed targets. Rising lumber costs "
        "killed margins, analysts said, and the company fired its finance chief. The stock, which shot up in "
        "the spring, is down 30 percent. Executives said they would attack costs.",
    ),
    (
        "heart attack",
        "Trooper saves man having heart attack",
        "A state trooper saved a 61-year-old man who had a heart attack at a gas station Monday. Trooper Jill "
        "Amato used a defibrillator from her car and brought him back before the ambulance arrived. He is "
        "recovering in a hospital. 'She gave me a second shot,' the man's wife quoted him as saying.",
    ),
    (
        "deer season",
        "Deer season opens with good numbers",
        "Hunters took 2,300 deer on the opening weekend of firearm season, about the same as last year. The "
        "largest, a 12-point buck, was shot with a rifle near Bixby. Wardens wrote nine tickets and reported no "
        "accidents. Hunters must wear orange and unload their guns before crossing a road.",
    ),
    (
        "skeet",
        "Trap team heads to state",
        "The high school trap shooting team broke 476 of 500 targets to win its conference. Senior Abby Cole "
        "hit 99 clays with her shotgun, a school record. Coach Ned Parr said the club has grown from six "
        "shooters to 34. Safety comes first at the range, he said.",
    ),
    (
        "crime statistics",
        "Violent crime falls 9 percent",
        "Violent crime in the city fell 9 percent in the first half of the year, according to figures that the "
        "police department gave the council Monday. Homicides fell from 41 to 33 and shootings from 160 to 139. "
        "Robberies rose slightly. Police Chief Anita Marsh credited foot patrols. Council members asked for "
        "numbers by district.",
    ),
    (
        "gun bill",
        "Senate panel hears gun bill",
        "A Senate committee heard four hours of testimony Wednesday on a bill that would require background "
        "checks for private gun sales. Supporters said it would cut gun violence. Opponents said criminals "
        "ignore laws. The bill's sponsor, Sen. Paula Reyes, said she expects a vote in March. The governor has "
        "not taken a position.",
    ),
    (
        "gun violence grant",
        "City wins grant to curb gun violence",
        "The city will use a $2 million federal grant to curb gun violence with summer jobs and mentors. Mayor "
        "Lou Harding said the money will reach 600 young people in the neighborhoods where shootings are most "
        "common. Two nonprofits will run the program and report to the council each quarter.",
    ),
    (
        "police drill",
        "Officers train for active shooter",
        "Dozens of officers and firefighters took part in an active shooter drill at the closed Roosevelt "
        "School on Saturday. Volunteers with makeup played the wounded. Sgt. Ray Pope said the exercise tests "
        "radios and stretchers more than guns. No live rounds were used. Another drill is planned for the mall.",
    ),
    (
        "police hiring",
        "Police department short 40 officers",
        "The police department has 40 open jobs and will offer $10,000 to officers who come from other towns, "
        "Chief Bill Sloan said. Response times have grown by two minutes. The union wants higher pay instead. "
        "The council will decide next week whether to find the money in the budget.",
    ),
    (
        "body cameras",
        "Deputies to wear body cameras",
        "Sheriff's deputies will begin wearing body cameras in September, Sheriff Kim Lang told commissioners. "
        "The county will lease 60 cameras for $90,000 a year. Video will be kept for 180 days, longer if a "
        "deputy uses force. The jail will get new cameras as well.",
    ),
    (
        "civil war",
        "Battlefield marks anniversary",
        "Reenactors fired muskets and a cannon on Saturday to mark the anniversary of the battle at Pine Ridge, "
        "where 900 soldiers were killed or wounded in 1863. Ranger Tom Ellery said visitors can walk the line "
        "of the attack. A wreath was laid for both sides. The park will add a path for wheelchairs.",
    ),
    (
        "novel",
        "Author's new mystery is set at home",
        "In her new novel, Joan Severs sends a weary detective after the murder of a piano tuner. 'I kill "
        "somebody in chapter one and feel bad until chapter thirty,' she said. The book is her ninth. Severs "
        "will read at the bookstore on Thursday and sign copies.",
    ),
    (
        "tv review",
        "Review: A crime series that misses its shot",
        "The new series opens with a shooting, a chase and a wise old detective, and you have seen them all "
        "before. The actors do what they can with the script, but the director never finds a tone. By the third "
        "episode the killer is plain. Streaming from Friday.",
    ),
    (
        "video game",
        "Studio unveils new shooter",
        "The studio showed a new first-person shooter on Tuesday in which players fight robots on Mars. Weapons "
        "include a grappling gun and a freeze rifle. The game drops the battle mode that fans disliked. It will "
        "be out for all consoles in November and costs $60.",
    ),
    (
        "concert",
        "Band slays hometown crowd",
        "The band slayed a hometown crowd of 4,000 on Friday with a set that opened with all guns blazing. "
        "Singer Dee Marlow dedicated a song to her late mother. Drummer Cal Hines hit everything in reach. The "
        "tour goes on to Omaha and Tulsa.",
    ),
    (
        "market killing",
        "Coffee shop makes a killing on rainy days",
        "Rain is good for business at the Daily Grind, where owner Pat Unger says she makes a killing on cold "
        "mornings. The double-shot mocha outsells everything. A new espresso machine pulls four shots at once. "
        "The shop will stay open until 8 p.m. through winter.",
    ),
    (
        "bear",
        "Bear struck by truck on highway",
        "A black bear was struck and killed by a truck on Highway 16 early Tuesday. Wildlife officers said it "
        "was a young male looking for food before winter. The driver was not hurt. Bears are crossing roads "
        "more often this fall because acorns are scarce, biologist Rae Cobb said.",
    ),
    (
        "gun buyback",
        "Buyback takes in 212 guns",
        "Residents turned in 212 guns at a buyback in the church parking lot Saturday, among them 90 handguns "
        "and an old carbine. Each brought a $100 gift card. Police will check whether any were stolen and then "
        "melt them down. Pastor Leon Tibbs said one fewer gun in a drawer is worth the trouble.",
    ),
    (
        "fatal crash",
        "Two killed in crash on county road",
        "Two people were killed Sunday night when a car left County Road 8 and hit a tree, the sheriff's office "
        "said. The driver, 19, and a passenger, 18, both of Alton, were pronounced dead at the scene. Deputies "
        "said the car was going too fast for the curve. A third teen is in a hospital in serious condition.",
    ),
    (
        "fire death",
        "Woman dies in apartment fire",
        "A 70-year-old woman died when fire swept her apartment on Bell Street early Friday, fire officials "
        "said. Neighbors tried to reach her but were driven back by smoke. Investigators think the fire began "
        "with a space heater. Two firefighters were treated for minor burns at a hospital.",
    ),
    (
        "drowning",
        "Teen drowns at quarry",
        "A 16-year-old boy drowned Saturday at a flooded quarry where swimming is not allowed, police said. "
        "Friends said he jumped from a ledge and did not come up. Divers found his body after two hours. Police "
        "Chief Gene Mott asked parents to talk with their children about the danger.",
    ),
    (
        "mental health",
        "Task force urges help before crisis",
        "A task force named after last year's debates on mental health said the county should send counselors "
        "with deputies on crisis calls. The report counts 1,900 such calls a year. It says that most end "
        "without arrest or injury. Commissioners thanked the members and asked for costs by August.",
    ),
    (
        "screenshot",
        "Phone update makes screenshots easier",
        "The latest phone update lets you take a screenshot of a whole page and share it with a tap. It also "
        "fixes a bug that killed batteries and adds a sharper camera mode for long shots. Older models get it "
        "next week. Back up your data before you start.",
    ),
)
