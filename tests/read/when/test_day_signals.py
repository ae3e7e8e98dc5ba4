"""What the words right beside a time say of it."""

import pytest

from citydesk.read.when.day_signals import beside_signals
from tests.read.timed import make_timed_setting


@pytest.mark.parametrize(
    ("text", "signals"),
    [
        ("Police said Friday that a man was shot.", {"after officials", "before that"}),
        ("The coroner on Friday named Jo Marlow.", {"after officials", "after preposition"}),
        ("A suspect was sentenced for the June 16 shooting.", {"after for", "after article"}),
        ("Two men were held over Sunday's stabbing.", {"genitive"}),
        ("A boy was hurt in Larkin on Sunday.", {"after preposition", "ends its sentence"}),
        ("He shot at a neighbor June 16 and ran.", set()),
        ("Ann Roe weeps at a vigil Monday, June 29. Photo: Lou Marsh", {"in a caption", "ends its sentence"}),
        ("Caption Close Image 1 of 5 Jo Marlow was booked Monday and held.", {"in a caption"}),
    ],
)
def test_words_beside_a_time(text: str, signals: set[str]) -> None:
    """Who speaks, what the day belongs to, and whether it stands under a picture."""
    setting = make_timed_setting(text)
    mention = setting.times[0]
    sentence = setting.document.sentence_at(mention.span.start)
    assert sentence is not None
    assert set(beside_signals(setting.document, sentence, mention)) == signals
