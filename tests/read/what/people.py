"""Participants for tests of `what`: only what is asked about them is said."""

from citydesk.model import Evidence, Fact, Outcome, Participant, Role, Sex


def make_words(start: int, text: str = "x") -> Evidence:
    """The words of a fact, at a place in the report."""
    return Evidence(field="text", start=start, end=start + len(text), text=text)


def make_person(
    text: str = "x",
    *,
    role: Role = Role.VICTIM,
    outcome: Outcome | None = None,
    sex: Sex | None = None,
    words: Evidence | None = None,
    count: int | None = None,
    name: str | None = None,
) -> Participant:
    """A participant, all of whose facts stand on the same words."""
    said = (words or make_words(0),)
    return Participant(
        text=text,
        role=Fact(value=role, evidence=said),
        outcome=None if outcome is None else Fact(value=outcome, evidence=said),
        sex=None if sex is None else Fact(value=sex, evidence=said),
        name=None if name is None else Fact(value=name, evidence=said),
        count=None if count is None else Fact(value=count, evidence=said),
    )
