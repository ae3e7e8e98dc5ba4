"""Splink as a contestant of benchmarks/link.py: the tellings' fields as columns, our keys to find pairs by.

The levels of its comparisons are those of `citydesk.link.features`, as far as SQL can say them. The chances of a level
among true pairs are learnt from the pairs of the half that is known, those among others from pairs drawn at random, the
prior from how many candidates are true; the threshold is the one that gives the best pair F1 on the known half.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink import comparison_library as cl

from citydesk.link import Pair, Telling, TellingId, keys_of
from citydesk.model import FLAGS

SEED = 7
RANDOM_PAIRS = 100_000
THRESHOLDS = (
    0.01,
    0.05,
    0.1,
    0.2,
    0.3,
    0.4,
    0.5,
    0.6,
    0.7,
    0.8,
    0.9,
    0.95,
    0.97,
    0.98,
    0.99,
    0.995,
    0.999,
    0.9999,
    0.99999,
    0.999999,
    0.9999999,
    0.99999999,
)
_SHARE = "len(list_intersect({0}_l, {0}_r)) / len(list_distinct(list_concat({0}_l, {0}_r)))"
_SHARES = (0.6, 0.4, 0.3, 0.2, 0.15, 0.1, 0.06)
"""With (0.3, 0.15, 0.06), Splink had a pair F1 of 0.809 where it has 0.822 with these."""
_DAYS_APART = "greatest(first_day_l - last_day_r, first_day_r - last_day_l, 0)"
_KM = (
    "12742 * asin(sqrt(least(1, pow(sin(radians(lat_r - lat_l) / 2), 2)"
    " + cos(radians(lat_l)) * cos(radians(lat_r)) * pow(sin(radians(lon_r - lon_l) / 2), 2))))"
)


class Splinking:
    """A model learnt from tellings whose incident is known."""

    def __init__(self, known: Mapping[Telling, str]) -> None:
        """Learn from tellings and their incidents."""
        tellings = tuple(known)
        by_incident: dict[str, list[TellingId]] = {}
        for telling, incident in known.items():
            by_incident.setdefault(incident, []).append(telling.id)
        true = [pair for ids in by_incident.values() for pair in combinations(sorted(ids), 2)]
        candidates = _candidates(tellings)
        among = len(candidates.intersection(true)) / (len(tellings) * (len(tellings) - 1) / 2)
        linker, api = _linker(tellings, _settings(among))
        linker.training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=SEED)
        labels = {f"unique_id_{side}": [_flat(pair[n]) for pair in true] for n, side in enumerate("lr")}
        api.register(pa.table(labels), table_name="labels")
        linker.training.estimate_m_from_pairwise_labels("labels")
        self._model: dict[str, Any] = linker.misc.save_model_to_json()
        truth = {telling.id: incident for telling, incident in known.items()}
        scores = self.scores(tellings)
        self.threshold = max(THRESHOLDS, key=lambda least: _f1(_joined(truth, scores, least), truth))

    def scores(self, tellings: Sequence[Telling]) -> dict[Pair, float]:
        """The probability of each pair of tellings that share a key."""
        linker, _ = _linker(tellings, self._model)
        return _scores_in(linker.inference.predict(), tellings)

    def link(self, tellings: Sequence[Telling]) -> list[list[TellingId]]:
        """From tellings to Splink's own groups."""
        linker, _ = _linker(tellings, self._model)
        predicted = linker.inference.predict()
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(
            predicted, threshold_match_probability=self.threshold
        ).as_record_list()
        by_flat = {_flat(telling.id): telling.id for telling in tellings}
        groups: dict[str, list[TellingId]] = {}
        for row in found:
            groups.setdefault(row["cluster_id"], []).append(by_flat[row["unique_id"]])
        return list(groups.values())


def _flat(id_: TellingId) -> str:
    return f"{id_[0]} {id_[1]}"


