"""The ledger's values in words for a person: labels, vocabularies, yes and no, counts, why a value stands.

In: values of the model. Out: short English phrases, never markup. Days and times are told by `days.py`, whole
sentences about an incident by `blotter.py`.
"""

from functools import cache

import us
from pydantic import BaseModel

from citydesk.desk.days import clock_words, day_words
from citydesk.model import Basis, Certainty

_CERTAINTIES = {
    Certainty.STATED: "The report or its source says it plainly.",
    Certainty.ALLEGED: "It is an accusation: “allegedly”, “is accused of”, “is suspected”.",
    Certainty.BELIEVED: "Somebody believes or thinks it, or it appears so.",
    Certainty.UNKNOWN: "The report says that it is not known.",
    Certainty.DENIED: "Somebody says that it is not so.",
}
_LABELS = {
    "date": "Date",
    "time": "Time",
    "place.address": "Address",
    "place.name": "Place",
    "place.kind": "Kind of place",
    "place.neighborhood": "Neighborhood",
    "place.city": "City",
    "place.county": "County",
    "place.state": "State",
    "killed": "Killed",
    "injured": "Injured",
    "officer_shot": "An officer was shot or wounded",
    "shot_by_officer": "An officer shot someone",
    "self_inflicted": "Self-inflicted",
    "unintentional": "An accident",
    "domestic": "Between family or partners",
    "weapons": "Weapon",
    "shots_fired": "Shots fired",
    "agencies": "Agency",
    "agency_role": "Its part",
    "sequence": "In a series",
    "role": "Role",
    "officer": "Officer",
    "count": "How many people",
    "name": "Name",
    "age": "Age",
    "sex": "Sex",
    "race": "Race",
    "rank": "Rank",
    "agency": "Agency",
    "years_of_service": "Years of service",
    "outcome": "Outcome",
    "condition": "Condition",
    "wound": "Wound",
    "custody": "Custody",
    "charges": "Charge",
    "kind": "Kind of report",
    "dateline": "Dateline",
    "speaker": "Speaker",
    "title": "Title",
    "organization": "Organization",
    "medium": "Medium",
    "source": "Source",
    "certainty": "Certainty",
}
_VALUES = {
    "at_large": "at large",
    "follow_up": "a follow-up",
    "roundup": "a round-up of several incidents",
    "incident": "a report of an incident",
    "bar_or_club": "bar or club",
    "parking_lot": "parking lot",
    "public_building": "public building",
    "worship": "place of worship",
    "medical": "medical building",
    "air_gun": "air gun",
    "firearm": "gun, kind not said",
    "employer": "employer of an officer involved",
    "sought": "sought by police",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_BASIS = {
    Basis.ONLY: "No report says anything else.",
    Basis.AGREED: "Most of the independent reports say it.",
    Basis.SPECIFIC: "It says the same as the others, and more.",
    Basis.LATEST: "It is the latest word on something that changes.",
    Basis.CORRECTED: "Its report says that it corrects an earlier one.",
    Basis.UPDATED: "The page that said otherwise says this since it was changed.",
    Basis.FITTING: "What others say does not fit the rest of the record.",
    Basis.EARLIER: "It is the earlier of days that are said about as surely.",
    Basis.SURER: "It is stated where others only believe or allege it.",
    Basis.CLEARER: "It is said in plainer words than the others are.",
    Basis.FIRST: "It was said first, and no more reports say otherwise.",
    Basis.COUNTED: "It follows from the participants in this record.",
    Basis.PUBLISHED: "No report names the day; the one that gives the hour came out on it.",
    Basis.DECIDED: "A person reviewed the reports and decided it.",
}
_VOICED = {
    Certainty.STATED: "said by {source}",
    Certainty.ALLEGED: "alleged by {source}",
    Certainty.BELIEVED: "believed by {source}",
    Certainty.UNKNOWN: "not known to {source}",
    Certainty.DENIED: "denied by {source}",
}
_UNVOICED = {
    Certainty.STATED: "in the report’s own words",
    Certainty.ALLEGED: "alleged; the report names no source",
    Certainty.BELIEVED: "believed; the report names no source",
    Certainty.UNKNOWN: "called unclear; the report names no source",
    Certainty.DENIED: "denied; the report names no source",
}
_HEDGES = {
    Certainty.ALLEGED: "alleged",
    Certainty.BELIEVED: "believed",
    Certainty.UNKNOWN: "unclear",
    Certainty.DENIED: "denied",
}


def label_of(name: str) -> str:
    """What a property is called on a page; one that has no label yet is shown under its own name."""
    return _LABELS.get(name) or name.replace("_", " ").replace(".", " ").capitalize()


def value_words(value: object) -> str:
    """A value in words: yes and no, vocabulary without underscores, an agency with its part, 2.5 as "2.5"."""
    if isinstance(value, BaseModel):
        value = value.model_dump()
    if value is None:
        return "not said"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | float):
        return f"{value:,}" if isinstance(value, int) else f"{value:g}"
    if isinstance(value, dict):
        return _many_words(value)
    if isinstance(value, list):
        return ", ".join(value_words(one) for one in value)
    return _VALUES.get(str(value), str(value))


def told_words(name: str, value: object) -> str:
    """A value of a property in words: days, clock times, states and an infant's age are told as such."""
    if name == "date":
        return day_words(str(value))
    if name == "time":
        return clock_words(str(value))
    if name == "place.state":
        return state_name(str(value))
    if name == "age" and value == 0:
        return "under one year"
    return value_words(value)


def _sequence_words(ordinal: int, of: str, period: object) -> str:
    """What ties an incident to others: "the second shooting, Thursday, May 2, 2024"."""
    told = f"the {_ordinal_words(ordinal)} {of}"
    return told if period is None else f"{told}, {day_words(str(period))}"


def _ordinal_words(number: int) -> str:
    """First to tenth in letters, more in figures: "12th", "21st"."""
    if 0 < number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{suffix}"


def _many_words(value: dict[str, object]) -> str:
    if {"ordinal", "of"} <= value.keys():
        return _sequence_words(int(str(value["ordinal"])), str(value["of"]), value.get("period"))
    told = [value_words(part) for part in value.values() if part is not None]
    return f"{told[0]} ({', '.join(told[1:])})" if len(told) > 1 else "".join(told)


def number_words(number: int) -> str:
    """A count as a newspaper writes it: one to nine in letters, more in figures; 0 is "no"."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def count_words(number: int, one: str, many: str | None = None) -> str:
    """A figure with its noun: "1 report", "1,943 incidents"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@cache
def state_name(code: str) -> str:
    """The state's name for its two letters; letters that are no state's are given back as they are."""
    state = us.states.lookup(code, field="abbr")
    return str(state.name) if state else code


def basis_words(basis: Basis) -> str:
    """Why a value stands, in a sentence."""
    return _BASIS[basis]


def voice_words(source: str | None, certainty: Certainty) -> str:
    """Who says it and how surely: "said by police", "alleged; the report names no source"."""
    if source is None:
        return _UNVOICED[certainty]
    return _VOICED[certainty].format(source=source)


def certainty_words(certainty: Certainty) -> str:
    """What a word for how surely something is said means, in a sentence."""
    return _CERTAINTIES[certainty]


def hedge_words(certainty: Certainty) -> str | None:
    """The one word that must stand beside a value that is not plainly stated; None where it is."""
    return _HEDGES.get(certainty)


def confidence_words(confidence: float) -> str:
    """How sure the reader is of it: "97%"; never "100%", since no reader is."""
    return f"{min(99, max(1, round(confidence * 100)))}%"
