"""Who a source is in the whole report: the fullest name, title and body of a person, the full name of a body.

In: a document, its bodies, and the words that name a source. Out: a `Voice`. A surname is looked up among all full
names of the report, "he" and "she" go back to whoever spoke or was spoken of last, "the chief" to the chief named
before. Where two answers remain the nearer one before counts; where none does, the words themselves are the name.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from citydesk.model import Sex
from citydesk.read.document import Document, Span
from citydesk.read.setting import AgencyMention, Named, Voice
from citydesk.read.namings import Source, name_parts, title_and_body
from citydesk.read.sources import is_pronoun, source_at
from citydesk.read.speech import COMMON_SOURCES, DOCUMENT_NOUNS, TITLE_NOUNS

_FULL_NAME = re.compile(
    r"\b[A-Z][\w’'-]{0,24}\.?(?: (?:[“\"(][A-Za-z .]{1,20}[”\")] )?(?:(?:de|la|del|van|von|der|al|bin|St\.|el) )?[A-Z][\w’'-]{0,24}\.?){1,5}"
    r"(?:,? (?:Jr|Sr)\.|,? I{2,3}\b)?"
)
_AFTER_NAME = re.compile(
    r"(?:,\s\d{1,3})?,?\s(?:(?:with|of|from|for|at)\s(?:the\s)?(?P<body>(?:[A-Z][\w’'&.-]{0,30}\s?(?:of\s|for\s|and\s)?){1,8})"
    r"|,?\s?(?:an?|the)\s(?P<title>(?:[\w’'-]{1,20}\s){0,3}?[\w-]{3,20})\s(?:for|with|of|at)\s(?:the\s)?(?P<office>(?:[A-Z][\w’'&.-]{0,30}\s?(?:of\s|for\s|and\s)?){1,8}))"
)
_WORDS_OF_BODY = re.compile(
    r"\b(?:the|a|an|officials?|spokes\w+|news|press|media|release|statement|report|reports|from|by|of|in|department|says?|records?|local|issued|via)\b|[^\w\s]",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"\b(?:Mr|man|boy|father|dad|uncle|brother|son|husband|boyfriend|nephew|grandfather|spokesman|councilman|gunman|stepfather|grandson|policeman)\b"
)
_FEMALE = re.compile(
    r"\b(?:Mrs|Ms|Miss|woman|girl|mother|mom|aunt|sister|daughter|wife|girlfriend|niece|grandmother|spokeswoman|councilwoman|stepmother"
    r"|granddaughter|great-aunt|widow|policewoman)\b"
)
_PLURAL = re.compile(
    r"\b(?:police|cops|authorities|officials|officers|investigators|detectives|deputies|troopers|prosecutors|witnesses|neighbou?rs"
    r"|relatives|family|families|friends|residents|doctors|parents|men|women|students|children|teens|people|department|office|agency|they|and)\b"
)
_THING = re.compile(rf"\b(?:{DOCUMENT_NOUNS})\b", re.IGNORECASE)
_OPENING = re.compile(
    rf"(?:{COMMON_SOURCES}|{DOCUMENT_NOUNS}|the|a|an|his|her|their|one|another|some|several|many|two|three|initial|local|court|other|preliminary)\b",
    re.IGNORECASE,
)
_PROPER = re.compile(r"[A-Z]\w+ [A-Z]")
_BACK = 2
"""Sentences before a pronoun in which somebody may be spoken of that it goes back to."""


@dataclass(slots=True)
class _Person:
    """What has been gathered of one named person."""

    name: str
    span: Span
    title: Named | None = None
    organization: Named | None = None
    sex: Sex | None = None


@dataclass(frozen=True, slots=True)
class _Heard:
    """A voice that was resolved, where, and what pronouns can go back to it."""

    at: int
    voice: Voice
    sex: Sex | None
    plural: bool
    thing: bool


@dataclass(slots=True)
class Speakers:
    """A report's speakers while it is gone through from front to back."""

    document: Document
    agencies: tuple[AgencyMention, ...]
    _by_word: dict[str, list[Span]] = field(default_factory=dict)
    """Full names of the report by their first and last words, in order."""
    _people: dict[str, _Person] = field(default_factory=dict)
    _heard: list[_Heard] = field(default_factory=list)

    def resolve(self, source: Source, *, tag: bool) -> Voice | None:
        """Who a source is; None for a pronoun that goes back to nobody.

        `tag` says whether it stands behind what it says ("…, he said"), where a pronoun means the last speaker
        rather than whoever was spoken of last.
        """
        words = self.document.words(source.core)
        if is_pronoun(words):
            voice = self._back(words.lower(), source, tag=tag)
            return voice and Voice(
                voice.name, (source.core, *voice.spans), voice.title, voice.organization, voice.person, voice.named
            )
        voice = self._person(source) if source.name is not None else self._body(source) or self._described(source)
        self._hear(source, voice, words)
        return voice

    def _hear(self, source: Source, voice: Voice, words: str) -> None:
        sex = _sex_of(words if source.name is None else self.document.words(source.span), voice)
        plural = not voice.person and _PLURAL.search(words.lower()) is not None
        thing = not voice.person and (not plural or _THING.search(words) is not None)
        self._heard.append(_Heard(source.core.start, voice, sex, plural, thing))

    def _person(self, source: Source) -> Voice:
        """The voice of somebody called by name."""
        assert source.name is not None
        person = self._known(source.name)
        if source.title is not None and (person.title is None or source.title.start <= person.span.start):
            person.title = person.title or Named(self._clean(source.title), source.title)
        if person.organization is None and source.body is not None:
            person.organization = self._organization(source.body)
        spans = (source.name,) if source.name == person.span else (source.name, person.span)
        return Voice(person.name, spans, person.title, person.organization, person=True, named=True)

    def _known(self, name: Span) -> _Person:
        """The person that a name or part of one means, with what the report says where the full name stands."""
        if not self._by_word:
            self._index()
        full = self._fullest(name)
        words = self._clean(full)
        person = self._people.get(words)
        if person is None:
            person = self._people[words] = _Person(words, full)
            self._introduce(person)
        return person

    def _index(self) -> None:
        text = self.document.text
        for found in _FULL_NAME.finditer(text):
            for first, last in name_parts(text, Span(*found.span())):
                words = text[first:last].replace("’", "'").split()
                span = Span(first, last)
                keys = {words[0].lower().strip("."), _surname(words)}
                for key in sorted(keys):
                    self._by_word.setdefault(key, []).append(span)

    def _fullest(self, name: Span) -> Span:
        """The longest form of a name that the report has; of several persons, the one named last before."""
        words = self.document.words(name).replace("’", "'").split()
        key = _surname(words)
        if len(words) > 1:
            same = [s for s in self._by_word.get(key, ()) if self.document.words(s).split()[0] == words[0]]
            return max((*same, name), key=lambda s: (len(self.document.words(s).split()), -s.start))
        spans = self._by_word.get(key, [])
        spoken = [s for s in spans if self._clean(s) in self._people]
        for candidates in (spoken, spans):
            before = bisect_right(candidates, name.start, key=lambda s: s.start)
            if candidates:
                return candidates[before - 1] if before else candidates[0]
        return name

    def _introduce(self, person: _Person) -> None:
        """Title and body from around the place where a person's full name stands."""
        text = self.document.text
        title, body = title_and_body(text, person.span)
        if title is not None:
            person.title = Named(self._clean(title), title)
        if body is not None:
            person.organization = self._organization(body)
        after = _AFTER_NAME.match(text, person.span.end, person.span.end + 160)
        if after is None:
            return
        which = "body" if after["body"] else "office"
        if person.organization is None and (which == "office" or _is_body(after[which])):
            start, end = after.span(which)
            person.organization = self._organization(Span(start, end))
        if person.title is None and after["title"] and after["title"].split()[-1].lower() in TITLE_NOUNS:
            person.title = Named(after["title"], Span(*after.span("title")))

    def _organization(self, body: Span) -> Named | None:
        """The body that words beside a name tell of: a law enforcement body's full name, else capitals as worded."""
        for mention in self._agencies_in(body):
            if self.document.text[mention.span.start] != "@":
                return Named(mention.name, mention.span)
        found = re.search(
            r"(?:[A-Z][\w’'&.-]{0,30}(?:\s(?:of|for|and|the)(?=\s[A-Z]))?\s?){1,8}", self.document.words(body)
        )
        if found is None:
            return None
        if re.search(r"[’']s?\s*$", found.group()) or sex_of_first_name(found.group().split()[0]) is not None:
            return None  # "Roe's mother", "the attorney for Jo Roe"
        words = found.group().strip().rstrip(".,;").removeprefix("The").strip()
        start = body.start + found.start() + (found.group().find(words) if words else 0)
        return Named(words, Span(start, start + len(words))) if len(words) > 2 else None

    def _agencies_in(self, span: Span) -> list[AgencyMention]:
        first = bisect_right(self.agencies, span.start, key=lambda mention: mention.span.end)
        found: list[AgencyMention] = []
        for mention in self.agencies[first:]:
            if mention.span.start >= span.end:
                break
            found.append(mention)
        return found

    def _body(self, source: Source) -> Voice | None:
        """The voice of a law enforcement body, if the source's words name one and nobody of it."""
        mentions = self._agencies_in(source.core)
        if not mentions:
            return None
        rest = (
            self.document.text[source.core.start : mentions[0].span.start]
            + self.document.text[mentions[0].span.end : source.core.end]
        )
        if _WORDS_OF_BODY.sub("", rest).strip():
            return None
        return Voice(mentions[0].name, (mentions[0].span,), named=True)

    def _described(self, source: Source) -> Voice:
        """The voice of somebody without a name: whoever was called so by title before, else the words themselves."""
        words = self._clean(source.core)
        plain = words.lower().removeprefix("the ")
        if words.lower().startswith("the ") and plain in TITLE_NOUNS:
            for heard in reversed(self._heard):
                title = heard.voice.title
                if heard.voice.named and heard.voice.person and title and plain in title.value.lower().split():
                    spans = (source.core, *heard.voice.spans)
                    return Voice(heard.voice.name, spans, title, heard.voice.organization, person=True, named=True)
        if _OPENING.match(words) and not _PROPER.match(words) and not words.isupper():
            words = words[0].lower() + words[1:]
        single = not _PLURAL.search(words.lower()) and not _THING.search(words)
        named = _PROPER.match(words) is not None or (words[0].isupper() and " " not in words)
        return Voice(words, (source.core,), person=single and not named, named=named)

    def _back(self, pronoun: str, source: Source, *, tag: bool) -> Voice | None:
        """Whoever a pronoun goes back to."""
        if pronoun in ("i", "we"):
            return None
        at = source.core.start
        if pronoun == "it":
            return next((h.voice for h in reversed(self._heard) if h.at < at and h.thing), None)
        if pronoun == "they":
            return next((h.voice for h in reversed(self._heard) if h.at < at and h.plural), None)
        sex = Sex.MALE if pronoun == "he" else Sex.FEMALE
        last = next((h for h in reversed(self._heard) if h.at < at and h.voice.person and h.sex in (None, sex)), None)
        sentence = self.document.sentence_at(at)
        here = sentence.start if sentence else at
        if last is not None and (tag or last.at >= here):
            return last.voice
        spoken_of = self._subject_before(at, sex)
        if spoken_of is not None and (last is None or spoken_of[0] > last.at):
            return spoken_of[1]
        return last.voice if last is not None else None

    def _subject_before(self, at: int, sex: Sex) -> tuple[int, Voice] | None:
        """The person that one of the last sentences begins with."""
        sentence = self.document.sentence_at(at)
        if sentence is None:
            return None
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
            before = self.document.sentences[index]
            if self.document.in_title(before.start) and not self.document.in_title(at):
                return None
            source = source_at(self.document.text, before.start, before.end)
            if source is None:
                continue
            words = self.document.words(source.core)
            if source.name is None and not (_MALE.search(words) or _FEMALE.search(words)):
                continue
            voice = self._person(source) if source.name is not None else self._described(source)
            if _sex_of(words, voice) in (None, sex) and voice.person:
                return source.core.start, voice
        return None

    def _clean(self, span: Span) -> str:
        return " ".join(self.document.words(span).split())


