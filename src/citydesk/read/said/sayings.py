"""Every place where a report says that somebody says something, and who that is.

In: a document, its bodies and its quotations. Out: `Saying`s, in order. What the sayings cover, and what becomes of
them, is left to `attributions.py`, `quotes.py` and `voice.py`.
"""

import re
from dataclasses import dataclass

from citydesk.model import Certainty
from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import AgencyMention, Manner, Saying
from citydesk.read.said.behind import source_after
from citydesk.read.said.cues import Cue, CueSort, find_cues
from citydesk.read.said.headings import find_headings
from citydesk.read.said.namings import Source
from citydesk.read.said.officials import is_official
from citydesk.read.said.speakers import Speakers, open_speakers
from citydesk.read.said.subjects import could_speak, speaks_by_office, subject_before, subject_of
from citydesk.read.said.tags import in_quote, is_tag, leads_to_fragment

_MAX_SENTENCE = 3_000
"""Characters of a sentence that are read; a longer one is no sentence."""
_BY = re.compile(r"(?:\s+\w+){0,3}?\s+by\s+")
_BY_INSIDE = re.compile(r"\bby$")
_FIRST_PERSON = re.compile(r"(?:I|we|We|you|You)(?:[’']\w+)?$")
_FINDINGS = re.compile(
    r"\b(?:initial|preliminary|early)\s+(?:investigation|findings|information|indications)\b", re.IGNORECASE
)
_WONDERS = re.compile(
    r"\s*(?:who|what|how|why|if|whether|where|when|the\s+(?:motive|condition|extent|cause)|any|exactly|[.;,]|$)"
)
"""What follows "did not say" or "did not know" where somebody is asked about the incident."""


def find_sayings(
    document: Document, agencies: tuple[AgencyMention, ...], quoted: tuple[Span, ...]
) -> tuple[Saying, ...]:
    """Every place where somebody is said to say something, in order, each with who that is."""
    ear = _Ear(document, quoted, open_speakers(document, agencies, quoted))
    found: list[Saying] = []
    for sentence in document.sentences:
        for heading in find_headings(document, agencies, quoted, sentence):
            manner = Manner.SAYS if heading.quotes else Manner.HEADLINE
            voice = ear.speakers.resolve(heading.source, tag=heading.quotes)
            core = heading.source.core
            found.append(Saying(heading.cue, manner, Certainty.STATED, core, voice, heading.quotes))
        end = min(sentence.end, sentence.start + _MAX_SENTENCE)
        cues = find_cues(document.text, sentence.start, end)
        heard = [ear.hear(cue, sentence) for cue in cues if not in_quote(quoted, cue.span.start)]
        found.extend(saying for saying in heard if saying is not None)
        ear.speakers.memory.close_sentence(sentence.start)
    return tuple(sorted(found, key=lambda saying: saying.cue))


@dataclass(frozen=True, slots=True)
class _Ear:
    """What is needed to make sayings of cues; `speakers` remembers who has spoken so far."""

    document: Document
    quoted: tuple[Span, ...]
    speakers: Speakers

    def hear(self, cue: Cue, sentence: Sentence) -> Saying | None:
        """What a cue comes to; None where the source that it needs is missing."""
        match cue.sort:
            case CueSort.ACCORDING:
                opens = self.document.text[cue.span.start].isupper()
                source = source_after(self.document.text, cue.span.end, sentence.end, apposed=not opens)
                return self._said(cue, Manner.ACCORDING, source) if source is not None else None
            case CueSort.HEDGE:
                return self._hedged(cue, sentence)
            case CueSort.SILENT:
                return self._silent(cue, sentence)
        tag = is_tag(self.document, self.quoted, cue.span, sentence)
        if cue.sort is CueSort.QUOTE and not tag:
            tag = leads_to_fragment(self.document, self.quoted, cue.span, sentence)
            if not tag:
                return None
        source = subject_of(self.document, self.quoted, cue, sentence, tag=tag)
        return self._said(cue, Manner.SAYS, source, tag=tag) if source is not None else None

    def _said(self, cue: Cue, manner: Manner, source: Source, *, tag: bool = False) -> Saying | None:
        if _FIRST_PERSON.match(self.document.words(source.core)):
            return None
        voice = self.speakers.resolve(source, tag=tag)
        certainty = cue.certainty
        if certainty is Certainty.STATED and voice is not None and _FINDINGS.search(voice.name):
            certainty = Certainty.BELIEVED
        return Saying(cue.span, manner, certainty, source.core, voice, tag)

    def _silent(self, cue: Cue, sentence: Sentence) -> Saying | None:
        """What a source does not say or know; of others than officials, only where it says what they do not know."""
        source = subject_before(self.document, self.quoted, cue, sentence)
        if source is None:
            return Saying(cue.span, Manner.SILENT, cue.certainty)
        said = self._said(cue, Manner.SILENT, source)
        if said is None or said.voice is None or is_official(said.voice) or speaks_by_office(self.document, source):
            return said
        wonders = _WONDERS.match(self.document.text, cue.span.end, sentence.end)
        return said if wonders and could_speak(self.document, source) else None

    def _hedged(self, cue: Cue, sentence: Sentence) -> Saying | None:
        """A hedge, with a source where "by police" follows it."""
        manner = Manner.SILENT if cue.certainty is Certainty.UNKNOWN else Manner.HEDGED
        by_inside = _BY_INSIDE.search(self.document.words(cue.span)) is not None
        by = None if by_inside else _BY.match(self.document.text, cue.span.end, min(sentence.end, cue.span.end + 40))
        if by_inside or by is not None:
            source = source_after(self.document.text, by.end() if by else cue.span.end, sentence.end)
            if source is not None and speaks_by_office(self.document, source):
                return self._said(cue, manner, source)
        return None if by_inside else Saying(cue.span, manner, cue.certainty)
