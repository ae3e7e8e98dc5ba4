"""Turn reports into examples for the encoder: pieces of text with what is known of them.

    python -m training.reader.prepare --data ../shared/data --labels training/labels --out FOLDER

Writes FOLDER/{gold,labels,distant,gvdb}.jsonl, one example a report. `gold` has the development gold, `labels` our own
further labels, `distant` every other report with what the human-kept record of its incident says of it; reports of the
gold's incidents are left out of `distant`, so that what is learnt from it can be tried on the gold. What is not known
stands as null and is left out of the loss. The rules' own mentions, times, places and sayings are the silver labels.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from training.reader.labels import load_labels

from citydesk.model import Report, Role
from citydesk.read.encoder.questions import CUSTODIES, FLAGS, KINDS, OUTCOMES, ROLES, SEXES
from citydesk.read.page.document import Document, open_document
from citydesk.read.page.mended import mend
from citydesk.read.page.setting import Manner, PlaceLevel, Setting
from citydesk.read.reader import open_setting
from citydesk.read.who.cast import Cast
from citydesk.read.who.mentions import Form, Mention
from citydesk.read.who.namesakes import is_same_name
from citydesk.read.who.parts import role_of
from citydesk.read.who.told import Slot, Telling
from citydesk.read.who.who import find_people

Json = dict[str, Any]
_STRONG, _SPREAD, _SILVER = 1.0, 0.5, 0.25
"""How surely a label is right: matched word for word; carried to the mentions that the rules join; the rules' own."""
_MAX_FOUND = 4
"""Places where a labelled text is marked."""


