"""From readings to tellings."""

from citydesk.link import tellings_of
from citydesk.link.words import hash_words
from citydesk.model import Sequence
from tests.link.made import DAY, make_evidence, make_fact, make_incident, make_participant, make_reading, make_report

_TWO = (
    "A clerk was shot dead at a bakery in Fargo on Friday. The owner closed the shop.\n\n"
    "In Moorhead, a cyclist was wounded in an unrelated shooting on Saturday."
)


def test_a_telling_has_the_plain_values_of_its_incident() -> None:
    """Dates become ordinals, names and places plain words, enums their words."""
    report = make_report(published="2021-03-06")
    incident = make_incident(
        make_participant("Odell J. Marsh", name="Odell J. Marsh", age=34, outcome="injured"),
        place={"city": "Fargo", "state": "ND", "address": "1200 block of Larimore Avenue"},
        date="2021-03-05",
        time="21:50",
        injured=1,
        officer_shot=False,
        sequence=Sequence(ordinal=2, of="shooting", period="2021-03-05"),
    )
    (telling,) = tellings_of(report, make_reading(report, incident))
    assert telling.id == ("r1", 0)
    assert (telling.first_day, telling.last_day, telling.minute, telling.published) == (DAY, DAY, 1310, DAY + 1)
    assert (telling.city, telling.state, telling.street, telling.block) == ("fargo", "ND", "larimore", 1200)
    assert (telling.killed, telling.injured, telling.flags[0], telling.ordinal) == (None, 1, False, 2)
    assert [(p.name, p.age, p.role, p.outcome) for p in telling.people] == [("odell marsh", 34, "victim", "injured")]
    assert telling.outlet == "lantern.example"
    assert type(telling.kind) is str


def test_the_only_main_incident_has_all_words() -> None:
    """Where a report tells of one incident, all of it does."""
    report = make_report(text=_TWO)
    (telling,) = tellings_of(report, make_reading(report, make_incident()))
    assert hash_words(["bakery", "owner", "cyclist"]) <= telling.words


def test_several_incidents_have_the_words_of_their_sentences() -> None:
    """In a round-up, each incident has the sentences that its facts stand in."""
    report = make_report(text=_TWO)
    dead = make_fact(1).model_copy(update={"evidence": (make_evidence(8, "was shot dead"),)})
    wounded = make_fact(1).model_copy(update={"evidence": (make_evidence(_TWO.index("wounded"), "wounded"),)})
    reading = make_reading(report, make_incident(killed=dead), make_incident(injured=wounded))
    first, second = tellings_of(report, reading)
    assert first.words == hash_words(["clerk", "shot", "dead", "bakery", "fargo", "friday"])
    assert second.words == hash_words("moorhead cyclist wounded unrelated shooting saturday".split())


def test_what_is_not_said_stays_unsaid() -> None:
    """An empty incident of a report without date, title and url gives None, not a guess."""
    report = make_report().model_copy(update={"url": None})
    (telling,) = tellings_of(report, make_reading(report, make_incident(date="2020-07-02/..")))
    assert (telling.published, telling.first_day, telling.minute, telling.city, telling.outlet) == (None,) * 5
    assert telling.people == ()
    assert telling.title_words == frozenset()
