"""Which states a news outlet serves, told from its address and name.

In: a report's url and publisher. Out: states, the likeliest first. That only helps to choose between places of one
name: it is never a fact of a report.
"""

import re
from functools import cache
from urllib.parse import urlsplit

from citydesk.read.where.gazetteer import City, cities_of_size
from citydesk.read.where.states import STATES

_STATIONS = """
AL: WBRC WVTM WIAT WBMA WSFA WAKA WNCF WCOV WAFF WHNT WAAY WZDX WTVY WDHN WDFX WTVM WKRG WALA WPMI
AL FL: WEAR WKRG WALA WPMI WJHG WMBB
GA AL: WTVM WRBL WLTZ WXTX
AK: KTUU KTVA KYUR KTBY KTVF KTOO
AZ: KPHO KTVK KPNX KNXV KSAZ KPHE KOLD KGUN KVOA KMSB KYMA KSWT KTAR KJZZ
AR: KATV KARK KTHV KLRT KAIT KHBS KHOG KFSM KNWA KFTA
CA: KTLA KNBC KABC KCBS KCAL KTTV KCOP KPCC KGO KPIX KNTV KTVU KRON KCRA KXTV KOVR KTXL KMAX KGTV KNSD KFMB
CA: KSWB KUSI
CA: KFSN KSEE KGPE KMPH KBAK KERO KGET KSBW KION KSBY KCOY KEYT KHSL KNVN KRCR KAEF KIEM KMIR KESQ KQED KDOC KVPR
CO: KMGH KUSA KCNC KDVR KWGN KKTV KOAA KRDO KXRM KREX KJCT KKCO KFQX
CT: WTNH WFSB WVIT WTIC WCTX
DE MD: WBOC WMDT WRDE WDEL
DC MD VA: WRC WTTG WJLA WUSA WDCA WTOP WAMU
FL: WSVN WPLG WTVJ WFOR WPEC WPBF WPTV WFLX WFTV WESH WKMG WOFL WFTS WFLA WTSP WTVT WBBH WINK WZVN WFTX WWSB
FL: WJXT WTLV
FL: WJAX WTEV WFOX WCJB WCTV WTXL WTWC WMBB WJHG WPGX WGCU WLRN WUSF WOGX
GA: WSB WAGA WXIA WGCL WTOC WSAV WJCL WTGS WMAZ WMGT WGXA WALB WFXL WRDW WJBF WAGT WFXG WABE WNEG WCTV
HI: KHON KITV KGMB KHNL KFVE
ID: KTVB KBOI KIVI KNIN KIFI KIDK KPVI KMVT KLEW
IL: WLS WMAQ WBBM WGN WFLD WREX WTVO WIFR WQRF WCIA WICS WAND WICD WRSP WEEK WMBD WHOI WYZZ WGEM WSIL
IL IA: WQAD WHBF KWQC
IL MO: KHQA WGEM
IN: WTHR WISH WRTV WXIN WTTV WFIE WEHT WTVW WEVV WPTA WANE WFFT WISE WNDU WSBT WSJV WTHI WTWO WAWV WLFI WNDY
IA: KCCI WHO WOI KDSM KCRG KGAN KWWL KFXA KTIV KCAU KMEG KIMT KTVO
KS: KAKE KWCH KSNW KSAS KSNT WIBW KTKA KOAM KSNF KSNK KODE
KY: WLKY WAVE WHAS WDRB WBNA WKYT WLEX WTVQ WDKY WYMT WBKO WNKY WPSD
LA: WWL WDSU WVUE WGNO WAFB WBRZ WVLA WGMB KATC KLFY KADN KPLC KALB WNTZ KSLA KTBS KTAL KNOE KTVE KARD KLAX
ME: WCSH WGME WMTW WABI WLBZ WVII WAGM
MD: WBAL WJZ WMAR WBFF WHAG WDVM WBOC
MA: WBZ WCVB WHDH WFXT WBTS WWLP WGGB WSHM WSHM WBUR WGBH
MI: WDIV WXYZ WJBK WWJ WKBD WOOD WZZM WWMT WXMI WOTV WILX WLNS WSYM WNEM WJRT WEYI WPBN WWTV WTOM WLUC WJMN WDHS
MN: KSTP KARE WCCO KMSP KSTC KTTC KAAL KEYC KDLH KBJR WDIO KXLT KIMT
MS: WLBT WJTV WAPT WDBD WLOX WXXV WTVA WCBI WLOV WDAM WHLT WTOK WMDN WGBC WABG WXVT
MO KS: KCTV KMBC WDAF KSHB KSMO KCUR
MO IL: KTVI KSDK KMOV KDNL KPLR KMOX
MO: KYTV KOLR KSPR KOZL KOMU KRCG KMIZ KQFX KFVS KQTV KODE KSNF KTVO KBSI
MT: KTVQ KULR KPAX KECI KBZK KXLF KRTV KFBB KTVH KCFW
NE: KETV WOWT KMTV KPTM KOLN KGIN KLKN KHGI KNOP KSNB
NV: KLAS KTNV KSNV KVVU KOLO KTVN KRNV KRXI
NH: WMUR WNEU
NJ: WNJN WMGM WNBC WPVI WCAU
NM: KOB KOAT KRQE KASA KRWG KBIM KOBR
NY: WNBC WCBS WABC WNYW WPIX WWOR NY1 WRGB WTEN WNYT WXXA WIVB WGRZ WKBW WUTV WHAM WHEC WROC WUHF WSTM WSYR WTVH
NY: WSYT WKTV WUTR WBNG WICZ WIVT WWNY WWTI WETM WENY WPTZ WSPK WBEN
NC: WRAL WTVD WNCN WLFL WRDC WBTV WSOC WCNC WCCB WJZY WGHP WFMY WXII WXLV WLOS WECT WWAY WSFX WITN WNCT WCTI
NC: WFXI WUNC
ND MN: KVLY WDAY KVRR KXJB
ND: KFYR KXMB KMOT KXMC WDAZ
OH: WCPO WLWT WKRC WXIX WSTR WEWS WKYC WOIO WJW WUAB WCMH WBNS WSYX WTTE WHIO WDTN WKEF WRGT WTOL WTVG WNWO
OH: WUPW WKBN WFMJ
OH: WYTV WTOV WHIZ WLIO WTLW
WV OH: WTRF WTOV WTAP WSAZ WCHS WOWK WVAH
OK: KFOR KOCO KWTV KOKH KJRH KTUL KOTV KOKI KSWO KTEN KXII
OR: KGW KATU KOIN KPTV KPDX KVAL KEZI KMTR KLSR KOBI KDRV KTVL KTVZ KOHD KFXO
PA: WPVI KYW WCAU WTXF WPHL WTAE KDKA WPXI WPGH WGAL WHTM WHP WPMT WLYH WNEP WBRE WYOU WOLF WFMZ WJAC WTAJ
PA: WWCP WJET WICU
PA: WSEE WFXP WKBS
RI MA: WJAR WPRI WLNE WNAC
SC: WIS WLTX WOLO WACH WYFF WSPA WHNS WCSC WCBD WCIV WTAT WPDE WMBF WBTW WFXB WLOS WRDW WJBF
SD: KELO KSFY KDLT KOTA KEVN KNBN
TN: WKRN WSMV WTVF WZTV WATE WBIR WVLT WBXX WRCB WTVC WDEF WFLI WBBJ WJHL WCYB WKPT WEMT WATN
TN MS: WMC WREG WHBQ WATN WPTY
TX: KHOU KPRC KTRK KRIV KIAH KXAS WFAA KDFW KTVT KDAF KTXA KSAT KENS KABB WOAI KVUE KXAN KEYE KTBC KVDA KRGV
TX: KGBT KVEO
TX: KZTV KIII KRIS KWTX KXXV KCEN KBTX KLTV KETK KYTX KFXK KLBK KCBD KAMC KJTV KFDA KVII KAMR KCIT KOSA KWES
TX: KMID KPEJ
TX: KTAB KRBC KTXS KAUZ KFDX KJTL KFDM KBMT KBTV KTSM KVIA KDBC KFOX KGNS KLST KSAN KIDY KAVU KTAL KXII KTRE KTEN
UT: KSL KUTV KTVX KSTU KUCW
VT NY: WCAX WPTZ WFFF WVNY
VA: WTVR WRIC WWBT WRLH WAVY WVEC WTKR WVBT WDBJ WSLS WSET WFXR WWBT WCAV WVIR WHSV WVAW WVTF WVPT
WA: KOMO KING KIRO KCPQ KSTW KXLY KREM KHQ KAYU KIMA KNDO KNDU KAPP KVEW KEPR KVOS KUOW KPQ
WV: WCHS WSAZ WOWK WVAH WBOY WDTV WVFX WVVA WOAY WVNS WTAP WTRF WVVA WVLT
WI: WISN WTMJ WITI WDJT WVTV WKOW WMTV WISC WMSN WBAY WFRV WLUK WGBA WSAW WAOW WEAU WKBT WXOW WQOW WJFW WLAX
WY: KTWO KGWC KCWY KGWN KLWY
"""
"""Television stations by the states that they serve (call signs as licensed by the FCC; written down in 2026)."""

