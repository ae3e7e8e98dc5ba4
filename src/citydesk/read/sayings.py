"""Every place where a report says that somebody says something, and who that is.

In: a document, its bodies and its quotations. Out: `Saying`s, in order. What the sayings cover, and what becomes of
them, is left to `attributions.py`, `quotes.py` and `voice.py`.
"""

import re
from bisect import bisect_right

from citydesk.model import Certainty
from citydesk.read.cues import Cue, CueSort, find_cues
from citydesk.read.document import Document, Span
from citydesk.read.namings import Source, describe
from citydesk.read.sentences import Sentence
from citydesk.read.setting import AgencyMention, Manner, Saying, Voice
from citydesk.read.sources import source_after, source_before
from citydesk.read.speakers import Speakers
from citydesk.read.speech import COMMON_SOURCES, DOCUMENT_NOUNS, OFFICIAL_NOUNS, OUTLET_WORDS

_MAX_SENTENCE = 3_000
"""Characters of a sentence that are read; a longer one is no sentence."""
_HEADLINE = re.compile(
    r"(?:(?:UPDATED?|BREAKING|VIDEO|WATCH|Related|RELATED|LATEST|Update)\s*[:|-]\s*)?(?P<source>[A-Z@][\w’'.&/ -]{1,60}?):\s+(?=[\"“‘']?[A-Z0-9])"
)
_HEADLINE_SOURCES = (
    r"police|sheriff(?:[’']s\s(?:office|department))?|cops|officials?|authorities|deputies|prosecutors?|coroner|medical\s+examiner|family|witness(?:es)?"
    r"|mother|father|mom|dad|parents|neighbors?|relatives|friends?|chief|mayor|attorney|lawyer|reports?|records|documents|docs|affidavit|complaint|warrant"
    r"|troopers|investigators|detectives|dispatch|sources?|lawsuit|doctors?|hospital|patrol|fbi|atf|dea|pd|da|study|suspect|gunman|teen|man|woman|victim"
)
_TRAILER = re.compile(
    rf"(?:\s[–—-]{{1,2}}|\s\||:)\s(?P<source>(?:[A-Z][\w’'.]+ ){{0,3}}(?i:{_HEADLINE_SOURCES}))$"
    rf"|,\s(?P<tail>(?:[A-Z][\w’'.]+ ){{0,3}}(?i:{_HEADLINE_SOURCES}))\s(?P<verb>[Ss]ays?|[Ss]aid)$"
)
_OUTLET = re.compile(r"\s(?:[–—-]{1,2}|\|)\s(?=[^|–—]{0,60}(?:[A-Z]{4}|News|TV|Channel|\.com|Times|Post|Tribune|Herald|Online)).*$")
_HEADLINE_NOUN = re.compile(rf"\b(?:{_HEADLINE_SOURCES})$|\b[A-Z]{{1,4}}PD$|\b[A-Z]{{2,3}}(?:SO|BI)$", re.IGNORECASE)
_NO_HEADLINE = re.compile(
    r"\b(?:by|posted|updated|published|photo|video|image|related|update|story|file|source|watch|read|more|contact|location|date|caption|follow|breaking"
    r"|victims?|address|name|age|live|editor|reporter|statement|warning|note|first|second|news|family\s+photo)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:\s+\w+){0,3}?\s+by\s+")
_BY_INSIDE = re.compile(r"\bby$")
_OBJECT_CLAUSE = re.compile(
    r"\s*(?:that\b|the\b|a\b|an\b|he\b|she\b|they\b|it\b|there\b|his\b|her\b|their\b|two\b|three\b|one\b|no\b|in\b|on\b|at\b|when\b|if\b)",
)
_AFTER_QUOTE = re.compile(r"[\s,.”\"’'–—-]{0,5}$")
_BEFORE_QUOTE = re.compile(r"[\s,:“\"‘'(–—-]{0,6}$")
_ALSO_NOUNS = frozenset(
    "state note claim post estimate suspect release rule report notes posts claims states estimates suspects releases rules reports".split()
)
"""Forms that are as often nouns; as verbs they need an official source right before them that agrees in number."""
_VERB = re.compile(r"\b(?:\w{3,12}ed|was|were|is|are|had|has|came|went|took|got|fought|shot|received)\b")
_FIRST_PERSON = re.compile(r"(?:I|we|We|you|You)(?:[’']\w+)?$")
_FINDINGS = re.compile(r"\b(?:initial|preliminary|early)\s+(?:investigation|findings|information|indications)\b", re.IGNORECASE)
_TAG_ENDS = re.compile(r"\s*(?:$|[.,:]|(?:in|on|of|at|during|to|when|as|after|while|before|about)\s)")
_WONDERS = re.compile(r"\s*(?:who|what|how|why|if|whether|where|when|the\s+(?:motive|condition|extent|cause)|any|exactly|[.;,]|$)")
_OFFICIAL = re.compile(r"\b(?:" + "|".join(sorted(OFFICIAL_NOUNS)) + r")\b|\b[A-Z]{1,5}(?:PD|SO|BI)\b", re.IGNORECASE)
_PLAIN = re.compile(r"[\w’'-]+")