def _surname(words: list[str]) -> str:
    """The last word of a name that is not "Jr." or a numeral, in lower case."""
    kept = [word.strip('.,"”“()').lower() for word in words]
    kept = [word for word in kept if word not in ("jr", "sr", "ii", "iii", "iv")] or kept
    return kept[-1]


def _is_body(words: str) -> bool:
    return (
        re.search(
            r"Office|Department|Dept|Police|Patrol|Bureau|School|Hospital|Church|University|Center|Agency|Service|PD\b|County|City",
            words,
        )
        is not None
    )


def _sex_of(words: str, voice: Voice) -> Sex | None:
    title = voice.title.value if voice.title else ""
    for around in (words, title):
        if _FEMALE.search(around):
            return Sex.FEMALE
        if _MALE.search(around):
            return Sex.MALE
    return sex_of_first_name(voice.name.split()[0]) if voice.person and voice.named and voice.name else None


def sex_of_first_name(first: str) -> Sex | None:
    """The sex that a first name tells, where the Census has it clearly more often for one."""
    return _sexes().get(first.lower().strip(".,"))


@cache
def _sexes() -> dict[str, Sex]:
    import names

    shares: dict[str, dict[Sex, float]] = {}
    for which, sex in (("first:male", Sex.MALE), ("first:female", Sex.FEMALE)):
        for line in Path(names.FILES[which]).read_text(encoding="ascii").splitlines():
            if line.strip():
                name, share = line.split()[:2]
                shares.setdefault(name.lower(), {})[sex] = float(share)
    clear: dict[str, Sex] = {}
    for name, by_sex in shares.items():
        male, female = by_sex.get(Sex.MALE, 0.0), by_sex.get(Sex.FEMALE, 0.0)
        if male > 10 * female or female > 10 * male:
            clear[name] = Sex.MALE if male > female else Sex.FEMALE
    return clear
