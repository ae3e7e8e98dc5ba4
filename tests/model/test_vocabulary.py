"""The closed vocabularies, whose words are published."""

from enum import StrEnum

import pytest

from citydesk import model
from citydesk.model import FLAGS, Incident

VOCABULARIES = [
    member for name in model.__all__ if isinstance(member := getattr(model, name), type) and issubclass(member, StrEnum)
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.__name__)
def test_each_vocabulary_says_what_it_is(vocabulary: type[StrEnum]) -> None:
    """It has words, all different, and a sentence for the schema."""
    assert vocabulary.__doc__
    assert len({word.value for word in vocabulary}) == len(vocabulary) >= 2


def test_the_five_questions_are_members_of_an_incident() -> None:
    """In the order in which they are published."""
    assert [name for name in Incident.model_fields if name in FLAGS] == list(FLAGS)