_ADDRESSES = """
AL: al.com timesdaily annistonstar tuscaloosanews dothaneagle oanow
AK: adn.com newsminer
AZ: azcentral azfamily azdailysun tucson abc15 12news
AR: arkansasonline thv11 5newsonline swtimes
CA: latimes sfgate sacbee fresnobee modbee mercurynews ocregister sgvtribune sbsun pe.com abc7.com abc30 abc10
CA: 10news
CA: cbs8 fox40 contracostatimes eastbaytimes kcra mcclatchy vvdailypress presstelegram dailybreeze vcstar
CA: pressdemocrat
CO: denverpost 9news gazette.com chieftain coloradoan
CT: courant nhregister ctpost newstimes theday.com rep-am
DC: washingtonpost wtop washingtontimes
DE: delawareonline capegazette
FL: sun-sentinel tampabay baynews9 news4jax actionnewsjax firstcoastnews wptv news-press heraldtribune nwfdailynews
FL: miamiherald palmbeachpost clickorlando wftv news-journalonline theledger pnj.com tcpalm abcactionnews news13
GA: ajc.com 11alive cbs46 myfoxatlanta savannahnow ledger-enquirer macon.com onlineathens 13wmaz 41nbc
HI: hawaiinewsnow staradvertiser bigislandnow mauinews
IA: desmoinesregister thegazette qctimes wcfcourier
ID: idahostatesman idahopress magicvalley
IL: chicagotribune suntimes dnainfo.com/chicago pjstar sj-r.com rrstar dailyherald myfoxchicago abc7chicago bnd.com
IN: indystar nwitimes fox59 cbs4indy theindychannel journalgazette courierpress southbendtribune 14news
KS: kansas.com cjonline ljworld hutchnews
KY: courier-journal kentucky.com lex18 bgdailynews
LA: nola.com theadvocate theadvertiser thetowntalk shreveporttimes newsstar houmatoday
MA: masslive bostonglobe boston.com bostonherald telegram.com southcoasttoday
MD: baltimoresun heraldmailmedia delmarvanow somdnews
ME: pressherald bangordailynews
MI: mlive freep.com detroitnews clickondetroit lansingstatejournal woodtv fox17online abc12 nbc25
MN: startribune twincities mprnews postbulletin kare11 fox9 duluthnewstribune
MO: stltoday kansascity kctv5 fox2now fox4kc news-leader ky3 columbiatribune joplinglobe
MS: clarionledger sunherald djournal msnewsnow hattiesburgamerican
MT: billingsgazette missoulian helenair greatfallstribune
NC: newsobserver charlotteobserver news-record fayobserver citizen-times starnewsonline journalnow myfox8
NC: abc11 greensboro
ND: inforum bismarcktribune
NE: omaha.com journalstar
NH: unionleader nashuatelegraph
NJ: nj.com northjersey app.com pressofatlanticcity courierpostonline mycentraljersey
NM: abqjournal santafenewmexican lcsun-news
NV: reviewjournal lasvegassun rgj.com news3lv 8newsnow
NY: nydailynews nypost newsday lohud recordonline democratandchronicle buffalonews timesunion silive
NY: syracuse.com amny
NY: dnainfo.com/new-york brooklynpaper pix11 abc7ny poughkeepsiejournal stargazette uticaod
OH: cleveland.com cincinnati.com dispatch.com daytondailynews toledoblade ohio.com vindy fox19 10tv newsnet5
OH: nbc4i fox8.com
OK: newsok tulsaworld news9 newson6 fox23 okcfox
OR: oregonlive statesmanjournal registerguard mailtribune
PA: philly.com pennlive mcall post-gazette triblive lehighvalleylive timesonline ydr.com wnep abc27
PA: lancasteronline goerie
RI: providencejournal turnto10
SC: thestate foxcarolina postandcourier greenvilleonline heraldonline goupstate myrtlebeachonline islandpacket
SC: live5news scnow
SD: argusleader rapidcityjournal
TN: tennessean commercialappeal knoxnews timesfreepress jacksonsun wreg newschannel5 fox17.com
TX: chron.com dallasnews star-telegram mysanantonio statesman.com caller.com lubbockonline amarillo
TX: elpasotimes click2houston
TX: nbcdfw valleymorningstar themonitor brownsvilleherald wacotrib theeagle reporternews kcentv 12newsnow
TX: abc13 fox26houston
UT: sltrib deseretnews fox13now heraldextra standard.net good4utah
VA: pilotonline dailypress roanoke.com timesdispatch richmond.com newsleader nbc12 nbc29 wtkr newsadvance godanriver
VT: burlingtonfreepress mychamplainvalley
WA: seattletimes thenewstribune spokesman heraldnet king5 q13fox columbian yakimaherald tri-cityherald theolympian
WI: jsonline fox6now channel3000 postcrescent greenbaypressgazette wisn journaltimes host.madison lacrossetribune
WV: wvgazette herald-dispatch wvmetronews dominionpost
WY: trib.com wyomingnews
"""
"""What stands in the addresses of papers and stations that bear no call sign; a point at the end is part of a name."""