def main() -> None:
    """Prepare all examples."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with gold_dev*.jsonl, gva_dev_*.jsonl")
    parser.add_argument("--labels", type=Path, required=True, help="the folder with our further labels")
    parser.add_argument("--out", type=Path, required=True, help="where the examples go")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    reports = {line["id"]: line for line in _lines(options.data / "gva_dev_reports.jsonl")}
    gold = {line["id"]: line for line in _lines(options.data / "gold_dev.jsonl")}
    labels = {line["id"]: line for line in load_labels(options.labels, reports)}
    incidents = list(_lines(options.data / "gva_dev_incidents.jsonl"))
    held = {r for incident in incidents if any(r in gold for r in incident["reports"]) for r in incident["reports"]}
    record_of = {r: incident for incident in incidents for r in incident["reports"]}
    _write(options.out / "gold.jsonl", [(reports[i], gold[i], None) for i in gold])
    _write(options.out / "labels.jsonl", [(reports[i], labels[i], None) for i in labels if i not in held])
    distant = [i for i in reports if i not in held and i not in labels]
    _write(options.out / "distant.jsonl", [(reports[i], None, record_of.get(i)) for i in distant])
    gvdb = list(_lines(options.data / "gvdb_dev.jsonl"))
    _write(options.out / "gvdb.jsonl", [(line, None, _record_of_gvdb(line["labels"])) for line in gvdb])


def _lines(path: Path) -> Iterator[Json]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _write(path: Path, items: list[tuple[Json, Json | None, Json | None]]) -> None:
    with ProcessPoolExecutor(2) as pool, path.open("w", encoding="utf-8") as out:
        for example in pool.map(_example, items, chunksize=16):
            out.write(json.dumps(example, ensure_ascii=False) + "\n")
    print(path, len(items), flush=True)


def _record_of_gvdb(labels: Json) -> Json:
    """The labels of a report of the Gun Violence Database in the form of a kept record."""
    people = []
    for side, role in (("victim", "victim"), ("shooter", "suspect")):
        for person in labels.get(f"{side}-section") or []:
            name, age = (((person.get(key) or {}).get("value") or "").strip() for key in ("name", "age"))
            digits = "".join(c for c in age if c.isdigit())
            was = person.get("victim-was") or []
            status = ["killed"] if "killed" in was else ["injured"] if was else []
            sex = {"Male": "male", "Female": "female"}.get(person.get("gender") or "")
            people.append(
                {
                    "name": name or None,
                    "age": int(digits) if digits else None,
                    "sex": sex,
                    "role": role,
                    "status": status,
                }
            )
    return {"participants": people, "killed": None, "injured": None}


def _example(item: tuple[Json, Json | None, Json | None]) -> Json:
    """One example: the text, its mentions and marks, and what is known of each."""
    line, gold, record = item
    report = Report(
        id=line["id"], url=line.get("url"), title=line.get("title") or "", text=line["text"],
        published=line.get("published"),
    )  # fmt: skip
    document = open_document(report)
    setting = open_setting(document)
    people = find_people(setting)
    mentions = people.mentions.all
    marks = list(_silver_marks(setting, mentions))
    labelled = [_silver(people.cast, people.tellings, m) for m in mentions]
    attributes: list[Json] = []
    answers: Json = {}
    if gold is not None:
        marks = [m for m in marks if m[0] not in ("CONDITION", "WOUND", "WEAPON", "CHARGE")]
        labelled = label_gold(document, mentions, people.cast, gold, people.tellings)
        gold_marks, attributes = _gold_marks(document, gold)
        marks.extend(gold_marks)
        answers = _answers(gold)
    elif record is not None:
        _label_record(mentions, people.cast, record, labelled)
        answers = {key: record[key] for key in ("killed", "injured") if record.get(key) is not None}
    return {
        "id": report.id,
        "text": document.text,
        "body_start": document.body_start,
        "gold": gold is not None,
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "hstart": m.head.start, "hend": m.head.end, **label}
            for m, label in zip(mentions, labelled, strict=True)
        ],
        "marks": marks,
        "attributes": attributes,
        "answers": answers,
    }


def _silver_marks(setting: Setting, mentions: tuple[Mention, ...]) -> Iterator[tuple[str, int, int]]:
    """What the rules find: spans by type."""
    for m in mentions:
        if m.form is Form.NAME:
            yield ("NAME", *m.head)
            if m.title is not None:
                yield ("RANK", *m.title)
        elif m.form is Form.DESCRIPTION:
            yield ("DESCRIPTION", *m.span)
            if m.sex is not None:
                yield ("SEXWORD", *m.head)
        if m.age is not None:
            yield ("AGE", *m.age.span)
    for t in setting.times:
        yield ("TIME" if t.clock else "DATE", *t.span)
    levels = {
        PlaceLevel.ADDRESS: "ADDRESS",
        PlaceLevel.NAME: "PLACE",
        PlaceLevel.NEIGHBORHOOD: "NEIGHBORHOOD",
        PlaceLevel.CITY: "CITY",
        PlaceLevel.COUNTY: "CITY",
        PlaceLevel.STATE: "CITY",
    }
    for p in setting.places:
        yield (levels[p.level], *p.span)
    for a in setting.agencies:
        yield ("AGENCY", *a.span)
    for s in setting.sayings:
        yield ("HEDGE" if s.manner in (Manner.HEDGED, Manner.SILENT) else "SAYS", *s.cue)
        if s.source is not None:
            yield ("SOURCE", *s.source)


def _silver(cast: Cast, tellings: Iterable[Telling], mention: Mention) -> Json:
    """What the rules say of a mention, as a label of little weight."""
    person = cast.of.get(mention.index)
    if person is None:
        return _label(None, None, 0.0)
    mine = [t for t in tellings if t.mention is not None and cast.of.get(t.mention) is person]
    role = role_of(mine)
    said = {t.value for t in mine if t.slot is Slot.OUTCOME}
    outcome = next((o for o in ("killed", "injured", "unharmed") if o in said), "none")
    sex = person.sex.value if person.sex is not None else None
    label = _label(f"c{person.number}", role.value if role else "none", _SILVER)
    if role is None and (person.official or person.speaks):
        label["role"] = ROLES.index("official")
    label["outcome"] = OUTCOMES.index(outcome) if role else None
    label["sex"] = SEXES.index(sex or "unknown") if mention.form is not Form.PRONOUN else None
    return label


def _label(person: str | None, role: str | None, weight: float) -> Json:
    return {
        "person": person,
        "role": None if role is None else ROLES.index(role),
        "outcome": None,
        "custody": None,
        "sex": None,
        "scene": None,
        "weight": weight,
    }


def _label_of(key: str, person: Json, *, main: bool, weight: float) -> Json:
    label = _label(key, person["role"], weight)
    label["outcome"] = OUTCOMES.index(person.get("outcome") or "none")
    label["custody"] = CUSTODIES.index(person.get("custody") or "none") if person["role"] == "suspect" else None
    label["sex"] = SEXES.index(person.get("sex") or "unknown") if not person.get("count") else None
    label["scene"] = int(not main)
    return label


def _places_of(document: Document, words: str | None) -> list[tuple[int, int]]:
    """Where words stand in the text, at most a few places."""
    found: list[tuple[int, int]] = []
    words = mend(words).text.strip() if words else ""
    at = document.text.find(words) if words else -1
    while at >= 0 and len(found) < _MAX_FOUND:
        found.append((at, at + len(words)))
        at = document.text.find(words, at + len(words))
    return found


def _name_parts(name: str) -> tuple[str, ...]:
    drop = {"jr", "sr", "ii", "iii", "iv"}
    words = [w.strip(".,'\"“”()").lower() for w in name.replace("’", "'").split()]
    return tuple(w for w in words if len(w) > 1 and w not in drop)


def label_gold(
    document: Document, mentions: tuple[Mention, ...], cast: Cast, gold: Json, tellings: Iterable[Telling] = ()
) -> list[Json]:
    """What the gold says of each mention: of those matched, of those the rules join to them, and of the others."""
    people = [
        (f"{n}.{k}", person, bool(incident.get("main")))
        for n, incident in enumerate(gold["incidents"])
        for k, person in enumerate(incident.get("people") or [])
    ]
    matched = _match(document, mentions, people)
    spread: dict[int, tuple[str, Json, bool] | None] = {}
    for person in cast.persons:
        entries = {matched[m.index][0]: matched[m.index] for m in person.mentions if m.index in matched}
        for m in person.mentions:
            spread[m.index] = next(iter(entries.values())) if len(entries) == 1 else None
    roles = _roles(cast, tellings)
    labels: list[Json] = []
    for m in mentions:
        if m.index in matched:
            key, person_, main = matched[m.index]
            labels.append(_label_of(key, person_, main=main, weight=_STRONG))
        elif (entry_ := spread.get(m.index)) is not None:
            labels.append(_label_of(entry_[0], entry_[1], main=entry_[2], weight=_SPREAD))
        else:
            labels.append(_unmatched(m, cast, people, roles))
    return labels


def _roles(cast: Cast, tellings: Iterable[Telling]) -> dict[int, Role | None]:
    """By person: the part that the rules see."""
    mine: dict[int, list[Telling]] = {}
    for telling in tellings:
        if telling.mention is not None and telling.mention in cast.of:
            mine.setdefault(cast.of[telling.mention].number, []).append(telling)
    return {number: role_of(told) for number, told in mine.items()}


def _match(
    document: Document, mentions: tuple[Mention, ...], people: list[tuple[str, Json, bool]]
) -> dict[int, tuple[str, Json, bool]]:
    """By mention: the gold person whose name, or whose first words, stand there."""
    matched: dict[int, tuple[str, Json, bool]] = {}
    names = [(_name_parts(person["name"]), entry) for entry in people if (person := entry[1]).get("name")]
    for m in mentions:
        if m.name is not None and m.name.parts:
            same = [entry for parts, entry in names if parts and is_same_name(parts, m.name.parts)]
            keys = {(e[1]["name"], e[1]["role"]) for e in same}
            if same and len(keys) == 1:
                matched[m.index] = same[0]
    for entry in people:
        for start, end in _places_of(document, entry[1]["text"])[:1]:
            inside = [m for m in mentions if m.head.start >= start and m.head.end <= end and m.form is not Form.PRONOUN]
            outer = [m for m in inside if not m.inside] or inside
            group = bool(entry[1].get("count"))
            fit = [m for m in outer if (m.many != 1) is group] or outer
            if fit and fit[0].index not in matched:
                matched[fit[0].index] = entry
    return matched


def _unmatched(m: Mention, cast: Cast, people: list[tuple[str, Json, bool]], roles: dict[int, Role | None]) -> Json:
    """The label of a mention that no gold person was found at: nobody's, where it can be none of them."""
    person = cast.of.get(m.index)
    official = person is not None and (person.official or person.speaks)
    role = "official" if official else "none"
    if m.form is Form.NAME:
        return _label(f"x{person.number}" if person else None, role, _STRONG)
    if m.form is Form.PRONOUN:
        return _label(None, None, 0.0)
    may_be = [entry for entry in people if _may_be(m, entry[1])]
    if not may_be:
        return _label(f"x{person.number}" if person else None, role, _SPREAD)
    told = roles.get(person.number) if person is not None else None
    alike = [e for e in may_be if told is not None and e[1]["role"] == told.value and not e[1].get("count")]
    if len(alike) == 1 and m.many == 1:  # told again in other words: the rules say so much, and nobody else is like it
        return _label_of(alike[0][0], alike[0][1], main=alike[0][2], weight=_SILVER)
    return _label(None, None, 0.0)


