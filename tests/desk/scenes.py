"""The incidents that the desk's tests look at: a rich one, one of a child and an uncharged suspect, a hostile one.

All people and outlets are made up.
"""

from citydesk.ledger import PageLeftOut
from citydesk.model import Certainty, IncidentId, Place, ReportId, Weapon
from tests.desk.factories import (
    FakeLedger,
    at,
    fact,
    make_attribution,
    make_incident,
    make_person,
    make_quote,
    make_reading,
    make_report,
    make_source,
)

RICH = "2024-05-02-duluth-mn"
CHILD = "2024-05-04-duluth-mn"
BARE = "undated-1"
HOSTILE = "2024-04-01-tulsa-ok"
MERGED = "2024-05-02-duluth-mn-2"

_FIRST = """DULUTH, Minn. (WQLT) -- A Duluth police officer was shot in the leg near Fourth Street and Lake Avenue on \
Thursday night, and two other people were wounded, police said.

It happened around 9:40 p.m. outside the Harbor Grill. Sgt. Anna Lindqvist, 34, was taken to a hospital in serious \
condition.

Marcus Vell, who police believe fired first with a handgun, was arrested. Officers returned fire.

"She kept talking to us the whole way," Chief Tomas Reyes wrote on Twitter."""

_SECOND = """One of the three people shot on Thursday near Fourth Street and Lake Avenue in Duluth has died, the \
Duluth Police Department said Saturday.

The department identified the man as Peter Okafor, 51. Anna Lindqvist, 36, is in stable condition.

"We ask anyone who saw it to call," Chief Tomas Reyes said."""


def _follow(ledger: FakeLedger) -> None:
    """A source at fault under a long address, and what was left out under hostile ones."""
    ledger.followed = [
        make_source(),
        make_source(address=f"https://{'long-' * 12}.example/news", name="", fault="is no feed", failures=2),
        make_source(name="<b>Bold</b> \u202e Courier", paused="by hand", visited_at=None),
    ]
    at_noon, why = "2026-03-05T12:00:00+00:00", "is closed to robots by its site's robots.txt"
    ledger.pages = [
        PageLeftOut("left", "Council meets", None, None, at_noon, "tells of no violent incident", ReportId("left")),
        PageLeftOut("x", "<script>", f"https://lantern.example/{'a' * 300}", None, at_noon, why, None),
        PageLeftOut("y", "", "javascript:alert(1)", None, at_noon, "is no address of a page", None),
    ]


def make_ledger() -> FakeLedger:
    """A ledger of all the scenes."""
    ledger = FakeLedger()
    _keep_rich(ledger)
    _keep_child(ledger)
    _keep_bare(ledger)
    _keep_hostile(ledger)
    ledger.merged[IncidentId(MERGED)] = IncidentId(RICH)
    ledger.near[IncidentId(RICH)] = [(IncidentId(CHILD), "in the same city 2 days later")]
    page = make_report(
        "left", "The city council met on Monday.", title="Council meets", publisher="WQLT", published=at(6)
    )
    ledger.keep(page, None, left_out="It tells of no shooting or other violent incident.")
    _follow(ledger)
    return ledger


def make_many(number: int) -> FakeLedger:
    """A ledger of plain incidents, one a day, in two states, every third with somebody killed."""
    ledger = FakeLedger()
    for n in range(number):
        killed, day = int(n % 3 == 0), 1 + n % 28
        state, city = ("MN", "Duluth") if n % 2 else ("OK", "Tulsa")
        text = f"{killed} killed in {city}, {state} on day {day}, report {n}."
        report = make_report(f"m{n:04}", text, title=f"Report {n}", publisher="Daily", published=at(day))
        incident = make_incident(
            date=fact(report, f"day {day}", f"2023-{1 + n // 28 % 12:02}-{day:02}"),
            place=Place(city=fact(report, city, city), state=fact(report, state, state)),
            killed=fact(report, f"{killed} killed", killed),
        )
        ledger.keep(report, make_reading(report, incident), f"many-{n:04}")
    return ledger


