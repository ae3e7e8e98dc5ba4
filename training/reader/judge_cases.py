"""The cases that the judges are fitted on: what they would see of a report, and what the gold says is right.

In: a report, its gold, and the folder of an encoder that was not trained on it. Out: cases: features, the right answer,
and the rules' own.
"""

import importlib.util
import json
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from training.reader.prepare import label_gold

from citydesk.model import Report, Role
from citydesk.read.encoder.network import Network
from citydesk.read.encoder.questions import CUSTODIES, ROLES
from citydesk.read.page.document import open_document
from citydesk.read.page.weights import Weights
from citydesk.read.reader import open_setting, tell
from citydesk.read.scenes.scenes import find_scenes
from citydesk.read.what import weighed
from citydesk.read.who import judging
from citydesk.read.who.cast import Person
from citydesk.read.who.groups import square_groups
from citydesk.read.who.keeping import keep_features
from citydesk.read.who.participants import _participant
from citydesk.read.who.parts import Part, find_parts_of, role_of
from citydesk.read.who.retold import _stated_number, merge_judged
from citydesk.read.who.sameness import Room, same_features
from citydesk.read.who.told import Slot
from citydesk.read.who.who import gather_people

Json = dict[str, Any]


class Item(NamedTuple):
    """A report to make cases of."""

    line: Json
    gold: Json
    weights: str
    """The folder of an encoder that was not trained on it."""
    judges: str = "{}"
    """The weights fitted so far, as JSON."""
    scorer: str = ""
    """score_read.py, which says who is whom in the gold."""


def report_cases_of(item: Item) -> list[Json]:
    """The cases of one report about its main incident and itself."""
    line, gold, weights = item[:3]
    document = open_document(_report(line))
    looked = open_encoder(weights).look_at(document.text, document.body_start)
    main = next((i for i in gold["incidents"] if i.get("main")), None)
    if looked is None:
        return []
    told = tell(replace(open_setting(document), looked=looked))
    mains = sum(incident.main for incident in told.incidents)
    cases: list[Json] = []
    if main is None or mains != 1:
        return cases
    incident = told.incidents[0]
    for key in ("killed", "injured"):
        for number in weighed.count_candidates(looked, incident, key):
            features = weighed.count_features(looked, incident, key, number)
            right = int(number == main.get(key))
            cases.append({"id": line["id"], "question": key, "features": features, "label": right})
    return cases


@cache
def open_encoder(folder: str) -> Network:
    """The encoder of a folder of weights."""
    path = Path(folder)
    bias = json.loads((path / "encoder.json").read_text("utf-8"))["bias"]
    tokenizer = (path / "tokenizer.json").read_text("utf-8")
    return Network((path / "encoder.onnx").read_bytes(), tokenizer, (bias[0], bias[1]))


def cases_of(item: Item) -> list[Json]:
    """The cases of one report: features and right answer for each question about each person."""
    line, gold, weights = item[:3]
    document = open_document(_report(line))
    looked = open_encoder(weights).look_at(document.text, document.body_start)
    people = gather_people(replace(open_setting(document), looked=looked))
    opinions = people.opinions
    if opinions is None:
        return []
    labels = label_gold(document, people.mentions.all, people.cast, gold)
    cases: list[Json] = []
    for person in people.cast.persons:
        if not judging.is_judged(person):
            continue
        label = _person_label(person, labels)
        told = [t for t in people.tellings if t.mention is not None and people.cast.of.get(t.mention) is person]
        if label is None:
            continue
        case = lambda question, features, answer, rules: cases.append(  # noqa: E731
            {"id": line["id"], "question": question, "features": features, "label": answer, "rules": rules}
        )
        role = ROLES[label["role"]]
        answer = next((n for n, r in enumerate(judging.PARTS) if r is not None and r.value == role), 0)
        case("role", judging.role_features(person, told, opinions), answer, judging.PARTS.index(role_of(told)))
        if answer and label["outcome"] is not None:
            said = [t.value for t in told if t.slot is Slot.OUTCOME]
            first = next((n for n, o in enumerate(judging.ENDS) if n and o in said), 0)
            case("outcome", judging.outcome_features(person, told, opinions), label["outcome"], first)
        if label["custody"] is not None:
            states = [t.value for t in told if t.slot is Slot.CUSTODY]
            first = next((judging.STATES.index(s) for s in _ALIVE if s in states), 0)
            case("custody", judging.custody_features(person, told, opinions), label["custody"], first)
        if answer and label["sex"] is not None:
            case("sex", judging.sex_features(person, opinions), label["sex"], judging.SEXED.index(person.sex))
    return cases


_ALIVE = [judging.STATES[CUSTODIES.index(name)] for name in ("convicted", "charged", "arrested", "sought", "at_large")]


