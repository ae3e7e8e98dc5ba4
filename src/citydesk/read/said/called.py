"""Whom words mean that call somebody without a name: "the chief", "the 53-year-old", "his mother", "the statement".

In: the words, the report with whom it names and introduces, and who has spoken so far. Out: the `Voice` of the one that
the report names, or describes more fully, elsewhere; None where it does not. Whom "he" and "they" mean, and whom "the
woman" means who speaks in quotation marks, is left to `speakers.py`.
"""

import re
from dataclasses import dataclass

from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import AgencyMention, Named, Voice
from citydesk.read.said.behind import source_after
from citydesk.read.said.descriptions import is_one, is_own_name, worded
from citydesk.read.said.introductions import Introduced, Introductions
from citydesk.read.said.memory import Heard, Memory
from citydesk.read.said.namings import describe
from citydesk.read.said.openings import subject_of_sentence
from citydesk.read.said.speech import KIN, OFFICES, TITLE_FORMS
from citydesk.read.said.spoken_of import opens_quoted

_THE = re.compile(r"(?:the|this|that)\s+", re.IGNORECASE)
_AN_OFFICIAL = re.compile(
    r"[Aa]n?\s(?:(?:city|county|state)\s)?(?:(?:police|sheriff[’']s|fire|department|hospital)\s)?"
    r"(?P<title>spokes(?:man|woman|person)|lieutenant|captain|sergeant|commander|district\sattorney|prosecutor|coroner|judge)"
)
"""Who speaks at the head of a report and is named further down."""
_AGED = re.compile(r"(\d{1,2})-year-old$")
_RELEASE = re.compile(r"(?:news |press |media |police )?(?:release|statement)")
_STATEMENT = re.compile(
    r"(?:\w+\s)?(?:statement|release|e-?mail|fl[iy]er|letter|post|tweet|message|page|website|memo|notice|alert|motion|order"
    r"|ruling)$"
)
_ISSUED = re.compile(
    r"\b(?:statements?|release|e-?mail(?:ed)?|fl[iy]er|letter|posted|post|tweeted|tweet|message|Facebook|Twitter|website"
    r"|memo|notice|alert|motion|order|ruling)\b"
)
_BY = re.compile(r",?\s(?:(?:issued|released|sent|posted|made|given|signed|filed|written)\s)?(?:by|from)\s")
_BACK = 7
"""Sentences before "the statement" in which it may be told whose it is."""
_OWNERS = re.compile(r"(?P<owner>(?:the\s)?[\w.&-]+(?:\s[\w.&-]+){0,5})[’']s?\s(?P<thing>(?:\w+\s){0,2}\w+)$")
_KIN = re.compile(
    rf"(?:(?P<owner>[A-Z][\w-]+)[’']s?|his|her|their|the|the\s(?:\w+\s){{0,2}}\w+[’']s?)\s(?:\w+\s)?(?P<kin>{KIN})$"
)
_LAWYERS = frozenset(("attorney", "lawyer"))
_OF_OFFICE = frozenset(("assistant", "deputy", "vice", "district", "state", "fire"))
"""Words before a title that make it another's: the deputy chief is not the chief."""
_RANKED = {
    "officer": "officer sergeant lieutenant corporal detective captain",
    "investigator": "investigator detective",
    "detective": "detective",
    "deputy": "deputy sergeant",
    "trooper": "trooper",
    "prosecutor": "prosecutor attorney solicitor",
    "attorney": "attorney lawyer",
    "lawyer": "attorney lawyer",
    "agent": "agent",
    "pastor": "pastor reverend",
    "councilman": "councilman alderman",
    "councilwoman": "councilwoman alderwoman",
    "lawmaker": "representative senator",
    "doctor": "doctor surgeon",
    "professor": "professor",
}
"""Nouns that call an official, and the titles that one of them may have."""
_PROSECUTORS = (
    "district attorney",
    "commonwealth's attorney",
    "commonwealth’s attorney",
    "state's attorney",
    "prosecutor",
)
_BODIES = {
    "university": r"University",
    "college": r"College",
    "school": r"School",
    "district": r"(?:Schools|School\sDistrict)",
    "hospital": r"(?:Hospital|Medical\sCenter)",
    "church": r"Church",
}
"""Nouns that call a body, and how its own name ends."""
_CAPITALS = r"(?:[A-Z][\w.&’'-]{1,24}\s(?:of\s|for\s|and\s)?){1,5}"


