"""Properties of which an incident or a person has several: weapons, charges, agencies with their parts.

In: all that is said of such a property. Out: one `Standing` for each different value, in the order in which they were
first said. Nothing contradicts anything here: two reports that name different agencies both stand.
"""

from collections.abc import Iterator, Sequence

from pydantic import JsonValue

from citydesk.link import plain_words
from citydesk.model import Basis, Certainty, Claim, ClaimId, Standing, Subject, WeaponKind
from citydesk.settle.claims import Said
from citydesk.settle.values import Match, compare_values

_GUNS = frozenset({WeaponKind.HANDGUN.value, WeaponKind.RIFLE.value, WeaponKind.SHOTGUN.value})


def stand_each(subject: Subject, said: Sequence[Said]) -> Iterator[Standing]:
    """A standing for each different value that is not denied; what says less goes with what says more."""
    groups: list[list[Claim]] = []
    claims = [one.claim for one in said if one.claim.certainty is not Certainty.DENIED]
    for claim in claims:
        home = next((g for g in groups if _match(subject.property, claim.value, g[0].value) is not Match.OTHER), None)
        if home is None:
            groups.append([claim])
        elif _match(subject.property, claim.value, home[0].value) is Match.MORE:
            home.insert(0, claim)
        else:
            home.append(claim)
    for group in groups:
        yield _standing(subject, group)


def stand_agencies(names: Sequence[Said], roles: Sequence[Said]) -> Iterator[Standing]:
    """A standing for each agency and part that it had: {"name": …, "role": …}; its claim is the one of the name."""
    role_of = {_entry(one.claim.id): one.claim for one in roles}
    groups: dict[tuple[str, str], list[tuple[Claim, Claim]]] = {}
    for one in names:
        role = role_of.get(_entry(one.claim.id))
        if role is None:
            continue  # a person rejected the claim of its part
        key = " ".join(plain_words(str(one.claim.value))), str(role.value)
        groups.setdefault(key, []).append((one.claim, role))
    for pairs in groups.values():
        (first, role), *others = pairs
        rest = [role.id, *(claim.id for pair in others for claim in pair)]
        value: dict[str, JsonValue] = {"name": first.value, "role": role.value}
        subject = Subject(property="agencies")
        yield Standing(subject=subject, value=value, claim=first.id, basis=Basis.ONLY, agree=tuple(rest))


def _entry(claim: ClaimId) -> str:
    """The list entry that a claim is of: its id without the name of the fact."""
    return claim.rpartition(".")[0]


def _match(name: str, a: JsonValue, b: JsonValue) -> Match:
    """A kind of gun says more than "firearm"; else as values of the property compare."""
    if name == "weapons" and a != b:
        if a in _GUNS and b == WeaponKind.FIREARM.value:
            return Match.MORE
        return Match.LESS if b in _GUNS and a == WeaponKind.FIREARM.value else Match.OTHER
    return compare_values(name, a, b)


def _standing(subject: Subject, group: Sequence[Claim]) -> Standing:
    best = group[0]
    several = any(_match(subject.property, best.value, claim.value) is Match.MORE for claim in group)
    return Standing(
        subject=subject,
        value=best.value,
        claim=best.id,
        basis=Basis.SPECIFIC if several else Basis.ONLY,
        agree=tuple(claim.id for claim in group[1:]),
    )