def _candidates(tellings: Sequence[Telling]) -> set[Pair]:
    by_key: dict[str, list[TellingId]] = {}
    for telling in tellings:
        for key in keys_of(telling):
            by_key.setdefault(key, []).append(telling.id)
    return {pair for ids in by_key.values() for pair in combinations(sorted(ids), 2)}


def _scores_in(predicted: Any, tellings: Sequence[Telling]) -> dict[Pair, float]:
    by_flat = {_flat(telling.id): telling.id for telling in tellings}
    scores: dict[Pair, float] = {}
    for row in predicted.as_record_list():
        a, b = sorted((by_flat[row["unique_id_l"]], by_flat[row["unique_id_r"]]))
        scores[a, b] = row["match_probability"]
    return scores


def _joined(truth: Mapping[TellingId, str], scores: Mapping[Pair, float], least: float) -> list[list[TellingId]]:
    from citydesk.link import components

    return [list(group) for group in components(truth, {}, [pair for pair, p in scores.items() if p >= least])]


def _f1(groups: Sequence[Sequence[TellingId]], truth: Mapping[TellingId, str]) -> float:
    from train import agreement

    return float(agreement(groups, dict(truth))["pair_f1"])


def _linker(tellings: Sequence[Telling], settings: SettingsCreator | dict[str, Any]) -> tuple[Linker, DuckDBAPI]:
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    api = DuckDBAPI(connection)
    table = api.register(pa.Table.from_pylist([_row(telling) for telling in tellings], schema=_SCHEMA))
    return Linker(table, settings, log_level=None), api


_WHOLE, _WORDS, _LISTED = pa.int64(), pa.string(), pa.list_(pa.string())
_NUMBERS = pa.list_(pa.int64())
_SCHEMA = pa.schema(
    [
        ("unique_id", _WORDS),
        *((name, _WHOLE) for name in ("first_day", "last_day", "published", "minute", "ordinal", "block")),
        *((name, _WORDS) for name in ("state", "city", "county", "neighborhood", "street", "site", "outlet")),
        *((name, pa.float64()) for name in ("lat", "lon")),
        *((name, _WHOLE) for name in ("killed", "injured", "hit")),
        *((name, pa.bool_()) for name in FLAGS),
        *((name, _LISTED) for name in ("weapons", "agencies", "full_names", "last_names", "sexes", "persons")),
        *((name, _NUMBERS) for name in ("victims_ages", "suspects_ages", "title_words", "words", "names", "signature")),
        ("keys", _LISTED),
    ]
)


def _row(telling: Telling) -> dict[str, Any]:
    """A telling as a row; an empty list stands as nothing said."""
    plain = ("first_day", "last_day", "published", "minute", "ordinal", "block", "state", "city", "county")
    more = ("neighborhood", "street", "site", "outlet", "lat", "lon", "killed", "injured")
    hit = None if telling.killed is None or telling.injured is None else telling.killed + telling.injured
    named = [person.name for person in telling.people if person.name]
    victims = [person for person in telling.people if person.role == "victim"]
    lists: dict[str, Sequence[Any]] = {
        "weapons": [kind for kind in telling.weapons if kind != "firearm"],
        "agencies": telling.agencies,
        "full_names": sorted({f"{n.split()[-1]},{n.split()[0][:3]}" for n in named if " " in n}),
        "last_names": sorted({name.split()[-1] for name in named}),
        "victims_ages": [person.age for person in victims if person.age is not None],
        "suspects_ages": [p.age for p in telling.people if p.role == "suspect" and p.age is not None],
        "sexes": sorted({person.sex for person in victims if person.sex}),
        "persons": sorted(f"{p.age} {p.sex} {p.outcome}" for p in telling.people if p.age and p.sex and p.outcome),
        "title_words": sorted(telling.title_words),
        "words": sorted(telling.words),
        "names": sorted(telling.names),
        "signature": [number * 64 + slot for slot, number in enumerate(telling.signature)],
        "keys": keys_of(telling),
    }
    return {
        "unique_id": _flat(telling.id),
        **{name: getattr(telling, name) for name in (*plain, *more)},
        "hit": hit,
        **dict(zip(FLAGS, telling.flags, strict=True)),
        **{name: list(listed) or None for name, listed in lists.items()},
    }


