"""Words that show that something is somebody's word."""

import pytest

from citydesk.read.said.cues import CueSort, find_cues


def _cues(text: str) -> list[tuple[str, CueSort]]:
    return [(text[cue.span.start : cue.span.end], cue.sort) for cue in find_cues(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Police said so.", [("said", CueSort.SAY)]),
        ("Police identified the man.", [("identified", CueSort.CLAIM)]),
        ("According to police, he ran.", [("According to", CueSort.ACCORDING)]),
        ("He ran, per police.", [("per", CueSort.ACCORDING)]),
        ("Police declined to comment on it.", [("declined to comment", CueSort.SILENT)]),
        ("He is accused of it.", [("is accused", CueSort.HEDGE)]),
        ('"Go," he shouted.', [("shouted", CueSort.QUOTE)]),
        ("He called 911 to report it.", [("called 911 to report", CueSort.SAY)]),
        ("Police report officers came.", [("report", CueSort.SAY)]),
        ("It was in what police described as a crash.", [("described as", CueSort.SAY)]),
        ("Police described as bad a crash.", [("described as", CueSort.QUOTE)]),
        ("Marlow called him a hero.", [("called", CueSort.QUOTE)]),
        ("We're told he ran.", [("We're told", CueSort.HEDGE)]),
        ("Police gave no details.", [("gave no details", CueSort.SILENT)]),
        ("A man accused of it ran.", []),
        ("It is drug-related there.", []),
        ("A distress call came.", []),
        ("He was shot and asked to go.", [("asked", CueSort.QUOTE)]),
        ("He was told to go.", []),
        ("It was not added.", []),
        ("The police report is long.", []),
        ("It is 5 per cent.", []),
        ("Police want to say it.", []),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_finds_cues_and_their_sorts(text: str, cues: list[tuple[str, CueSort]]) -> None:
    """Verbs of saying, claiming and keeping silent, hedges; passives, nouns and bare forms are none."""
    assert _cues(text) == cues


@pytest.mark.parametrize("word", ["is ", "no information ", "has not ", "trying to ", "said ", "neither "])
def test_hostile_sentences_take_linear_time(word: str) -> None:
    """Long runs of half-matching words come to an end."""
    text = word * (3_000 // len(word))
    assert len(find_cues(text, 0, len(text))) <= len(text)