def _may_be(m: Mention, person: Json) -> bool:
    if m.sex is not None and person.get("sex") not in (None, m.sex.value):
        return False
    if m.age is not None and person.get("age") not in (None, m.age.value):
        return False
    if m.officer and not person.get("officer"):
        return False
    role = m.noun.role if m.noun is not None else None
    return role not in (Role.VICTIM, Role.SUSPECT) or role.value == person["role"]


def _gold_marks(document: Document, gold: Json) -> tuple[list[tuple[str, int, int]], list[Json]]:
    """The spans that the gold's texts stand at, and whose each condition and wound is."""
    marks: dict[tuple[str, int, int], set[str]] = {}
    for n, incident in enumerate(gold["incidents"]):
        place = incident.get("place") or {}
        texts = [("ADDRESS", place.get("address")), ("PLACE", place.get("name"))]
        texts += [("WEAPON", w["text"]) for w in incident.get("weapons") or []]
        texts += [("SHOTS", (incident.get("shots_fired") or {}).get("text")), ("DATE", incident.get("date_text"))]
        texts += [("TIME", incident.get("time_text")), ("NEIGHBORHOOD", place.get("neighborhood"))]
        for kind, words in texts:
            for span in _places_of(document, words):
                marks.setdefault((kind, *span), set())
        for k, person in enumerate(incident.get("people") or []):
            for kind, words in (("CONDITION", person.get("condition")), ("WOUND", person.get("wound"))):
                for span in _places_of(document, words):
                    marks.setdefault((kind, *span), set()).add(f"{n}.{k}")
            for charge in person.get("charges") or []:
                for span in _places_of(document, charge):
                    marks.setdefault(("CHARGE", *span), set()).add(f"{n}.{k}")
    attributes = [
        {"kind": kind, "start": start, "end": end, "of": sorted(of)}
        for (kind, start, end), of in marks.items()
        if of and kind in ("CONDITION", "WOUND", "CHARGE")
    ]
    return list(marks), attributes