def _settings(prior: float) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=prior,
        blocking_rules_to_generate_predictions=[block_on("keys", arrays_to_explode=["keys"])],
        comparisons=_comparisons(),
        retain_matching_columns=False,
    )


def _comparisons() -> list[Any]:
    count = ("{0}_l = {0}_r", "abs({0}_l - {0}_r) = 1")
    listed = ("len(list_intersect({0}_l, {0}_r)) > 1", "len(list_intersect({0}_l, {0}_r)) = 1")
    return [
        _levels("day", ("first_day", "last_day"), [f"{_DAYS_APART} <= {days}" for days in (0, 1, 3, 8)]),
        _levels("published", ("published",), [f"abs(published_l - published_r) <= {n}" for n in (0, 1, 3, 8, 45, 400)]),
        _levels("minute", ("minute",), [f"abs(minute_l - minute_r) <= {minutes}" for minutes in (20, 60, 180)]),
        _levels(
            "area",
            ("state",),
            [
                "state_l = state_r AND city_l = city_r",
                f"state_l = state_r AND {_KM} < 25",
                "state_l = state_r AND (city_l IS NULL OR city_r IS NULL) AND county_l = county_r",
                "state_l = state_r AND (city_l IS NULL OR city_r IS NULL)",
                "state_l = state_r",
            ],
        ),
        _levels("street", ("street",), ["street_l = street_r AND block_l = block_r", "street_l = street_r"]),
        _levels("site", ("site",), ["site_l = site_r"]),
        _levels("neighborhood", ("neighborhood",), ["neighborhood_l = neighborhood_r"]),
        _levels(
            "people",
            ("last_names",),
            [
                "len(list_intersect(full_names_l, full_names_r)) > 1",
                "len(list_intersect(full_names_l, full_names_r)) = 1",
                "len(list_intersect(last_names_l, last_names_r)) > 0",
            ],
        ),
        *(_levels(name, (name,), [rule.format(name) for rule in listed]) for name in ("victims_ages", "suspects_ages")),
        *(_levels(name, (name,), [rule.format(name) for rule in listed]) for name in ("sexes", "persons", "agencies")),
        _levels("weapons", ("weapons",), ["len(list_intersect(weapons_l, weapons_r)) > 0"]),
        *(_levels(name, (name,), [rule.format(name) for rule in count]) for name in ("killed", "injured", "hit")),
        *(_levels(flag, (flag,), [f"{flag}_l = {flag}_r AND {flag}_l", f"{flag}_l = {flag}_r"]) for flag in FLAGS),
        *(_levels(name, (name,), [f"{name}_l = {name}_r"]) for name in ("ordinal", "outlet")),
        *(
            _levels(name, (name,), [f"{_SHARE.format(name)} >= {share}" for share in _SHARES])
            for name in ("words", "title_words", "names", "signature")
        ),
    ]


def _levels(name: str, columns: Sequence[str], rules: Sequence[str]) -> Any:
    """A comparison: nothing said, the rules from the most alike on, and all else."""
    unsaid = " OR ".join(f"{column}_{side} IS NULL" for column in columns for side in "lr")
    levels: list[dict[str, Any]] = [{"sql_condition": unsaid, "label_for_charts": "not said", "is_null_level": True}]
    levels += [{"sql_condition": rule, "label_for_charts": rule} for rule in rules]
    levels.append({"sql_condition": "ELSE", "label_for_charts": "else"})
    return cl.CustomComparison(levels, output_column_name=name)
