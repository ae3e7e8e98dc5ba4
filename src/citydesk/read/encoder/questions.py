"""What the encoder is asked of words, of mentions and of a report, and the order of its answers.

Plain lists, the same for training and for use.
"""

MARKS = (
    "NAME", "DESCRIPTION", "AGE", "SEXWORD", "RANK", "CONDITION", "WOUND", "WEAPON", "SHOTS", "PLACE", "ADDRESS",
    "NEIGHBORHOOD", "CITY", "DATE", "TIME", "AGENCY", "CHARGE", "SAYS", "SOURCE", "HEDGE",
)  # fmt: skip
"""Sorts of words that are marked; each has two answers a piece: within, and beginning."""
ROLES = ("none", "victim", "suspect", "officer", "witness", "official")
"""Of a mention: whose it is; an official only speaks."""
OUTCOMES = ("none", "killed", "injured", "unharmed")
CUSTODIES = ("none", "arrested", "charged", "sought", "at_large", "convicted", "dead")
SEXES = ("unknown", "male", "female")
SCENES = ("main", "background")
"""Of a mention: which incident the person is of."""
MENTION_ANSWERS = (("role", ROLES), ("outcome", OUTCOMES), ("custody", CUSTODIES), ("sex", SEXES), ("scene", SCENES))
KINDS = ("incident", "follow_up", "roundup", "other")
FLAGS = ("officer_shot", "shot_by_officer", "self_inflicted", "unintentional", "domestic")
COUNTS = 8
"""How many were killed or wounded: not said, 0 to 5, and 6 or more."""
REPORT_ANSWERS = (("kind", len(KINDS)), *((flag, 2) for flag in FLAGS), ("killed", COUNTS), ("injured", COUNTS))
"""Of a report: the question and how many answers it has."""
LINK = 64
"""Length of the vectors by which two mentions, or a mention and words about it, are compared."""


def count_class(number: int | None) -> int:
    """The answer for a number of people: 0 where it is not said."""
    return 0 if number is None else 1 + min(number, COUNTS - 2)