def _answers(gold: Json) -> Json:
    """The report's kind and what is asked of its first main incident."""
    answers: Json = {"kind": KINDS.index(gold["kind"])}
    main = next((i for i in gold["incidents"] if i.get("main")), None)
    if main is None:
        return answers
    for flag in FLAGS:
        answers[flag] = {None: 0, False: 0, True: 1}[main.get(flag)]
    for key in ("killed", "injured"):
        answers[key] = -1 if main.get(key) is None else main[key]
    return answers


def _label_record(mentions: tuple[Mention, ...], cast: Cast, record: Json, labelled: list[Json]) -> None:
    """What a kept record says of the mentions that have a participant's name, or an age that is one's alone."""
    people = record["participants"]
    ages = [p["age"] for p in people if p.get("age") is not None]
    matched: dict[int, tuple[int, Json]] = {}
    for m in mentions:
        if m.name is not None and m.name.parts:
            fits = [
                (k, p)
                for k, p in enumerate(people)
                if p.get("name") and is_same_name(_name_parts(p["name"]) or ("?",), m.name.parts)
            ]
        else:
            fits = [
                (k, p) for k, p in enumerate(people)
                if m.age is not None and len(m.ages) < 2 and p.get("age") == m.age.value and ages.count(p["age"]) == 1
            ]  # fmt: skip
        if len({p["role"] for _, p in fits}) == 1 and len(fits) == 1:
            matched[m.index] = fits[0]
    for person in cast.persons:
        keys = {matched[m.index][0]: matched[m.index] for m in person.mentions if m.index in matched}
        for m in person.mentions:
            if m.index in matched:
                labelled[m.index] = _label_recorded(*matched[m.index], _SPREAD)
            elif len(keys) == 1:
                labelled[m.index] = _label_recorded(*next(iter(keys.values())), _SILVER)


def _label_recorded(k: int, person: Json, weight: float) -> Json:
    label = _label(f"r{k}", person["role"], weight)
    status = person.get("status") or []
    outcome = next((o for o in ("killed", "injured", "unharmed") if o in status), None)
    label["outcome"] = OUTCOMES.index(outcome) if outcome in ("killed", "injured") else None
    label["sex"] = SEXES.index(person["sex"]) if person.get("sex") else None
    return label


if __name__ == "__main__":
    main()
