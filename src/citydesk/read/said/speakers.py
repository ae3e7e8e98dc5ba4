"""Who a source is in the whole report: the fullest name, title and body of a person, the full name of a body.

In: a document, its bodies and quotations, and one after the other the words that name a source. Out: a `Voice` for
each. "He" and "she" go back to whoever spoke or was spoken of last, "the chief" to the chief named anywhere, "NPD" to
what it stands for. Where nobody fits, the words themselves are the name.
"""

import re
from collections import deque
from dataclasses import dataclass, field

from citydesk.model import Sex
from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import AgencyMention, Named, Voice
from citydesk.read.said.descriptions import (
    is_one,
    is_own_name,
    is_person,
    is_several,
    is_thing,
    tells_somebody,
    wants_no_name,
    without_participle,
    worded,
)
from citydesk.read.said.introductions import Introduced, Introductions
from citydesk.read.said.namings import Source
from citydesk.read.said.openings import is_pronoun, source_at
from citydesk.read.said.speech import OFFICES, TITLE_FORMS
from citydesk.read.said.spoken_of import SpokenOf, find_spoken_of, opens_quoted, sentences_before
from citydesk.read.who.sexes import sex_of_first_name, sex_of_words

_OF_BODY = re.compile(
    r"\b(?:the|a|an|officials?|spokes\w+|news|press|media|release|statement|report|reports|from|by|of|in|department|says?"
    r"|records?|local|issued|via)\b|[^\w\s]",
    re.IGNORECASE,
)
"""Words beside a body's name that leave it the body's own word."""
_SEVERAL = re.compile(
    r"\b(?:[Pp]olice|[Oo]fficers|[Dd]eputies|[Ii]nvestigators|[Dd]etectives|[Aa]uthorities|[Oo]fficials|[Tt]roopers"
    r"|[Ww]itnesses|[Nn]eighbors|[Pp]rosecutors|[Rr]elatives|[Ff]amily members|(?:[Hh]is|[Hh]er|[Tt]he) family"
    r"|[Ff]riends|[Rr]esidents|(?:[Ee]vent )?organizers)\b"
)
_AGED = re.compile(r"(\d{1,2})-year-old$")
_RELEASE = re.compile(r"(?:news |press |media |police )?(?:release|statement)")
_REMEMBERED = 50
"""Voices that a pronoun may go back to."""
_ACRONYMS = 40
"""Acronyms of a report that are looked up; one lookup goes over the whole text."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """A voice that was resolved, where, and what pronouns can go back to it."""

    at: int
    voice: Voice
    sex: Sex | None
    several: bool
    thing: bool


@dataclass(slots=True)
class Speakers:
    """A report's speakers while it is gone through from front to back."""

    document: Document
    agencies: tuple[AgencyMention, ...]
    quoted: tuple[Span, ...]
    introductions: Introductions
    _heard: deque[_Heard] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    """The last voice first."""
    _acronyms: dict[str, Span | None] = field(default_factory=dict)

    def resolve(self, source: Source) -> Voice | None:
        """Who a source is; None for a pronoun that goes back to nobody."""
        words = self.document.words(source.core)
        if is_pronoun(words):
            voice = self._back(words.lower(), source.core.start)
            return _again(voice, source.core) if voice is not None else None
        voice = self._voice(source)
        sex = _sex_of(words if source.name is None else self.document.words(source.span), voice)
        several = not voice.person and is_several(words)
        thing = not voice.person and (not several or is_thing(words))
        self._heard.appendleft(_Heard(source.core.start, voice, sex, several, thing))
        return voice

    def _voice(self, source: Source) -> Voice:
        if source.name is not None:
            return self._person(source, source.name)
        return self._body(source) or self._described(source)

    def _person(self, source: Source, name: Span) -> Voice:
        """The voice of somebody called by name."""
        person = self.introductions.known(name)
        if source.title is not None and person.title is None:
            person.title = self.introductions.title(source.title)
        if source.body is not None and person.organization is None:
            person.organization = self.introductions.organization(source.body)
        return _of(person, name)

    def _body(self, source: Source) -> Voice | None:
        """The voice of a law enforcement body, if the source's words name one and nobody of it."""
        mentions = self.introductions.agencies_in(source.core)
        if not mentions:
            return None
        text, (start, end) = self.document.text, mentions[0].span
        if _OF_BODY.sub("", text[source.core.start : start] + text[end : source.core.end]).strip():
            return None
        body = Named(mentions[0].name, mentions[0].span)
        return Voice(body.value, (body.span,), organization=body, named=True)

    def _described(self, source: Source) -> Voice:
        """The voice of somebody without a name: who is called so elsewhere in the report, else the words themselves."""
        whole = self._clean(source.span)
        if len(whole) < 90 and wants_no_name(whole):
            return Voice(whole[0].lower() + whole[1:], (source.span,), person=True)
        words = self._clean(without_participle(self.document.words(source.core), source.core))
        if words.lower().startswith("the ") and (known := self._called(words[4:].lower(), source.core)):
            return known
        if words.isupper() and words.isalpha() and (span := self._spelled_out(words)):
            return Voice(self._clean(span), (source.core, span), named=True)
        words = worded(words)
        return Voice(words, (source.core,), person=is_person(words), named=is_own_name(words))

    def _called(self, plain: str, span: Span) -> Voice | None:
        """Who "the chief", "the 53-year-old", "the release" or "the witness" is, where the report tells elsewhere."""
        title = TITLE_FORMS.get(plain, plain)
        if title.split()[-1] in OFFICES:
            for heard in self._heard:
                if heard.voice.named and heard.voice.person and _has_title(heard.voice.title, title):
                    return _again(heard.voice, span)
            if (person := self.introductions.titled(title)) is not None:
                return _of(person, span)
        if aged := _AGED.match(plain):
            if (person := self.introductions.aged(aged.group(1))) is not None:
                return _of(person, span)
            last = next((heard.voice for heard in self._heard if heard.voice.person and heard.voice.named), None)
            return _again(last, span) if last is not None else None
        if _RELEASE.fullmatch(plain) and self.agencies and self.agencies[0].span.start < span.start:
            return Voice(self.agencies[0].name, (span, self.agencies[0].span), named=True)
        for heard in self._heard:
            if not heard.voice.named and is_one(heard.voice.name) and plain in heard.voice.name.split():
                return _again(heard.voice, span)
        return None

    def _spelled_out(self, letters: str) -> Span | None:
        """The capitalised words that an acronym stands for."""
        if letters not in self._acronyms and 2 <= len(letters) <= 6 and len(self._acronyms) < _ACRONYMS:
            words = (rf"{letter}[a-z][\w’'-]{{1,20}}" for letter in letters)
            found = re.search(r"\b" + r"(?: (?:of|and|for|the))? ".join(words), self.document.text)
            self._acronyms[letters] = Span(*found.span()) if found else None
        return self._acronyms.get(letters)

    def _back(self, pronoun: str, at: int) -> Voice | None:
        """Whoever a pronoun goes back to."""
        if pronoun in ("i", "we"):
            return None
        if pronoun == "it":
            return next((heard.voice for heard in self._heard if heard.thing), None)
        if pronoun == "they":
            return self._they(at)
        return self._he_or_she(at, Sex.MALE if pronoun == "he" else Sex.FEMALE)

    def _he_or_she(self, at: int, sex: Sex) -> Voice | None:
        """The person of a sex who spoke last or, where somebody is newly spoken of since, that one."""
        last = next((heard for heard in self._heard if heard.voice.person and heard.sex in (None, sex)), None)
        own = self.document.sentence_at(at)
        if last is not None and own is not None and last.at >= own.start:
            return last.voice
        known: Voice | None = None
        for spoken in find_spoken_of(self.document, self.quoted, self.introductions, at):
            if last is not None and last.at >= spoken.sentence.start:
                break
            voice = self._spoken_of(spoken, sex)
            if voice is not None and (spoken.new or self._has_spoken(voice) or _leads(spoken, own, voice)):
                return voice
            known = known or voice
        return last.voice if last is not None else known

    def _spoken_of(self, spoken: SpokenOf, sex: Sex) -> Voice | None:
        """The voice of somebody spoken of, if it can be one of a sex."""
        words = self.document.words(spoken.source.core)
        if spoken.source.name is None:
            told = sex_of_words(words) is not None or tells_somebody(words)
            if not told or words.lower().startswith(("his ", "her ", "their ")):
                return None
        voice = self._voice(spoken.source)
        return voice if voice.person and _sex_of(words, voice) in (None, sex) else None

    def _has_spoken(self, voice: Voice) -> bool:
        return any(heard.voice.name == voice.name for heard in self._heard)

    def _they(self, at: int) -> Voice | None:
        """The several that "they" goes back to: those that this sentence or the last ones tell of first."""
        heard = next((heard for heard in self._heard if heard.several), None)
        for before in sentences_before(self.document, self.quoted, at, with_own=True):
            if heard is not None and heard.at >= before.start:
                return heard.voice
            found = _SEVERAL.search(self.document.text, before.start, min(before.end, at))
            if found and not opens_quoted(self.quoted, found.start()):
                source = source_at(self.document.text, found.start(), found.end())
                if source is not None:
                    return self._body(source) or self._described(source)
        return heard.voice if heard else None

    def _clean(self, span: Span) -> str:
        return " ".join(self.document.words(span).split())


