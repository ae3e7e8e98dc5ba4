"""Who a source is in the whole report: the fullest name, title and body of a person, the full name of a body.

In: a document, its bodies and quotations, and one after the other the words that name a source. Out: a `Voice` for
each. "He" and "she" go back to whoever spoke or was spoken of last, "the chief" to the chief named anywhere, "NPD" to
what it stands for. Where nobody fits, the words themselves are the name.
"""

import re
from dataclasses import dataclass, field, replace

from citydesk.model import Sex
from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import AgencyMention, Named, Voice
from citydesk.read.said.acronyms import spelled_out
from citydesk.read.said.called import Callings, again, voice_of
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
from citydesk.read.said.introductions import Introductions
from citydesk.read.said.memory import Heard, Memory
from citydesk.read.said.namings import Source
from citydesk.read.said.officials import is_official
from citydesk.read.said.openings import is_pronoun, source_at
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
_AGED = re.compile(r"[Tt]he\s(?P<years>1[89]|[2-9]\d)-year-old")
"""A grown-up of an age that is told only where it stands for the name."""
_KNOWN = re.compile(
    r"[Tt](?:he|his)\s(?:[a-z]{2,14}\s)?(?P<who>[a-z]*(?:man|woman|mother|father|mom|dad|brother|sister|son|daughter|uncle|aunt"
    r"|cousin|husband|wife|boyfriend|girlfriend)|(?:older|younger)\s(?:half-)?(?:brother|sister))"
)
"""Words for a person of one sex who has been spoken of: "the sobbing mother"."""
_SELFNAMED = re.compile(
    r",?\swho\s(?:only\s)?(?:identified|described)\s(?:him|her|them)sel(?:f|ves)\s(?:only\s)?as\s"
    r"(?:(?:[a-z][\w’'-]*\s){0,4}(?:named|called)\s[“\"](?P<name>[^”\",]{2,30})[”\",]|(?:[a-z][\w’'-]{0,20}\s?){1,10}"
    r"(?=\s(?:said|says|told|issued|tells|called|posted|wrote|released|gave|spoke)\b|[,.;”\"]|$))"
)
_UNNAMED = re.compile(
    r"(?:\s[\w’'-]{1,16}){0,4},?\swho\s(?:\w+\s){0,2}?(?:did\snot|didn[’']t|does\snot|doesn[’']t|asked|declined|wished|requested|wanted|refused)\s"
    r"[^.,;\n”\"–—]{0,40}\b(?:named|identified|names?|anonymous|anonymity|identity)\b"
)
_MAX_UNNAMED = 110
"""Characters of a description of somebody who wants no name."""
_ACRONYMS = 40
"""Acronyms of a report that are looked up; one lookup goes over the whole text."""