_MIN_LETTERS = 5
_MIN_POPULATION = 35_000
"""A city's name at the head of an address ("fresnobee") counts from this size on."""
_MIN_POPULATION_ALONE = 100_000
"""And from this size on it is a city of which a report may name only quarters."""
_CALL_SIGN = re.compile(r"(?<![a-z])[kw][a-z]{2,3}(?![a-z])|(?<![a-z])[kw][a-z]{2,3}(?=tv|news|action|local|fm|am|\d)")
_CALL_LETTERS = re.compile(r"\b[KW][A-Z]{2,3}\b")
_NOT_LETTERS = re.compile(r"[^a-z]+")
_BEFORE_PLACE = re.compile(r"^(?:the|my|nbc|cbs|fox|abc|local|news|cw|telemundo)+")
_NOT_CITIES = frozenset({"enterprise", "reading", "independence", "surprise", "mobile", "orange"})
"""Cities whose names papers bear as words."""


def states_of_outlet(url: str | None, publisher: str | None) -> tuple[str, ...]:
    """The states that an outlet serves, as far as its address and name tell.

    >>> states_of_outlet("http://www.kctv5.com/story/1", None)
    ('MO', 'KS')
    """
    host, start = _host_and_start(url)
    told: list[str] = []
    for named in _ADDRESS.finditer(start):
        told.extend(_addresses().get(named.group(1), ()))
    for sign in (*_CALL_SIGN.findall(host), *_CALL_LETTERS.findall(publisher or "")):
        told.extend(_stations().get(sign.upper(), ()))
    return tuple(dict.fromkeys(told or _states_named(host)))


