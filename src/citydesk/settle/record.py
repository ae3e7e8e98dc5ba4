"""From all that reports tell of one incident to its record.

In: an incident's id and the tellings of it. Out: its record and claims. This file is the table of contents of the room:
people are matched, everything said becomes a claim, and each property is settled by its rule.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from citydesk.model import (
    ClaimId,
    Decision,
    Incident,
    IncidentId,
    Participant,
    Record,
    RecordPerson,
    Standing,
    Subject,
)
from citydesk.settle.claims import Said, say_all
from citydesk.settle.counts import COUNTED, count_people
from citydesk.settle.deaths import condition_of_dead
from citydesk.settle.decided import NOTHING, SEVERAL, Ruled, find_rulings, mark_decided, stand_decided
from citydesk.settle.disputes import matter_of
from citydesk.settle.fitting import elsewhere, too_few, too_late
from citydesk.settle.lists import stand_agencies, stand_each
from citydesk.settle.order import first_day, in_order
from citydesk.settle.people import number_people
from citydesk.settle.place import best_spot
from citydesk.settle.rules import stand
from citydesk.settle.settled import Settled, Told
from citydesk.settle.undated import day_of_hour

About = tuple[str, int | None]
"""A property and the participant whose it is, as `Subject` has them."""
BySubject = Mapping[About, Sequence[Said]]

_OF_PLACE = ("address", "name", "kind", "neighborhood", "city", "county", "state")
_OF_PERSON = tuple(name for name in Participant.model_fields if name != "text")
_OF_INCIDENT = tuple(
    name
    for field in Incident.model_fields
    if field not in ("main", "time_approximate", "people")
    for name in ([f"place.{level}" for level in _OF_PLACE] if field == "place" else [field])
)
"""Properties in published order."""


def settle(incident: IncidentId, told: Sequence[Told], decisions: Sequence[Decision] = ()) -> Settled:
    """The record of an incident and the claims that it rests on. The same whatever the order of `told`.

    `decisions` are those of people about it that hold, the latest last. Raises ValueError where nothing is told.
    """
    if not told:
        raise ValueError(f"nothing is told of incident {incident!r}: a record rests on at least one report")
    told = in_order(told)
    numbers = number_people(told)
    said = say_all(told, numbers)
    ruled = find_rulings(decisions, said)
    record = record_of(incident, told, numbers, said, ruled)
    claims = tuple(sorted((one.claim for one in said), key=lambda claim: claim.id))
    return Settled(record, claims, ruled.rejected, ruled.homeless)


def record_of(
    incident: IncidentId,
    told: Sequence[Told],
    numbers: Sequence[Sequence[int]],
    said: Sequence[Said],
    ruled: Ruled = NOTHING,
) -> Record:
    """The record of what is said in tellings, in order of publication, whose participants are numbered."""
    said = [one for one in said if one.claim.id not in ruled.rejected]
    by_subject = _by_subject(said)
    people = _people(told, numbers, by_subject, ruled)
    values = tuple(_values(by_subject, people, ruled, first_day(told)))
    spot = best_spot(told, {value.subject.property: value.value for value in values})
    return Record(
        incident=incident,
        values=values,
        people=people,
        reports=tuple(dict.fromkeys(one.report.id for one in told)),
        lat=spot.lat,
        lon=spot.lon,
        precision=spot.precision,
        place_text=spot.text,
    )


def _by_subject(said: Sequence[Said]) -> BySubject:
    by_subject: dict[About, list[Said]] = defaultdict(list)
    for one in said:
        by_subject[one.claim.subject.property, one.claim.subject.person].append(one)
    return by_subject


def _values(
    by_subject: BySubject, people: Sequence[RecordPerson], ruled: Ruled, first_published: int | None
) -> Iterator[Standing]:
    """What stands of the incident itself, in published order."""
    unfit = _unfit(by_subject, ruled, first_published) | too_few(by_subject.get(("killed", None), ()), people)
    for name in _OF_INCIDENT:
        standings = list(_stand((name, None), by_subject, ruled, unfit))
        if not standings and name == "date":
            standings = [day for day in (day_of_hour(by_subject.get(("time", None), ())),) if day is not None]
        if not standings and name in COUNTED and (counted := count_people(name, people)) is not None:
            standings = [counted]
        yield from standings


def _unfit(by_subject: BySubject, ruled: Ruled, first_published: int | None) -> frozenset[ClaimId]:
    """Claims about the incident itself that cannot be, given the rest."""
    said = {name: told for (name, person), told in by_subject.items() if person is None}
    late = too_late(said.get("date", ()), first_published)
    city = next(_stand(("place.city", None), by_subject, ruled), None)
    return late if city is None else late | elsewhere(said, city.value)


def _stand(
    about: About, by_subject: BySubject, ruled: Ruled, unfit: frozenset[ClaimId] = frozenset()
) -> Iterator[Standing]:
    """What stands of one property, by a decision or by its rule; nothing where nothing is said."""
    said = by_subject.get(about, ())
    decision = ruled.values.get(about)
    if decision is not None:
        yield stand_decided(Subject(property=about[0], person=about[1]), decision, said)
    elif about[0] in SEVERAL:
        yield from (mark_decided(standing, ruled) for standing in _stand_several(about, by_subject))
    elif said and (standing := stand(said[0].claim.subject, said, unfit)) is not None:
        yield standing.model_copy(update={"matter": matter_of(standing, said)}) if standing.against else standing


def _stand_several(about: About, by_subject: BySubject) -> Iterator[Standing]:
    said = by_subject.get(about)
    if said is None:
        return
    if about[0] == "agencies":
        yield from stand_agencies(said, by_subject.get(("agency_role", None), ()))
    else:
        yield from stand_each(said[0].claim.subject, said)


def _people(
    told: Sequence[Told], numbers: Sequence[Sequence[int]], by_subject: BySubject, ruled: Ruled
) -> tuple[RecordPerson, ...]:
    mentions: dict[int, list[Participant]] = defaultdict(list)
    for one, people in zip(told, numbers, strict=True):
        for number, person in zip(people, one.reading.incidents[one.telling].people, strict=True):
            mentions[number].append(person)
    all_of_them = (_person(number, mentions[number], by_subject, ruled) for number in sorted(mentions))
    return tuple(person for person in all_of_them if person.values)  # one of whom all is rejected is nobody


def _person(number: int, mentions: Sequence[Participant], by_subject: BySubject, ruled: Ruled) -> RecordPerson:
    values = [standing for name in _OF_PERSON for standing in _stand((name, number), by_subject, ruled)]
    values = _after_death(values, number, by_subject)
    fullest = max(mentions, key=lambda person: (person.name is not None, len(person.text)))
    return RecordPerson(number=number, text=fullest.text, values=tuple(values))


def _after_death(values: Sequence[Standing], number: int, by_subject: BySubject) -> list[Standing]:
    """A participant's values; of one who has died since, nobody's decision but death is the condition."""
    outcome = next((one for one in values if one.subject.property == "outcome"), None)
    if outcome is None:
        return list(values)
    said = (by_subject.get((name, number), ()) for name in ("outcome", "condition"))
    died = condition_of_dead(outcome, *said)
    undecided = died is not None and not any(v.decision for v in values if v.subject.property == "condition")
    return [died if undecided and died and v.subject.property == "condition" else v for v in values]