def same_cases_of(item: Item) -> list[Json]:
    """The cases of one report: pairs of parts of the main scene, and whether they are one person of the gold."""
    line, gold, weights, judges = item[:4]
    document = open_document(_report(line))
    looked = open_encoder(weights).look_at(document.text, document.body_start)
    setting = replace(open_setting(document), looked=looked)
    people = gather_people(setting)
    opinions = people.opinions
    if opinions is None:
        return []
    tellings = judging.judge_people(people.cast, people.tellings, opinions, _judges(judges))
    labels = label_gold(document, people.mentions.all, people.cast, gold)
    cases: list[Json] = []
    for scene in find_scenes(setting)[:1]:
        parts = find_parts_of(scene, people.cast, tellings)
        main = next((n for n, i in enumerate(gold["incidents"]) if i.get("main")), None)
        persons = [] if main is None else gold["incidents"][main].get("people") or []
        for role in Role:
            singles = [p for p in parts if p.role is role and p.count == 1]
            room = Room(_stated_number(parts, role), len(singles))
            owners = [_owners(p, labels, persons, main) for p in singles]
            for n, one in enumerate(singles):
                for m in range(n + 1, len(singles)):
                    sure = len(owners[n]) == len(owners[m]) == 1 or not owners[n] & owners[m]
                    if sure and owners[n] and owners[m]:
                        features = same_features(one, singles[m], room, opinions)
                        same = int(owners[n] == owners[m])
                        cases.append({"id": line["id"], "features": features, "label": same})
    return cases


def keep_cases_of(item: Item) -> list[Json]:
    """The cases of one report: the parts of the main scene, and whether the gold lists each."""
    line, gold, weights, judges_text, scorer = item
    document = open_document(_report(line))
    looked = open_encoder(weights).look_at(document.text, document.body_start)
    main = next((i for i in gold["incidents"] if i.get("main")), None)
    judges = _judges(judges_text)
    setting = replace(open_setting(document), looked=looked)
    people = gather_people(setting)
    opinions = people.opinions
    if opinions is None or main is None:
        return []
    tellings = judging.judge_people(people.cast, people.tellings, opinions, judges)
    scene = find_scenes(setting)[0]
    parts = merge_judged(find_parts_of(scene, people.cast, tellings), opinions, judges.same)
    of_all = [t for t in tellings if t.mention is None and scene.covers(t.span.start)]
    parts = square_groups(parts, of_all)
    found = [{"part": p, **_participant(setting, p).model_dump(mode="json")} for p in parts]
    score = open_scorer(scorer)
    listed = {
        id(b["part"])
        for a, b in score.pair(main.get("people") or [], found, score.same_person)
        if a["role"] == b["role"]["value"]
    }
    return [
        {"id": line["id"], "features": keep_features(p, parts, opinions, judges.same), "label": int(id(p) in listed)}
        for p in parts
    ]


@cache
def open_scorer(path: str) -> Any:
    """The scorer's functions, from its file."""
    spec = importlib.util.spec_from_file_location("score_read", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _judges(text: str) -> judging.Judges:
    """Judges of persons from the weights fitted so far."""
    rows = json.loads(text)
    weights = {name: Weights(np.array(value, dtype=np.float32)) for name, value in rows.items()}
    return judging.Judges(**{field.name: weights[field.name] for field in fields(judging.Judges)})


def _owners(part: Part, labels: list[Json], persons: list[Json], main: int | None) -> frozenset[str]:
    """The gold persons who a part may be: the one it was matched with, or all who are like it."""
    sure = [labels[m.index]["person"] for m in part.mentions if labels[m.index]["weight"] == 1.0]
    if sure and sure[0] is not None:
        return frozenset(sure[:1])
    return frozenset(
        f"{main}.{k}"
        for k, p in enumerate(persons)
        if p["role"] == part.role.value
        and not p.get("count")
        and (part.sex is None or p.get("sex") in (None, part.sex.value))
        and (not part.ages or p.get("age") in (None, *part.ages))
        and not (part.name and p.get("name"))
        and (part.officer == bool(p.get("officer")))
    )


def _report(line: Json) -> Report:
    return Report(
        id=line["id"], url=line.get("url"), title=line["title"], text=line["text"], published=line.get("published")
    )


def _person_label(person: Person, labels: list[Json]) -> Json | None:
    """The label of most of a person's surely labelled mentions."""
    sure = [
        labels[m.index]
        for m in person.mentions
        if labels[m.index]["weight"] >= 0.5 and labels[m.index]["role"] is not None
    ]
    if not sure:
        return None
    return max(sure, key=lambda label: (label["weight"], -labels.index(label)))
