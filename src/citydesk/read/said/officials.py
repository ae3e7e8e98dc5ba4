"""Who speaks by office: police and other officials, bodies, documents; and which sources are reporters themselves.

In: a voice, or words that name a source. Out: whether it is such a one. What officials say is a fact of the incident
unless it is plainly a remark; what a reporter's own kind says gives way to the source that it names.
"""

import re

from citydesk.read.page.setting import Voice
from citydesk.read.said.speech import OFFICIAL_NOUNS, OUTLET_WORDS

_OFFICIAL = re.compile(r"\b(?:" + "|".join(sorted(OFFICIAL_NOUNS)) + r")\b|\b[A-Z]{1,5}(?:PD|SO|BI)\b", re.IGNORECASE)
_STATION = re.compile(
    r"\b[KW][A-Z]{2,3}(?:-TV)?\b|\b(?:ABC|NBC|CBS|FOX|CNN)\s?\d*\b|\b[Cc]hannel \d|\bNews\s\d", re.ASCII
)
_WORD = re.compile(r"[\w’'-]+")


def is_official(voice: Voice) -> bool:
    """Whether a voice speaks by office: an official, a body, a document, an outlet."""
    if voice.title is not None and _OFFICIAL.search(voice.title.value):
        return True
    if voice.organization is not None and _OFFICIAL.search(voice.organization.value):
        return True
    own_name = voice.person and voice.named
    return (not own_name and _OFFICIAL.search(voice.name) is not None) or is_outlet(voice)


def are_official(words: str) -> bool:
    """Whether words that name a source are those of an official, a body, a document or an outlet."""
    return words.isupper() or any(
        word in OFFICIAL_NOUNS or word in OUTLET_WORDS for word in _WORD.findall(words.lower().replace("’", "'"))
    )


def is_outlet(voice: Voice) -> bool:
    """Whether a voice is a reporter's own kind: a paper, a station, an agency of news."""
    if voice.person and voice.named:
        return False
    return any(word.lower() in OUTLET_WORDS for word in voice.name.split()) or bool(_STATION.search(voice.name))
