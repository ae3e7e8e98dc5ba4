"""Whether a part is somebody whom a careful reader would list, and not one told twice or no participant at all.

In: the parts of a scene after merging. Out: those kept. Weights are fitted by `training/reader/judges.py` against
whom the gold lists.
"""

from collections.abc import Sequence

import numpy as np

from citydesk.model import Outcome, Role
from citydesk.read.encoder.questions import ROLES, SCENES
from citydesk.read.page.weights import Weights
from citydesk.read.who.judging import JUDGED
from citydesk.read.who.mention_opinions import MentionOpinions
from citydesk.read.who.mentions import Article, Form
from citydesk.read.who.parts import Part
from citydesk.read.who.sameness import Room, same_share
from citydesk.read.who.told import Slot

KEPT = 0.42
"""The least share at which somebody is listed: of 0.36, 0.42 and 0.5 the best for people and their parts on the gold
of 2026-11."""
_MOST_VOTES = 8.0


def keep_listed(parts: Sequence[Part], opinions: MentionOpinions, same: Weights, keep: Weights) -> list[Part]:
    """The parts that are likely enough listed, each with how likely it is."""
    shares = [keep_share(part, parts, opinions, same, keep) for part in parts]
    kept = [part for part, share in zip(parts, shares, strict=True) if share >= KEPT]
    for part, share in zip(parts, shares, strict=True):
        part.share = share
    return kept


def keep_share(part: Part, parts: Sequence[Part], opinions: MentionOpinions, same: Weights, keep: Weights) -> float:
    """How likely a careful reader lists a part."""
    return float(keep.shares(keep_features(part, parts, opinions, same))[1])


def keep_features(part: Part, parts: Sequence[Part], opinions: MentionOpinions, same: Weights) -> list[float]:
    """What speaks for listing a part."""
    alike = [p for p in parts if p.role is part.role and p.count == 1]
    others = [p for p in alike if p is not part]
    room = Room(None, len(alike))
    double = max((same_share(part, other, room, opinions, same) for other in others), default=0.0)
    heard = np.exp(opinions.of_person("role", part.mentions))
    best = float(np.exp(max(opinions.answers["role"][m.index, ROLES.index(part.role.value)] for m in part.mentions)))
    background = float(np.exp(opinions.of_person("scene", part.mentions))[SCENES.index("background")])
    own = [m for m in part.mentions if m.form is not Form.PRONOUN] or part.mentions
    first = min(own, key=lambda m: m.first)
    cues = {t.cue: t.weight for t in part.tellings if t.slot is Slot.ROLE and t.value is part.role and t.cue != JUDGED}
    return [
        float(heard[ROLES.index(part.role.value)]),
        best,
        float(heard[ROLES.index("none")]),
        float(heard[ROLES.index("official")]),
        background,
        min(_MOST_VOTES, sum(cues.values())) / 4,
        float(not cues),
        *(float(part.role is role) for role in Role),
        *(float(part.role is role and not cues) for role in Role),
        float(bool(part.name)),
        float(len(part.name) > 1),
        float(bool(part.ages)),
        float(part.sex is not None),
        float(part.count is None),
        float((part.count or 1) > 1),
        min(5.0, len(own)) / 5,
        min(20.0, first.sentence) / 20,
        float(all(m.headline for m in own)),
        float(all(m.quoted for m in own)),
        float(all(m.inside for m in own)),
        double,
        float(double > 0.3),
        float(any(p.name for p in others) and not part.name),
        float(any(p.ages for p in others) and not part.ages and not part.name),
        min(6.0, len(others)) / 6,
        *(float(first.article is article) for article in Article),
        float(first.form is Form.NAME),
        float(first.noun is not None and first.noun.role is not None),
        float(first.noun is not None and first.noun.vague),
        float(first.noun is not None and first.noun.kin),
        *(float(part.outcome is outcome) for outcome in Outcome),
        float(part.officer),
        float(any(t.slot in (Slot.CONDITION, Slot.WOUND) for t in part.tellings)),
        float(any(t.slot in (Slot.CUSTODY, Slot.CHARGE) for t in part.tellings)),
    ]
