"""Whose word each fact is: source and certainty, from the clause that a fact's words stand in.

In: a setting, the incidents made of its scenes, and the report's attributions. Out: the same incidents, each fact whose
words stand in an attributed clause having that clause's source and certainty. What a report says in its own voice stays
as it is, and a following sentence of somebody's ("Police said …") does not reach back.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from citydesk.model import Attribution, Certainty, Evidence, Fact, FieldName, Incident, Report
from citydesk.read.page.setting import Setting

M = TypeVar("M", bound=BaseModel)
_WHETHER = re.compile(r"\b(?:whether|if)\b")


@dataclass(frozen=True, slots=True)
class _Claims:
    """The attributions of a report by where they stand."""

    report: Report
    by_field: dict[FieldName, list[Attribution]]

    def at(self, words: Evidence) -> Attribution | None:
        """The attribution whose clause holds some words, if any."""
        claims = self.by_field[words.field]
        n = bisect_right(claims, words.start, key=lambda claim: claim.start) - 1
        return claims[n] if n >= 0 and words.end <= claims[n].end else None

    def doubts(self, claim: Attribution, words: Evidence) -> bool:
        """Whether what is not known, or denied, by a clause is what some of its words say.

        "It is unclear whether it was an accident" leaves open that it was; "police have not said who shot the man"
        leaves no doubt that he was shot, nor does what stands before the cue.
        """
        cue = claim.certainty.evidence[0]
        if cue.field is not words.field or words.start < cue.end:
            return False
        if claim.certainty.value is Certainty.DENIED:
            return True
        given = self.report.title if words.field is FieldName.TITLE else self.report.text
        return _WHETHER.search(given, cue.end, words.start) is not None


def give_voice(
    setting: Setting, incidents: tuple[Incident, ...], attributions: tuple[Attribution, ...]
) -> tuple[Incident, ...]:
    """The incidents with source and certainty on each fact whose words stand in an attributed clause.

    The first, telling piece of a fact's evidence decides.
    """
    if not attributions:
        return incidents
    by_field = {field: sorted((a for a in attributions if a.field is field), key=_place) for field in FieldName}
    claims = _Claims(setting.document.report, by_field)
    return tuple(_voiced(incident, claims) for incident in incidents)


def _place(claim: Attribution) -> tuple[int, int]:
    return claim.start, claim.end


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
    words = fact.evidence[0]
    claim = claims.at(words)
    if claim is None or fact.source is not None:
        return fact
    source = claim.source.value if claim.source is not None else None
    certainty = fact.certainty
    if certainty is Certainty.STATED:
        told = claim.certainty.value
        open_or_denied = told in (Certainty.UNKNOWN, Certainty.DENIED)
        certainty = told if not open_or_denied or claims.doubts(claim, words) else Certainty.STATED
    if source is None and certainty is fact.certainty:
        return fact
    return fact.model_copy(update={"source": source, "certainty": certainty})
