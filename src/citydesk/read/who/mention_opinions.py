"""What the encoder makes of each mention and each person: shares for their part, end, custody and sex.

In: the encoder's opinions and a report's mentions. Out: scores by mention, averaged for persons. What is decided from
them, together with what the rules found, is left to `judging.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from citydesk.read.encoder.opinions import Array, Opinions, softmax
from citydesk.read.encoder.questions import LINK, MENTION_ANSWERS
from citydesk.read.who.mentions import Form, Mention, Mentions

_PRONOUN = 0.25
"""How much a pronoun, which may be somebody else's, counts in a person's average against a name or description."""


@dataclass(frozen=True, slots=True)
class MentionOpinions:
    """The encoder's answers, by mention."""

    opinions: Opinions
    answers: dict[str, Array]
    """By question: log shares, [mentions, answers]."""
    vectors: Array
    """[mentions, length]: what each is compared by."""
    same: Array
    """[earlier mention, later mention]: log odds that they are one person."""

    def of_person(self, question: str, mentions: Sequence[Mention]) -> Array:
        """Log shares of the answers to a question, averaged over a person's mentions."""
        if len(mentions) == 1:
            only: Array = self.answers[question][mentions[0].index]
            return only
        weights = np.array([_PRONOUN if m.form is Form.PRONOUN else 1.0 for m in mentions], dtype=np.float32)
        rows = self.answers[question][[m.index for m in mentions]]
        mean: Array = (rows * weights[:, None]).sum(axis=0) / weights.sum()
        return mean

    def best_mention(self, question: str, answer: int, mentions: Sequence[Mention]) -> Mention:
        """The mention at which an answer is most likely; names and descriptions before pronouns."""
        log_shares = self.answers[question]
        return max(mentions, key=lambda m: (m.form is not Form.PRONOUN, float(log_shares[m.index, answer]), -m.index))

    def link(self, one: Mention, other: Mention) -> float:
        """Log odds that two mentions are one person."""
        first, later = (one, other) if one.index < other.index else (other, one)
        return float(self.same[first.index, later.index])

    def about(self, words: Array, mention: Mention) -> float:
        """Log odds that words, given by their vector, tell of a mention's person."""
        return self.opinions.about(words, self.vectors[mention.index])

    def links(self, some: Sequence[Mention], others: Sequence[Mention]) -> tuple[float, float]:
        """Log odds that two persons are one: the mean and the greatest over the pairs of their mentions."""
        pairs = [self.link(one, other) for one in some for other in others if one.index != other.index]
        return (sum(pairs) / len(pairs), max(pairs)) if pairs else (0.0, 0.0)


def find_opinions(opinions: Opinions, mentions: Mentions) -> MentionOpinions:
    """The encoder's answers for each mention of a report."""
    scores, vectors = opinions.pooled([m.span for m in mentions.all])
    answers: dict[str, Array] = {}
    at = 0
    for question, values in MENTION_ANSWERS:
        answers[question] = np.log(softmax(scores[:, at : at + len(values)]) + np.float32(1e-6))
        at += len(values)
    same = vectors[:, :LINK] @ vectors[:, LINK : 2 * LINK].T / np.sqrt(np.float32(LINK)) + np.float32(opinions.bias[0])
    return MentionOpinions(opinions, answers, vectors, same.astype(np.float32))
