"""Whose word each fact is: source and certainty, from the clause that a fact's words stand in.

In: a setting, the incidents made of its scenes, and the report's attributions. Out: the same incidents, each fact whose
words stand in an attributed clause having that clause's source and certainty. What a report says in its own voice stays
as it is, and a following sentence of somebody's ("Police said …") does not reach back.
"""

from bisect import bisect_right
from typing import Any, TypeVar

from pydantic import BaseModel

from citydesk.model import Attribution, Certainty, Evidence, Fact, FieldName, Incident
from citydesk.read.setting import Setting

M = TypeVar("M", bound=BaseModel)


class _Claims:
    """The attributions of a report by where they stand."""

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        self._by_field = {
            field: sorted((a for a in attributions if a.field is field), key=lambda a: (a.start, a.end))
            for field in FieldName
        }

    def at(self, words: Evidence) -> Attribution | None:
        """The attribution whose clause holds some words, if any."""
        claims = self._by_field[words.field]
        n = bisect_right(claims, words.start, key=lambda claim: claim.start) - 1
        return claims[n] if n >= 0 and words.end <= claims[n].end else None


def give_voice(
    setting: Setting, incidents: tuple[Incident, ...], attributions: tuple[Attribution, ...]
) -> tuple[Incident, ...]:
    """The incidents with source and certainty on each fact whose words stand in an attributed clause.

    The first, telling piece of a fact's evidence decides.
    """
    claims = _Claims(attributions)
    return tuple(_voiced(incident, claims) for incident in incidents) if attributions else incidents


def _voiced(node: M, claims: _Claims) -> M:
    """A part of a reading with all facts below it voiced; the same object where nothing changes."""
    changes: dict[str, Any] = {}
    for name in type(node).model_fields:
        member = getattr(node, name)
        voiced = _voiced_member(member, claims)
        if voiced is not member:
            changes[name] = voiced
    return node.model_copy(update=changes) if changes else node


def _voiced_member(member: Any, claims: _Claims) -> Any:
    if isinstance(member, Fact):
        return _voiced_fact(member, claims)
    if isinstance(member, BaseModel):
        return _voiced(member, claims)
    if isinstance(member, tuple) and member:
        members = tuple(_voiced_member(item, claims) for item in member)
        return members if any(new is not old for new, old in zip(members, member, strict=True)) else member
    return member


def _voiced_fact(fact: Fact[Any], claims: _Claims) -> Fact[Any]:
    claim = claims.at(fact.evidence[0])
    if claim is None or fact.source is not None:
        return fact
    source = claim.source.value if claim.source is not None else None
    certainty = fact.certainty if fact.certainty is not Certainty.STATED else claim.certainty.value
    if certainty is Certainty.UNKNOWN:
        # "Police have not said who shot the man": that he was shot is stated
        certainty = fact.certainty
    if source == fact.source and certainty is fact.certainty:
        return fact
    return fact.model_copy(update={"source": source, "certainty": certainty})