def open_speakers(document: Document, agencies: tuple[AgencyMention, ...], quoted: tuple[Span, ...]) -> Speakers:
    """The speakers of a report before anybody has spoken."""
    return Speakers(document, agencies, quoted, Introductions(document, agencies))


def _of(person: Introduced, span: Span) -> Voice:
    spans = (span,) if span == person.span else (span, person.span)
    return Voice(person.name, spans, person.title, person.organization, person=True, named=True)


def _leads(spoken: SpokenOf, own: Sentence | None, voice: Voice) -> bool:
    """Whether a sentence that begins with somebody brings him in ("a man") or is the one before in a paragraph."""
    before = spoken.sentence
    goes_on = own is not None and own.index == before.index + 1 and own.paragraph == before.paragraph
    return spoken.subject and (goes_on or is_one(voice.name))


def _again(voice: Voice, span: Span) -> Voice:
    """A voice heard before, called by other words now."""
    return Voice(voice.name, (span, *voice.spans), voice.title, voice.organization, voice.person, voice.named)


def _has_title(title: Named | None, wanted: str) -> bool:
    if title is None:
        return False
    have = [TITLE_FORMS.get(part.rstrip("."), part.rstrip(".")) for part in title.value.lower().split()]
    return set(wanted.split()) <= set(have)


def _sex_of(words: str, voice: Voice) -> Sex | None:
    told = sex_of_words(words) or sex_of_words(voice.title.value if voice.title else "")
    if told is None and voice.person and voice.named:
        return sex_of_first_name(voice.name.split()[0])
    return told