def city_of_outlet(url: str | None) -> City | None:
    """The large city that an outlet's address names, at its head or as a part of its path; None where it names none.

    >>> city = city_of_outlet("http://www.dnainfo.com/new-york/20150624/a-story")
    >>> city and city.name
    'New York City'
    """
    host, start = _host_and_start(url)
    labels = [_BEFORE_PLACE.sub("", _NOT_LETTERS.sub("", label)) for label in host.split(".")[:-1]]
    for letters in labels:
        lengths = range(len(letters), _MIN_LETTERS - 1, -1)
        named = next((city for length in lengths if (city := _city_lettered(letters[:length]))), None)
        if named is not None:
            return named
    parts = (_NOT_LETTERS.sub("", part) for part in start[len(host) :].split("/"))
    return next((city for part in parts if len(part) >= _MIN_LETTERS and (city := _city_lettered(part))), None)


def _city_lettered(letters: str) -> City | None:
    """The large city of these letters alone, where no other large one has the same."""
    cities = _large_cities().get(letters, ())
    return (
        cities[0]
        if len({city.state for city in cities}) == 1 and cities[0].population >= _MIN_POPULATION_ALONE
        else None
    )


def _host_and_start(url: str | None) -> tuple[str, str]:
    """The host of an address, and the host with the first part of its path; both "" for what is no address."""
    try:
        parts = urlsplit((url or "").lower())
    except ValueError:
        return "", ""
    host = (parts.netloc or "").removeprefix("www.")[:200]
    return host, host + parts.path[:40]


