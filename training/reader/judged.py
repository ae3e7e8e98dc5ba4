"""Which facts of a reading are right, by its gold: with the scorer's own ways of saying what matches what.

Judged are the report's kind, the facts of the first main incident, the speakers of quotes, and attributions; a fact
that the gold has no value for is wrong, and so is all that is told of a person, quote or attribution that the gold does
not have. Not judged, because the gold does not say: other incidents, datelines, years of service, what ties an incident
to others, a date known only roughly where the gold has none, and incidents where the gold has no main one.
"""

import importlib.util
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from citydesk.model import FLAGS, Reading, facts_of
from citydesk.read.confidence.fact_kinds import kind_of_fact, names_of

Json = dict[str, Any]
Same = Callable[[Any, Any], bool]
Verdicts = dict[str, bool]
"""Whether the fact is right, by its path with numbers ("incidents.0.people.1.age")."""

_CLOSE = 0.5
_CLOSE_ADDRESS = 0.6
_COVERS_QUOTE, _COVERS_CLAUSE = 0.8, 0.5
"""How much of the words must agree: as in the scorer."""
_DAY = len("2020-07-02")


@dataclass(frozen=True, slots=True)
class Case:
    """One judged fact."""

    report: str
    kind: str
    names: tuple[str, ...]
    raw: float
    right: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many facts of one kind the gold of a report has."""

    report: str
    kind: str
    number: int


def open_scorer(path: Path) -> ModuleType:
    """The scorer's functions, from its file."""
    spec = importlib.util.spec_from_file_location("score_read", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases_of(reading: Reading, gold: Json, score: ModuleType) -> Iterator[Case]:
    """The facts of a reading that its gold can judge, in published order."""
    verdicts = Judge(score).judge(reading.model_dump(mode="json", by_alias=True), gold)
    for path, fact in facts_of(reading):
        if path in verdicts:
            bare = ".".join(step for step in path.split(".") if not step.isdigit()).removeprefix("incidents.")
            kind = kind_of_fact(bare, fact.value)
            yield Case(gold["id"], kind, names_of(bare, fact.value, main=True), fact.confidence, verdicts[path])


def wanted_of(gold: Json) -> Iterator[Wanted]:
    """How many facts of each kind a careful reader finds in the report."""
    counts: Counter[str] = Counter({"kind": 1})
    for path, value in _gold_values(gold):
        if value is not None:
            counts[kind_of_fact(path, value)] += 1
    for kind, number in sorted(counts.items()):
        yield Wanted(gold["id"], kind, number)


def _gold_values(gold: Json) -> Iterator[tuple[str, Any]]:
    for quote in gold["quotes"]:
        yield from ((f"quotes.{name}", quote.get(name)) for name in ("speaker", "title", "organization", "medium"))
    for said in gold["attributions"]:
        yield from ((f"attributions.{name}", said.get(name)) for name in ("source", "certainty"))
    main = _main(gold)
    if main is None:
        return
    yield from ((name, main.get(name)) for name in ("date", "time", "killed", "injured", *FLAGS))
    yield from ((f"place.{name}", (main.get("place") or {}).get(name)) for name in _PLACE)
    yield "shots_fired", (main.get("shots_fired") or {}).get("number")
    yield from (("weapons.kind", weapon["kind"]) for weapon in main.get("weapons") or [])
    for person in main.get("people") or []:
        yield from ((f"people.{name}", person.get(name)) for name in _PERSON)
        yield from (("people.charges", charge) for charge in person.get("charges") or [])
    for agency in main.get("agencies") or []:
        yield from ((f"agencies.{name}", agency[name]) for name in ("name", "role"))


_PLACE = ("address", "name", "kind", "neighborhood", "city", "county", "state")
_PERSON = (
    *("role", "officer", "count", "name", "age", "sex", "race", "rank", "agency"),
    *("outcome", "condition", "wound", "custody"),
)


def _main(told: Json) -> Json | None:
    return next((incident for incident in told["incidents"] if incident.get("main")), None)


@dataclass(frozen=True, slots=True)
class Judge:
    """Compares readings with gold by the functions of a scorer."""

    score: ModuleType

    def judge(self, reading: Json, gold: Json) -> Verdicts:
        """Whether each fact that can be judged is right."""
        verdicts: Verdicts = {}
        if reading["kind"] is not None:
            verdicts["kind"] = reading["kind"]["value"] == gold["kind"]
        main, found = _main(gold), _main(reading)
        if main is not None and found is not None:
            at = f"incidents.{reading['incidents'].index(found)}"
            for path, right in self._incident(main, found):
                verdicts[f"{at}.{path}"] = right
        verdicts.update(self._quotes(reading["quotes"], gold["quotes"]))
        verdicts.update(self._attributions(reading["attributions"], gold["attributions"]))
        return verdicts

    def _incident(self, main: Json, found: Json) -> Iterator[tuple[str, bool]]:
        for name in ("date", "time", "killed", "injured", *FLAGS):
            if not _is_rough_alone(name, main.get(name), found[name]):
                yield from _verdict(name, main.get(name), found[name], _equal)
        stated = (main.get("shots_fired") or {}).get("number")
        yield from _verdict("shots_fired", stated, found["shots_fired"], _equal)
        place = main.get("place") or {}
        for name in _PLACE:
            yield from _verdict(f"place.{name}", place.get(name), found["place"][name], self._same_place(name))
        yield from self._weapons(main, found)
        yield from self._people(main.get("people") or [], found["people"])
        yield from self._agencies(main.get("agencies") or [], found["agencies"])

    def _same_place(self, name: str) -> Same:
        if name in ("kind", "state"):
            return _equal
        if name in ("city", "county"):
            return lambda a, b: self._bare(a) == self._bare(b)
        least = _CLOSE_ADDRESS if name == "address" else _CLOSE
        return lambda a, b: bool(self.score.overlap(a, b) >= least)

    def _weapons(self, main: Json, found: Json) -> Iterator[tuple[str, bool]]:
        left = Counter(weapon["kind"] for weapon in main.get("weapons") or [])
        for n, weapon in enumerate(found["weapons"]):
            kind = weapon["kind"]["value"]
            yield f"weapons.{n}.kind", left[kind] > 0
            left[kind] -= 1

    def _people(self, gold: list[Json], found: list[Json]) -> Iterator[tuple[str, bool]]:
        partners = {id(b): a for a, b in self.score.pair(gold, found, self.score.same_person)}
        for n, person in enumerate(found):
            partner = partners.get(id(person), {})
            for name in _PERSON:
                wanted = partner.get(name)
                if name == "count" and partner:
                    wanted = wanted or 1
                if name == "officer" and partner:
                    wanted = bool(wanted)
                yield from _verdict(f"people.{n}.{name}", wanted, person[name], self._same_of_person(name))
            yield from self._charges(f"people.{n}.charges", partner.get("charges") or [], person["charges"])

    def _same_of_person(self, name: str) -> Same:
        if name == "name":
            return lambda a, b: bool(self.score.person_name(a) == self.score.person_name(b))
        return self._close if name in ("condition", "wound", "agency", "rank", "race") else _equal

    def _charges(self, path: str, gold: list[str], found: list[Json]) -> Iterator[tuple[str, bool]]:
        alike = lambda a, b: c if (c := self.score.overlap(a, b["value"])) >= _CLOSE else 0  # noqa: E731
        right = {id(b) for _, b in self.score.pair(gold, found, alike)}
        yield from ((f"{path}.{n}", id(charge) in right) for n, charge in enumerate(found))

    def _agencies(self, gold: list[Json], found: list[Json]) -> Iterator[tuple[str, bool]]:
        alike = lambda a, b: float(a["role"] == b["role"]["value"] and self._same_agency(a, b))  # noqa: E731
        right = {id(b) for _, b in self.score.pair(gold, found, alike)}
        for n, agency in enumerate(found):
            yield f"agencies.{n}.name", any(self._same_agency(a, agency) for a in gold)
            yield f"agencies.{n}.role", id(agency) in right

    def _quotes(self, found: list[Json], gold: list[Json]) -> Iterator[tuple[str, bool]]:
        partners = self._said(gold, found, _COVERS_QUOTE)
        for n, quote in enumerate(found):
            partner = partners.get(id(quote), {})
            for name in ("speaker", "title", "organization", "medium"):
                same = _equal if name == "medium" else self._close
                yield from _verdict(f"quotes.{n}.{name}", partner.get(name), quote[name], same)

    def _attributions(self, found: list[Json], gold: list[Json]) -> Iterator[tuple[str, bool]]:
        partners = self._said(gold, found, _COVERS_CLAUSE)
        for n, said in enumerate(found):
            partner = partners.get(id(said), {})
            yield from _verdict(f"attributions.{n}.source", partner.get("source"), said["source"], self._close)
            yield from _verdict(f"attributions.{n}.certainty", partner.get("certainty"), said["certainty"], _equal)

    def _said(self, gold: list[Json], found: list[Json], least: float) -> dict[int, Json]:
        """The gold of each thing said that the gold has too, by the identity of what was found."""
        alike = lambda a, b: c if (c := self.score.covers(a["text"], b["text"])) >= least else 0  # noqa: E731
        return {id(b): a for a, b in self.score.pair(gold, found, alike)}

    def _bare(self, place: str) -> str:
        return str(self.score.plain(place)).removesuffix(" county")

    def _same_agency(self, gold: Json, found: Json) -> bool:
        return self._close(gold["name"], found["name"]["value"])

    def _close(self, a: str, b: str) -> bool:
        return bool(self.score.overlap(a, b) >= _CLOSE)


def _verdict(path: str, gold: Any, fact: Json | None, same: Same) -> Iterator[tuple[str, bool]]:
    if fact is not None:
        yield path, gold is not None and same(gold, fact["value"])


def _equal(a: Any, b: Any) -> bool:
    return bool(a == b)


def _is_rough_alone(name: str, gold: Any, fact: Json | None) -> bool:
    """Whether a date is known only roughly and the gold, which has only days, has none."""
    return name == "date" and gold is None and fact is not None and len(fact["value"]) != _DAY