def _keep_rich(ledger: FakeLedger) -> None:
    first = make_report(
        "wqlt-1",
        _FIRST,
        title="Officer shot, two wounded near Fourth and Lake",
        url="https://wqlt.example/news/1?a=1&b=2",
        publisher="WQLT",
        published=at(3, 2),
    )
    lindqvist = make_person(
        first,
        "A Duluth police officer",
        officer=fact(first, "officer", True),
        name=fact(first, "Anna Lindqvist", "Anna Lindqvist"),
        age=fact(first, "34", 34),
        rank=fact(first, "Sgt.", "Sgt."),
        outcome=fact(first, "was shot", "injured"),
        condition=fact(first, "serious condition", "serious condition"),
        wound=fact(first, "in the leg", "in the leg"),
    )
    vell = make_person(
        first,
        "Marcus Vell",
        role="suspect",
        name=fact(first, "Marcus Vell", "Marcus Vell"),
        custody=fact(first, "arrested", "arrested"),
    )
    incident = make_incident(
        date=fact(first, "Thursday night", "2024-05-02"),
        time=fact(first, "around 9:40 p.m.", "21:40", confidence=0.97),
        time_approximate=True,
        place=Place(
            text="near Fourth Street and Lake Avenue",
            address=fact(first, "Fourth Street and Lake Avenue", "Fourth Street and Lake Avenue"),
            name=fact(first, "Harbor Grill", "Harbor Grill"),
            city=fact(first, "DULUTH", "Duluth"),
            state=fact(first, "Minn.", "MN"),
        ),
        injured=fact(first, ["officer was shot", "two other people were wounded"], 3, source="police"),
        officer_shot=fact(first, "police officer was shot", True, source="police"),
        shot_by_officer=fact(first, "Officers returned fire", True, confidence=0.6),
        weapons=(
            Weapon(
                text="handgun",
                kind=fact(first, "handgun", "handgun", source="police", certainty=Certainty.BELIEVED),
            ),
        ),
        people=(lindqvist, vell),
    )
    told = make_quote(
        first,
        "She kept talking to us the whole way,",
        speaker=fact(first, "Tomas Reyes", "Tomas Reyes"),
        title=fact(first, "Chief", "Chief"),
        medium=fact(first, "Twitter", "Twitter"),
    )
    clause = make_attribution(
        first,
        "who police believe fired first with a handgun",
        Certainty.BELIEVED,
        source=fact(first, "police believe", "police"),
    )
    reading = make_reading(first, incident, kind="was shot", quotes=(told,), attributions=(clause,))
    ledger.keep(first, reading, RICH)
    _keep_second(ledger)
    copy = make_report("trib-1", _FIRST, title="Officer shot in Duluth", publisher="Lake Tribune", published=at(3, 9))
    ledger.keep(copy, reading.model_copy(update={"report": reading.report.model_copy(update={"id": "trib-1"})}), RICH)
    ledger.copies[ReportId("trib-1")] = ReportId("wqlt-1")


def _keep_second(ledger: FakeLedger) -> None:
    second = make_report(
        "wqlt-2", _SECOND, title="Man dies after Duluth shooting", publisher="WQLT", published=at(4, 18)
    )
    department = "Duluth Police Department"
    incident = make_incident(
        date=fact(second, "on Thursday", "2024-05-02"),
        place=Place(city=fact(second, "Duluth", "Duluth"), state=None),
        killed=fact(second, "has died", 1, source=department),
        injured=fact(second, ["One of the three", "has died"], 2, source=department),
        people=(
            make_person(
                second,
                "the man",
                name=fact(second, "Peter Okafor", "Peter Okafor"),
                age=fact(second, "51", 51),
                sex=fact(second, "the man", "male"),
                outcome=fact(second, "has died", "killed", source=department),
            ),
            make_person(
                second,
                "Anna Lindqvist",
                name=fact(second, "Anna Lindqvist", "Anna Lindqvist"),
                age=fact(second, "36", 36),
                condition=fact(second, "stable condition", "stable condition"),
            ),
        ),
    )
    asked = make_quote(
        second,
        "We ask anyone who saw it to call,",
        speaker=fact(second, "Tomas Reyes", "Tomas Reyes"),
        title=fact(second, "Chief", "Chief"),
        organization=fact(second, department, department),
    )
    ledger.keep(second, make_reading(second, incident, quotes=(asked,)), RICH)


def _keep_child(ledger: FakeLedger) -> None:
    text = (
        "DULUTH, Minn. -- Ella Brandt, 9, was wounded on Saturday when a gun went off at home. "
        "Her uncle Daniel Brandt, 40, is being sought. Ella is expected to recover, police say."
    )
    report = make_report("child-1", text, title="Ella Brandt, 9, wounded at home", publisher="WQLT", published=at(5))
    girl = make_person(
        report,
        "Ella Brandt, 9",
        name=fact(report, "Ella Brandt", "Ella Brandt"),
        age=fact(report, "9", 9),
        sex=fact(report, "Her", "female"),
        outcome=fact(report, "was wounded", "injured"),
    )
    uncle = make_person(
        report,
        "Her uncle Daniel Brandt, 40",
        role="suspect",
        name=fact(report, "Daniel Brandt", "Daniel Brandt"),
        age=fact(report, "40", 40),
        custody=fact(report, "sought", "sought"),
    )
    incident = make_incident(
        date=fact(report, "on Saturday", "2024-05-04"),
        place=Place(text="at home", city=fact(report, "DULUTH", "Duluth"), state=fact(report, "Minn.", "MN")),
        killed=fact(report, "was wounded", 0),
        injured=fact(report, "was wounded", 1),
        unintentional=fact(report, "a gun went off", True, certainty=Certainty.BELIEVED),
        people=(girl, uncle),
    )
    ledger.keep(report, make_reading(report, incident), CHILD)


def _keep_bare(ledger: FakeLedger) -> None:
    report = make_report("bare-1", "Somebody was stabbed.")
    ledger.keep(report, make_reading(report, make_incident(people=(make_person(report, "Somebody"),))), BARE)


def _keep_hostile(ledger: FakeLedger) -> None:
    text = "<script>alert('text')</script> A man\u202e was\x00 shot in \"Tulsa\" & left.\n\n" + "x" * 300
    report = make_report(
        "hostile/1?&#",
        text,
        title="<img src=x onerror=alert(1)> \u2066Man shot\u202e",
        publisher="<b>Bad</b> News",
        url="javascript:alert(1)",
        published=at(1),
    )
    incident = make_incident(
        date=fact(report, "shot", "2024-04-01"),
        place=Place(text="<i>somewhere</i>", city=fact(report, "Tulsa", "Tulsa"), state=fact(report, "Tulsa", "OK")),
        injured=fact(report, "A man\u202e was\x00 shot", 1, source="<u>police</u>"),
    )
    ledger.keep(report, make_reading(report, incident), HOSTILE)