@dataclass(frozen=True, slots=True)
class Callings:
    """What is needed to tell whom words call that are no name."""

    document: Document
    agencies: tuple[AgencyMention, ...]
    quoted: tuple[Span, ...]
    introductions: Introductions
    memory: Memory

    def meant_by(self, words: str, span: Span) -> Voice | None:
        """Who it is that words at a place call so; None where the report does not tell."""
        if (the := _THE.match(words)) is not None:
            plain = words[the.end() :].lower()
            for find in (self._by_title, self._by_age, self._body, self._as_before):
                if (found := find(plain, span)) is not None:
                    return found
            if _STATEMENT.fullmatch(plain):
                return self._issuer(plain, span)
        if (owned := _OWNERS.match(words)) is not None and _STATEMENT.fullmatch(owned["thing"].lower()):
            owner = Span(span.start + owned.start("owner"), span.start + owned.end("owner"))
            return self._owner(owned["owner"], owner)
        return self._kin(words, span)

    def official(self, words: str, span: Span) -> Voice | None:
        """The official whom words call that also name a body: "the Alton police spokesman", "a police lieutenant".

        The latter stands at the head of a report that names him further down.
        """
        if (one := _AN_OFFICIAL.fullmatch(words)) is not None:
            person = self.introductions.titled(one["title"].lower())
            return voice_of(person, span) if person is not None else None
        the = _THE.match(words)
        if the is None or words.rsplit(maxsplit=1)[-1] not in OFFICES:
            return None
        return self._by_title(words[the.end() :].lower(), span)

    def _by_title(self, plain: str, span: Span) -> Voice | None:
        """The official whom a title or a noun calls: "the chief", "the investigator"."""
        title = TITLE_FORMS.get(plain, plain)
        if title.split()[-1] in OFFICES:
            wanted = frozenset(word for word in title.split() if word in _OF_OFFICE) | {title.split()[-1]}
            last = self.memory.last(lambda heard: _has_title(heard, wanted, every=True))
            if last is not None:
                return again(last.voice, span)
            plain_title = title if _OF_OFFICE & set(title.split()) else title.split()[-1]
            person = self.introductions.titled(title) or self.introductions.titled(plain_title)
            if person is not None:
                return voice_of(person, span)
        titles = _RANKED.get(title.split()[-1])
        if titles is None:
            return None
        last = self.memory.last(lambda heard: _has_title(heard, frozenset(titles.split()), every=False))
        if last is not None:
            return again(last.voice, span)
        by_office = [person for title in _PROSECUTORS if (person := self.introductions.titled(title)) is not None]
        return voice_of(by_office[0], span) if plain == "prosecutor" and len(by_office) == 1 else None

    def _by_age(self, plain: str, span: Span) -> Voice | None:
        aged = _AGED.match(plain)
        if aged is None:
            return None
        person = self.introductions.aged(aged.group(1))
        return voice_of(person, span) if person is not None else None

    def _as_before(self, plain: str, span: Span) -> Voice | None:
        """Somebody unnamed who has spoken and was called more fully then: "a friend of the family"."""
        noun = plain.rsplit(maxsplit=1)[-1]
        last = self.memory.last(
            lambda heard: not heard.voice.named and is_one(heard.voice.name) and noun in heard.voice.name.split()
        )
        return again(last.voice, span) if last is not None else None

    def _issuer(self, plain: str, span: Span) -> Voice | None:
        """Whose a statement is: who is said to have made one not far before; failing that, the first body's."""
        own = self.document.sentence_at(span.start)
        for index in range(own.index, max(-1, own.index - 1 - _BACK), -1) if own is not None else ():
            sentence = self.document.sentences[index]
            issued = _ISSUED.search(self.document.text, sentence.start, min(sentence.end, span.start))
            if issued is None or opens_quoted(self.quoted, issued.start()):
                continue
            if (voice := self._issued_in(sentence, issued)) is not None:
                return again(voice, span)
        if _RELEASE.fullmatch(plain) and self.agencies and self.agencies[0].span.start < span.start:
            return Voice(self.agencies[0].name, (span, self.agencies[0].span), named=True)
        return None

    def _issued_in(self, sentence: Sentence, issued: re.Match[str]) -> Voice | None:
        """Who issues a statement in a sentence: who speaks in it, by whom it is, or whom the sentence begins with."""
        by = _BY.match(self.document.text, issued.end(), sentence.end)
        source = source_after(self.document.text, by.end(), sentence.end) if by else None
        heard = [heard for heard in self.memory if sentence.start <= heard.at < sentence.end and not heard.thing]
        if heard and source is None:
            return heard[-1].voice
        source = source or subject_of_sentence(self.document.text, sentence)
        if source is None:
            return None
        return self._owner(self.document.words(source.core), source.core)

    def _owner(self, words: str, span: Span) -> Voice | None:
        """The person or body that a statement is of."""
        named = describe(self.document.text, span, span)
        if named is not None and named.name is not None:
            return voice_of(self.introductions.known(named.name), span)
        mentions = self.introductions.agencies_in(span)
        if mentions:
            return Voice(
                mentions[0].name,
                (mentions[0].span,),
                organization=Named(mentions[0].name, mentions[0].span),
                named=True,
            )
        if words.lower().startswith("the ") and (body := self._body(words[4:].lower(), span)):
            return body
        name = worded(" ".join(self.document.words(span).split()))
        return Voice(name, (span,), named=True) if is_own_name(name) else None

    def _body(self, plain: str, span: Span) -> Voice | None:
        """The body that a noun calls whose own name is in the report: "the university"."""
        tail = _BODIES.get(plain.rsplit(maxsplit=1)[-1])
        if tail is None or len(plain.split()) > 2:
            return None
        named = [Span(*found.span()) for found in re.finditer(rf"\b{_CAPITALS}{tail}\b", self.document.text)]
        before = [found for found in named if found.start < span.start]
        known = before[-1] if before else next(iter(named), None)
        return Voice(self.document.words(known), (span, known), named=True) if known is not None else None

    def _kin(self, words: str, span: Span) -> Voice | None:
        """The one whom the report names as somebody's mother, lawyer, neighbor …"""
        kin = _KIN.match(words[0].lower() + words[1:] if words[:4] in ("His ", "Her ", "The ") else words)
        if kin is None:
            return None
        noun = kin["kin"].lower()
        person = self.introductions.related(frozenset(_LAWYERS if noun in _LAWYERS else (noun,)), kin["owner"])
        return voice_of(person, span) if person is not None else None


def voice_of(person: Introduced, span: Span) -> Voice:
    """The voice of somebody whom the report introduces by name."""
    spans = (span,) if span == person.span else (span, person.span)
    return Voice(person.name, spans, person.title, person.organization, person=True, named=True)


def again(voice: Voice, span: Span) -> Voice:
    """A voice heard before, called by other words now; the words that have its full name stay with it."""
    spans = tuple(dict.fromkeys((span, voice.spans[-1])))
    return Voice(voice.name, spans, voice.title, voice.organization, voice.person, voice.named)


def _has_title(heard: Heard, wanted: frozenset[str], *, every: bool) -> bool:
    """Whether a named person's title has a word of some, or every one of them."""
    voice = heard.voice
    if voice.title is None or not (voice.named and voice.person):
        return False
    have = {TITLE_FORMS.get(part.rstrip("."), part.rstrip(".")) for part in voice.title.value.lower().split()}
    return wanted <= have if every else bool(wanted & have)