def _states_named(host: str) -> tuple[str, ...]:
    """States whose name, or the name of a large city of theirs, one of the host's words begins with."""
    for label in host.split(".")[:-1]:
        letters = _BEFORE_PLACE.sub("", _NOT_LETTERS.sub("", label))
        named = next((s.code for s in STATES if letters.startswith(s.name.lower().replace(" ", ""))), None)
        if named:
            return ("DC", "MD", "VA") if named == "WA" else (named,)
        for length in range(len(letters), _MIN_LETTERS - 1, -1):
            if cities := _large_cities().get(letters[:length]):
                return tuple(city.state for city in cities)
    return ()


@cache
def _large_cities() -> dict[str, tuple[City, ...]]:
    """Large cities by their letters alone ("saltlakecity"), the largest of a name first."""
    large: dict[str, tuple[City, ...]] = {}
    for city in sorted(cities_of_size(_MIN_POPULATION), key=lambda c: (-c.population, c.state)):
        letters = _NOT_LETTERS.sub("", city.name.lower())
        if letters not in _NOT_CITIES:
            large[letters] = (*large.get(letters, ()), city)
    return large | {"newyork": large["newyorkcity"]}


@cache
def _stations() -> dict[str, tuple[str, ...]]:
    return _table(_STATIONS)


@cache
def _addresses() -> dict[str, tuple[str, ...]]:
    return _table(_ADDRESSES)


def _table(lines: str) -> dict[str, tuple[str, ...]]:
    """Names by their states; a name in several lines has the states of all."""
    table: dict[str, tuple[str, ...]] = {}
    for line in lines.strip().splitlines():
        states, _, names = line.partition(": ")
        for name in names.split():
            table[name] = tuple(dict.fromkeys((*table.get(name, ()), *states.split())))
    return table


_ADDRESS = re.compile(
    "(?:^|[./-])(" + "|".join(sorted(map(re.escape, _table(_ADDRESSES)), key=len, reverse=True)) + ")"
)
