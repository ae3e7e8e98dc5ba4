"""What language a text is in."""

import sys

import pytest

from citydesk.read.triage.language import foreign_language


def foreign(text: str) -> str | None:
    """The language of a text, its words taken apart at spaces."""
    return foreign_language(text, text.lower().replace(",", " ").replace(".", " ").split())


def test_english_is_known_by_its_little_words() -> None:
    """English needs no classifier."""
    assert (
        foreign("The police said that a man was shot in the leg on Tuesday and that he was taken to a hospital.")
        is None
    )


def test_the_classifier_is_not_loaded_for_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speed holds: an English text is told without py3langid."""
    monkeypatch.setitem(sys.modules, "py3langid", None)
    test_english_is_known_by_its_little_words()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "La policía busca a un hombre que disparó contra dos jóvenes frente a una tienda el lunes por la noche.",
            "Spanish",
        ),
        (
            "Die Polizei sucht einen Mann, der am Montagabend vor einem Geschäft auf zwei Jugendliche geschossen hat.",
            "German",
        ),
        (
            "La police recherche un homme qui a tiré sur deux jeunes devant un magasin lundi soir, près de la gare.",
            "French",
        ),
    ],
)
def test_names_other_languages(text: str, language: str) -> None:
    """The name a keeper reads, not a code."""
    assert foreign(text) == language


def test_a_short_text_is_not_judged() -> None:
    """A headline has too few words to tell."""
    assert foreign("Tiroteo en Salina") is None