@dataclass(slots=True)
class Speakers:
    """A report's speakers while it is gone through from front to back."""

    document: Document
    quoted: tuple[Span, ...]
    introductions: Introductions
    memory: Memory
    callings: Callings
    _acronyms: dict[str, Span | None] = field(default_factory=dict)

    def resolve(self, source: Source, *, tag: bool = False) -> Voice | None:
        """Who a source is; None for a pronoun that goes back to nobody. `tag`: the source is a quotation's."""
        words, at = self.document.words(source.core), source.core.start
        back: Heard | None = None
        if is_pronoun(words):
            back = self._back(words.lower(), at)
            if back is None:
                return None
        elif self._stands_for_name(words, source.core.end, tag=tag) and (sex := sex_of_words(words.lower())):
            back = self._he_or_she(at, sex, official=False)
        elif tag and (aged := _AGED.fullmatch(words)) and not self.introductions.aged(aged["years"]):
            back = self.memory.last(lambda heard: heard.voice.person and heard.voice.named)
        if back is not None:
            voice = again(back.voice, source.core)
            self.memory.add(replace(back, at=at, voice=voice))
            return voice
        voice = self._voice(source)
        self.memory.add(_heard(voice, words if source.name is None else self.document.words(source.span), at))
        return voice

    def _stands_for_name(self, words: str, end: int, *, tag: bool) -> bool:
        """Whether "the woman" by a quotation is somebody spoken of before, and nobody who wants no name."""
        return tag and _KNOWN.fullmatch(words) is not None and not _UNNAMED.match(self.document.text, end)

    def _voice(self, source: Source) -> Voice:
        if source.name is not None:
            return self._person(source, source.name)
        official = self.callings.official(self._clean(source.core), source.core)
        return official or self._body(source) or self._described(source)

    def _person(self, source: Source, name: Span) -> Voice:
        """The voice of somebody called by name."""
        person = self.introductions.known(name)
        if source.title is not None and person.title is None:
            person.title = self.introductions.title(source.title)
        if source.body is not None and person.organization is None:
            person.organization = self.introductions.organization(source.body)
        return voice_of(person, name)

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
        words = self._clean(without_participle(self.document.words(source.core), source.core))
        if (known := self.callings.meant_by(words, source.core)) is not None:
            return known
        for told in (_SELFNAMED, _UNNAMED):
            if (found := told.match(self.document.text, source.core.end)) is not None:
                return self._self_described(source, found)
        whole = self._clean(source.span)
        if len(whole) < _MAX_UNNAMED and wants_no_name(whole):
            return Voice(whole[0].lower() + whole[1:], (source.span,), person=True)
        if words.isupper() and words.isalpha() and (span := self._spelled_out(words)):
            return Voice(self._clean(span), (source.core, span), named=True)
        words = worded(words)
        return Voice(words, (source.core,), person=is_person(words), named=is_own_name(words))

    def _self_described(self, source: Source, selfnamed: re.Match[str]) -> Voice:
        """The voice of "a man who identified himself as …", "who wants no name": a name if given, else the words."""
        if "name" in selfnamed.groupdict() and selfnamed["name"]:
            span = Span(*selfnamed.span("name"))
            return Voice(self._clean(span), (span,), person=True, named=True)
        span = Span(source.core.start, selfnamed.end())
        words = self._clean(span)
        return Voice(words[0].lower() + words[1:], (span,), person=True)

    def _spelled_out(self, letters: str) -> Span | None:
        """The capitalised words that an acronym stands for."""
        if letters not in self._acronyms and len(self._acronyms) < _ACRONYMS:
            self._acronyms[letters] = spelled_out(self.document.text, letters)
        return self._acronyms.get(letters)

    def _back(self, pronoun: str, at: int) -> Heard | None:
        """Whoever a pronoun goes back to."""
        if pronoun in ("i", "we"):
            return None
        if pronoun == "it":
            return self.memory.last(lambda heard: heard.thing)
        if pronoun == "they":
            return self._they(at)
        return self._he_or_she(at, Sex.MALE if pronoun == "he" else Sex.FEMALE)

    def _he_or_she(self, at: int, sex: Sex, *, official: bool = True) -> Heard | None:
        """The person of a sex who spoke last or, where somebody is newly spoken of since, that one.

        `official` says whether it may be somebody who speaks by office.
        """

        def fits(heard: Heard) -> bool:
            voice = heard.voice
            return voice.person and heard.sex in (None, sex) and (official or not is_official(voice))

        last = self.memory.last(fits)
        own = self.document.sentence_at(at)
        if last is not None and own is not None and last.at >= own.start:
            return last
        known: Heard | None = None
        for spoken in find_spoken_of(self.document, self.quoted, self.introductions, at):
            if last is not None and last.at >= spoken.sentence.start:
                break
            heard = self._spoken_of(spoken)
            if heard is None or not fits(heard) or not (official or spoken.source.name or is_one(heard.voice.name)):
                continue
            if spoken.new or self.memory.has(heard.voice.name) or _leads(spoken, own, heard.voice):
                return heard
            known = known or heard
        return last or known

    def _spoken_of(self, spoken: SpokenOf) -> Heard | None:
        """The voice of somebody spoken of, if the words call one person."""
        words = self.document.words(spoken.source.core)
        if spoken.source.name is None:
            told = sex_of_words(words) is not None or tells_somebody(words)
            if not told or words.lower().startswith(("his ", "her ", "their ")):
                return None
        return _heard(self._voice(spoken.source), words, spoken.source.core.start)

    def _they(self, at: int) -> Heard | None:
        """The several that "they" goes back to: those that this sentence or the last ones tell of first."""
        last = self.memory.last(lambda heard: heard.several)
        for before in sentences_before(self.document, self.quoted, at, with_own=True):
            if last is not None and last.at >= before.start:
                return last
            found = _SEVERAL.search(self.document.text, before.start, min(before.end, at))
            if found and not opens_quoted(self.quoted, found.start()):
                source = source_at(self.document.text, found.start(), found.end())
                if source is not None:
                    voice = self._body(source) or self._described(source)
                    return Heard(found.start(), voice, None, several=True)
        return last

    def _clean(self, span: Span) -> str:
        return " ".join(self.document.words(span).split())


def open_speakers(document: Document, agencies: tuple[AgencyMention, ...], quoted: tuple[Span, ...]) -> Speakers:
    """The speakers of a report before anybody has spoken."""
    introductions, memory = Introductions(document, agencies), Memory()
    callings = Callings(document, agencies, quoted, introductions, memory)
    return Speakers(document, quoted, introductions, memory, callings)


def _leads(spoken: SpokenOf, own: Sentence | None, voice: Voice) -> bool:
    """Whether a sentence that begins with somebody brings him in ("a man") or is the one before in a paragraph."""
    before = spoken.sentence
    goes_on = own is not None and 0 <= own.index - before.index <= 1 and own.paragraph == before.paragraph
    return spoken.subject and (goes_on or is_one(voice.name))


def _heard(voice: Voice, words: str, at: int) -> Heard:
    several = not voice.person and is_several(words)
    thing = is_thing(words) or not (voice.person or several)
    return Heard(at, voice, _sex_of(words, voice), several, thing)


def _sex_of(words: str, voice: Voice) -> Sex | None:
    told = sex_of_words(words) or sex_of_words(words.lower()) or sex_of_words(voice.title.value if voice.title else "")
    if told is None and voice.person and voice.named:
        return sex_of_first_name(voice.name.split()[0])
    return told