def find_sayings(document: Document, agencies: tuple[AgencyMention, ...], quoted: tuple[Span, ...]) -> tuple[Saying, ...]:
    """Every place where somebody is said to say something, in order, each with who that is."""
    speakers = Speakers(document, agencies)
    finder = _Finder(document, quoted, speakers)
    found: list[Saying] = []
    for sentence in document.sentences:
        found.extend(finder.headline(sentence))
        end = min(sentence.end, sentence.start + _MAX_SENTENCE)
        for cue in find_cues(document.text, sentence.start, end):
            if not finder.in_quote(cue.span.start) and (saying := finder.saying(cue, sentence)):
                found.append(saying)
    return tuple(sorted(found, key=lambda saying: saying.cue))


def is_official(voice: Voice) -> bool:
    """Whether a voice speaks by office: an official, a body, a document, an outlet."""
    title = voice.title.value if voice.title else ""
    words = _PLAIN.findall(voice.name.lower())
    return (
        _OFFICIAL.search(title) is not None
        or (voice.organization is not None and _OFFICIAL.search(voice.organization.value) is not None)
        or (not (voice.person and voice.named) and _OFFICIAL.search(voice.name) is not None)
        or (not voice.person and any(word in OUTLET_WORDS for word in words))
    )


class _Finder:
    """One pass over a document; `speakers` remembers who has spoken so far."""

    def __init__(self, document: Document, quoted: tuple[Span, ...], speakers: Speakers) -> None:
        self.document = document
        self.quoted = quoted
        self.speakers = speakers

    def in_quote(self, offset: int) -> bool:
        """Whether an offset lies in a direct quotation."""
        n = bisect_right(self.quoted, offset, key=lambda span: span.start) - 1
        return n >= 0 and offset < self.quoted[n].end

    def headline(self, sentence: Sentence) -> list[Saying]:
        """A source before a colon at the head of a title or line, or behind a dash or comma at a title's end."""
        text = self.document.text
        found = _HEADLINE.match(text, sentence.start, sentence.end)
        if found and self._heads(found["source"], Span(*found.span("source"))) and not self.in_quote(found.start()):
            span = Span(*found.span("source"))
            return self._headed(describe(text, span, span), Span(found.end("source"), found.end("source") + 1))
        if not self.document.in_title(sentence.start):
            return []
        end = sentence.end
        if outlet := _OUTLET.search(text, sentence.start, end):
            end = outlet.start()
        tail = _TRAILER.search(text[:end], max(sentence.start, end - 80))
        if tail is None:
            return []
        which = "source" if tail["source"] else "tail"
        span = Span(*tail.span(which))
        if which == "source":
            return self._headed(describe(text, span, span), Span(tail.start(), tail.end()))
        return self._headed(describe(text, span, span), Span(*tail.span("verb")))

    def _headed(self, source: Source | None, cue: Span) -> list[Saying]:
        if source is None:
            return []
        voice = self.speakers.resolve(source, tag=False)
        return [Saying(cue, Manner.HEADLINE, Certainty.STATED, source.core, voice)]

    def _heads(self, words: str, span: Span) -> bool:
        if len(words.split()) > 6 or _NO_HEADLINE.search(words):
            return False
        return _HEADLINE_NOUN.search(words) is not None or any(mention.span == span for mention in self.speakers.agencies)

    def saying(self, cue: Cue, sentence: Sentence) -> Saying | None:
        """What a cue comes to; None where the source that it needs is missing."""
        match cue.sort:
            case CueSort.ACCORDING:
                source = source_after(self.document.text, cue.span.end, sentence.end)
                return source and self._made(cue, Manner.ACCORDING, source, tag=True)
            case CueSort.HEDGE:
                return self._hedge(cue, sentence)
            case CueSort.SILENT:
                return self._silent(cue, sentence)
            case _:
                return self._says(cue, sentence)

    def _made(self, cue: Cue, manner: Manner, source: Source, *, tag: bool, quotes: bool = False) -> Saying | None:
        if _FIRST_PERSON.match(self.document.words(source.core)):
            return None
        voice = self.speakers.resolve(source, tag=tag)
        certainty = cue.certainty
        if certainty is Certainty.STATED and voice is not None and _FINDINGS.search(voice.name):
            certainty = Certainty.BELIEVED
        return Saying(cue.span, manner, certainty, source.core, voice, quotes)

    def _silent(self, cue: Cue, sentence: Sentence) -> Saying | None:
        """What a source does not say or know; of others than officials, only where it says what they do not know."""
        source = self._before(cue, sentence)
        if source is None:
            return Saying(cue.span, Manner.SILENT, cue.certainty)
        made = self._made(cue, Manner.SILENT, source, tag=False)
        if made is None or made.voice is None or is_official(made.voice) or self._is_official(source):
            return made
        wonders = _WONDERS.match(self.document.text, cue.span.end, sentence.end)
        return made if wonders and self._speaks_elsewhere(source) else None

    def _hedge(self, cue: Cue, sentence: Sentence) -> Saying | None:
        """A hedge, with a source where "by police" follows it."""
        text = self.document.text
        words = self.document.words(cue.span)
        manner = Manner.SILENT if cue.certainty is Certainty.UNKNOWN else Manner.HEDGED
        at = cue.span.end
        if not _BY_INSIDE.search(words):
            by = _BY.match(text, at, min(sentence.end, at + 40))
            if by is None:
                return Saying(cue.span, manner, cue.certainty)
            at = by.end()
        source = source_after(text, at, sentence.end)
        if source is not None and self._is_official(source):
            return self._made(cue, manner, source, tag=False)
        return None if _BY_INSIDE.search(words) else Saying(cue.span, manner, cue.certainty)

    def _says(self, cue: Cue, sentence: Sentence) -> Saying | None:
        text = self.document.text
        inverted = self._inverted(cue, sentence)
        quotes = self._by_quote(cue, sentence)
        if cue.sort is CueSort.QUOTE and not quotes:
            return None
        if (cited := self._cited(cue, sentence)) is not None:
            return self._made(cue, Manner.SAYS, cited, tag=False, quotes=quotes)
        if inverted is not None:
            return self._made(cue, Manner.SAYS, inverted, tag=True, quotes=quotes)
        source = self._before(cue, sentence)
        if source is None or not self._may_say(cue, source, quotes):
            return None
        behind = text[sentence.start : source.span.start].rstrip()
        tag = behind.endswith((",", "”", '"', "—")) and len(behind) > 12
        return self._made(cue, Manner.SAYS, source, tag=tag, quotes=quotes)

    def _cited(self, cue: Cue, sentence: Sentence) -> Source | None:
        """The source in "cites police as saying"."""
        if self.document.words(cue.span).lower() not in ("cites", "cited", "quoted", "quotes"):
            return None
        source = source_after(self.document.text, cue.span.end, sentence.end)
        if source is None or not self.document.text.startswith(" as saying", source.span.end):
            return None
        return source

    def _before(self, cue: Cue, sentence: Sentence) -> Source | None:
        floor = sentence.start
        n = bisect_right(self.quoted, cue.span.start, key=lambda span: span.start) - 1
        if n >= 0:
            floor = max(floor, self.quoted[n].end)
        return source_before(self.document.text, floor, cue.span.start)

    def _inverted(self, cue: Cue, sentence: Sentence) -> Source | None:
        """The source behind the verb: ", said Marlow." and not ", who said police came"."""
        text, word = self.document.text, self.document.words(cue.span).lower()
        before = text[max(sentence.start, cue.span.start - 3) : cue.span.start].rstrip()
        opens = cue.span.start == sentence.start or not before
        if cue.sort not in (CueSort.SAY, CueSort.QUOTE) or not (opens or before[-1] in ",”\"’'?!—-"):
            return None
        if word in ("told", "tell", "saying", "believed", "thought", "heard", "saw", "telling"):
            return None
        source = source_after(text, cue.span.end, sentence.end)
        if source is None or _OBJECT_CLAUSE.match(text, cue.span.end, source.span.start + 6) and not self._closes(source, sentence):
            return None
        if source.name is None and _VERB.search(self.document.words(source.core)):
            return None
        return source if self._closes(source, sentence) else None

    def _closes(self, source: Source, sentence: Sentence) -> bool:
        """Whether nothing but an apposition or a circumstance follows a source, as behind an inverted verb."""
        text = self.document.text
        rest = text[source.span.end : sentence.end].lstrip()
        if source.name is None and not (_PLAIN.findall(self.document.words(source.core).lower()) and self._is_known(source)):
            return False
        return not rest or rest[0] in ".,;:!?\"”’)—–-" or re.match(
            r"(?:in|on|at|during|of|after|when|who|as|about|outside|following|through|via|with|early|late|today|\w+day|from|before|while|to\s+\w+)\b", rest
        ) is not None

    def _is_known(self, source: Source) -> bool:
        words = self.document.words(source.core)
        return re.search(rf"\b(?:{COMMON_SOURCES}|{DOCUMENT_NOUNS})\b", words.lower()) is not None or bool(words[:1].isupper())

    def _by_quote(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a cue stands right behind or before a direct quotation."""
        text = self.document.text
        n = bisect_right(self.quoted, cue.span.start, key=lambda span: span.start) - 1
        if n >= 0 and self.quoted[n].end <= cue.span.start and self.quoted[n].end > sentence.start - 3:
            between = text[self.quoted[n].end : cue.span.start]
            same = self.document.sentence_at(self.quoted[n].end - 1) == sentence or self.quoted[n].end >= sentence.start - 3
            if same and len(between) < 90 and re.match(r"[”\"’',.\s]{1,6}(?:\w|$)", between):
                stopped = text[self.quoted[n].end - 1] in ".!?" and text[self.quoted[n].end - 2 : self.quoted[n].end] != ".."
                rest = text[cue.span.end : sentence.end]
                return not stopped or text[self.quoted[n].end - 1] != "." or _TAG_ENDS.match(rest) is not None
        if n + 1 < len(self.quoted):
            start = self.quoted[n + 1].start
            between = text[cue.span.end : start]
            if start - cue.span.end < 100 and "\n\n" not in between.strip("\n“\" ") and re.search(r"[,:]\s*[“\"‘']+\s*$", between):
                return True
        return False

    def _is_official(self, source: Source) -> bool:
        words = _PLAIN.findall(self.document.words(source.span).lower().replace("’", "'"))
        return source.title is not None or any(word in OFFICIAL_NOUNS or word in OUTLET_WORDS for word in words) or self.document.words(source.core).isupper()

    def _speaks_elsewhere(self, source: Source) -> bool:
        """Whether somebody who does not say something is one who could: a person by name, or people who saw it."""
        words = self.document.words(source.core)
        return source.name is not None or re.search(rf"\b(?:{COMMON_SOURCES}|they|he|she)\b", words.lower()) is not None

    def _may_say(self, cue: Cue, source: Source, quotes: bool) -> bool:
        """Whether a verb that also has other meanings is one of saying in this source's mouth."""
        word = self.document.words(cue.span).lower()
        if cue.sort is CueSort.CLAIM:
            pronoun = re.match(r"they$", self.document.words(source.core), re.IGNORECASE) is not None
            return pronoun or quotes or self._is_official(source)
        if word in ("heard", "saw"):
            return False
        if word in _ALSO_NOUNS:
            words = self.document.words(source.core)
            plural = re.search(r"(?:[^s]s|police|who|they|cops)$", words, re.IGNORECASE) is not None
            pronoun = re.match(r"(?:he|she|it)$", words, re.IGNORECASE) is not None
            agrees = plural != word.endswith("s") or (self._is_official(source) and word == "reports")
            return agrees and (pronoun or self._is_official(source)) and not _VERB.search(words)
        if cue.certainty is Certainty.BELIEVED and source.name is None:
            return self._is_official(source) or re.search(r"^(?:they|he|she)$|neighbo|famil|witness", self.document.words(source.core), re.IGNORECASE) is not None
        return True
