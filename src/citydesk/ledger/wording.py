"""A decision in words: one sentence without its reason, for terminals and pages alike. Pure."""

from collections.abc import Callable

from citydesk.model import Decision, Ruling


def decision_words(decision: Decision) -> str:
    """What was decided: "the killed of 2020-07-02-kansas-city-mo is 2". Words of reports stand in it as they are."""
    return _WORDS[decision.what](decision)


def _whose(decision: Decision) -> str:
    person = decision.person
    who = "" if person is None else f" of {person.name or f'participant {person.number}'}"
    return f"{decision.property}{who}"


def _reports(decision: Decision) -> str:
    return ", ".join(dict.fromkeys(seen.report for seen in decision.tellings))


_WORDS: dict[Ruling, Callable[[Decision], str]] = {
    Ruling.ACCEPT: lambda d: f"the {_whose(d)} of {d.incident} is {d.value}, as {d.claim} says",
    Ruling.REJECT: lambda d: f"the {_whose(d)} of {d.incident} is not {d.value}, as {d.claim} says",
    Ruling.CORRECT: lambda d: f"the {_whose(d)} of {d.incident} is {d.value}",
    Ruling.MERGE: lambda d: f"{d.incident} and {d.other} are one incident",
    Ruling.SPLIT: lambda d: f"{_reports(d)} tell of another incident than the rest of {d.incident}",
    Ruling.LINK: lambda d: f"{_reports(d)} tells of {d.incident}",
    Ruling.UNLINK: lambda d: f"{_reports(d)} does not tell of {d.incident}",
    Ruling.OUT_OF_SCOPE: lambda d: f"{d.incident} is out of scope",
    Ruling.IN_SCOPE: lambda d: f"{d.incident} is in scope",
    Ruling.UNDO: lambda d: f"decision {d.undoes} holds no longer",
}
