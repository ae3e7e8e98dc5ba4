"""Whom a report introduces by full name, title and body: "Alton Police Chief Jo Marlow", "Ann Roe, 41, a neighbor".

In: a document and its bodies. Out: for a name or a part of one, the `Introduced` person with the fullest name that the
report has anywhere. Who is meant by "he" or "the chief" is left to `speakers.py`.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from citydesk.read.page.document import Document, Span
from citydesk.read.page.setting import AgencyMention, Named
from citydesk.read.said.namings import name_parts, title_and_body
from citydesk.read.said.speech import KIN, NO_OFFICE, RANKS, SHORT_TITLES, TITLE_NOUNS, TITLE_PARTS
from citydesk.read.who.sexes import sex_of_first_name

_PART = rf"(?:(?:[A-Z]\.){{1,3}}|(?:{TITLE_PARTS}|Jr)\.|[A-Z][\w’'-]{{0,24}})"
_FULL_NAME = re.compile(
    rf"\b{_PART}(?: (?:[“\"(][A-Za-z .]{{1,20}}[”\")] )?(?:(?:de|la|del|van|von|der|al|bin|St\.|el) )?{_PART}){{1,5}}"
    r"(?:,? (?:Jr|Sr)\.|,? I{2,3}\b)?"
)
_BODY = r"(?:[A-Z][\w’'&.-]{0,30}\s?(?:of\s|for\s|and\s)?){1,8}"
_AFTER_NAME = re.compile(
    rf"(?:,\s\d{{1,3}})?,?\s(?:(?:with|of|from|for|at)\s(?:the\s)?(?P<body>{_BODY})"
    r"|,?\s?(?:an?|the)\s(?P<title>(?:[\w’'-]{1,20}\s){0,3}?[\w-]{3,20})\s(?:for|with|of|at)\s(?:the\s)?"
    rf"(?P<office>{_BODY}))"
)
_BODY_WORD = re.compile(
    r"Office|Department|Dept|Police|Patrol|Bureau|School|Hospital|Church|University|Center|Agency|Service|PD\b|County|City"
)
_CAPITALS = re.compile(r"(?:[A-Z][\w’'&.-]{0,30}(?:\s(?:of|for|and|the)(?=\s[A-Z]))?\s?){1,8}")
_POSSESSIVE = re.compile(r"[’']s?\s*$")
_WORD = re.compile(r"\S+")
_RANK_LAST = re.compile(r"\s(?:officer|sgt\.?|lt\.?|det\.?|detective|sergeant|capt\.?|cpl\.?|deputy|dr\.)$")
"""A rank between a title and a name: "spokeswoman Officer Ann Roe"."""
_AGE = re.compile(r", (\d{1,2})\b")
_AGED = re.compile(r"\b(\d{1,2})-year-old\s$")
_RELATED_BEFORE = re.compile(
    rf"(?:\b(?P<owner>[A-Z][\w-]{{1,24}})[’']s?\s)?(?:\b[a-z-]{{2,14}}\s)?\b(?P<noun>{KIN}),?\s$"
)
_RELATED_BEHIND = re.compile(
    rf"(?:,\s\d{{1,3}})?,?\s(?:(?P<owner>[A-Z][\w-]{{1,24}})[’']s?\s|(?:his|her|their|an?|the)\s)(?:[\w’'-]{{2,20}}\s){{0,3}}?(?P<noun>{KIN})\b"
)
_RELATED = 90
"""Characters before and behind a name in which it may be told what the person is to somebody."""
_LONG_ENOUGH = 5
"""Letters from which a surname is known although one is wrong."""
_MAX_SPANS = 64
"""Places kept of each name; a report that has more of one says nothing new there."""


@dataclass(slots=True)
class Introduced:
    """What a report tells of a person whom it names in full."""

    name: str
    span: Span
    """Where the full name stands first."""
    title: Named | None = None
    organization: Named | None = None


class _Relation(NamedTuple):
    """What somebody named in full is to somebody."""

    name: Span
    noun: str
    owner: str
    """Whose mother it is, where that is a name."""


@dataclass(slots=True)
class Introductions:
    """The persons whom a report names in full, looked up while it is gone through."""

    document: Document
    agencies: tuple[AgencyMention, ...]
    _by_word: dict[str, list[Span]] | None = None
    """Full names by their first and last words, each in order; None until the first look-up."""
    _spans: list[Span] | None = None
    """All of them, in order."""
    _by_age: dict[str, Span] | None = None
    _relations: list[_Relation] | None = None
    _slips: dict[str, list[Span]] = field(default_factory=dict)
    _people: dict[str, Introduced] = field(default_factory=dict)
    _by_title: dict[str, Introduced | None] = field(default_factory=dict)

    def known(self, name: Span) -> Introduced:
        """The person that a name or a part of one means."""
        full = self._fullest(name)
        words = self._clean(full)
        person = self._people.get(words)
        if person is None:
            person = self._people[words] = Introduced(words, full)
            self._introduce(person)
        return person

    def titled(self, title: str) -> Introduced | None:
        """The one person whom the report calls by a title anywhere; None if there is none or more than one."""
        if title not in self._by_title:
            forms = (title, *SHORT_TITLES.get(title, ()))
            found: dict[str, Introduced] = {}
            for span in self._all_names():
                before = self.document.text[max(0, span.start - 40) : span.start].lower().rstrip()
                if _RANK_LAST.sub("", before).endswith(forms) or before.endswith(forms):
                    person = self.known(span)
                    found.setdefault(person.name, person)
            self._by_title[title] = next(iter(found.values())) if len(found) == 1 else None
        return self._by_title[title]

    def related(self, nouns: frozenset[str], owner: str | None) -> Introduced | None:
        """The one person whom the report introduces by a noun: "his mother, Ann Roe", "Ann Roe, the boy's mother".

        `owner` is whose mother is meant, where that is a name; who is another's is not meant.
        """
        found: dict[str, Introduced] = {}
        for relation in self._all_relations():
            if relation.noun in nouns and (owner is None or relation.owner in ("", owner)):
                person = self.known(relation.name)
                found.setdefault(person.name, person)
        return next(iter(found.values())) if len(found) == 1 else None

    def _all_relations(self) -> list[_Relation]:
        """What the report's full names are to somebody, by a noun right before or behind them."""
        if self._relations is None:
            text = self.document.text
            self._relations = []
            for name in self._all_names():
                before = _RELATED_BEFORE.search(text, max(0, name.start - _RELATED), name.start)
                behind = _RELATED_BEHIND.match(text, name.end, name.end + _RELATED)
                for found in (before, behind):
                    if found is not None:
                        self._relations.append(_Relation(name, found["noun"].lower(), found["owner"] or ""))
        return self._relations

    def names_in(self, start: int, end: int) -> list[Span]:
        """The full names that begin in a stretch, in order."""
        spans = self._all_names()
        first = bisect_left(spans, start, key=lambda span: span.start)
        last = bisect_left(spans, end, key=lambda span: span.start)
        return spans[first:last]

    def aged(self, years: str) -> Introduced | None:
        """The first person whose age the report gives beside the name: "Ann Roe, 53", "53-year-old Ann Roe"."""
        if self._by_age is None:
            self._by_age = {}
            for span in self._all_names():
                behind = _AGE.match(self.document.text, span.end)
                before = _AGED.search(self.document.text, max(0, span.start - 16), span.start)
                if age := behind or before:
                    self._by_age.setdefault(age.group(1), span)
        aged = self._by_age.get(years)
        return self.known(aged) if aged is not None else None

    def organization(self, body: Span) -> Named | None:
        """The body that words beside a name tell of: a law enforcement body's full name, else capitals as worded."""
        for mention in self.agencies_in(body):
            if self.document.text[mention.span.start] != "@":
                return Named(mention.name, mention.span)
        found = _CAPITALS.search(self.document.words(body))
        if found is None or _POSSESSIVE.search(found.group()):
            return None  # "Roe's mother"
        parts = found.group().split()
        if len(parts) == 2 and sex_of_first_name(parts[0]) is not None and not _BODY_WORD.search(found.group()):
            return None  # "the attorney for Carl Roe"
        words = found.group().strip().rstrip(".,;").removeprefix("The").strip()
        start = body.start + found.start() + (found.group().find(words) if words else 0)
        return Named(words, Span(start, start + len(words))) if len(words) > 2 else None

    def title(self, span: Span) -> Named | None:
        """A title as published: without "Police" before a rank; None for words that are no office ("neighbor")."""
        words = [(found.group(), found.start() + span.start) for found in _WORD.finditer(self.document.words(span))]
        plain = [word.lower().rstrip(".") for word, _ in words]
        if not words or all(word in NO_OFFICE for word in plain):
            return None
        start = words[1][1] if plain[0] == "police" and len(plain) > 1 and plain[1] in RANKS else span.start
        return Named(self._clean(Span(start, span.end)), Span(start, span.end))

    def agencies_in(self, span: Span) -> list[AgencyMention]:
        """The law enforcement bodies named in a stretch."""
        n = bisect_right(self.agencies, span.start, key=lambda mention: mention.span.end)
        found: list[AgencyMention] = []
        while n < len(self.agencies) and self.agencies[n].span.start < span.end:
            found.append(self.agencies[n])
            n += 1
        return found

    def _all_names(self) -> list[Span]:
        if self._spans is None:
            self._spans = sorted({span for spans in self._names().values() for span in spans})
        return self._spans

    def _names(self) -> dict[str, list[Span]]:
        if self._by_word is not None:
            return self._by_word
        names: dict[str, list[Span]] = {}
        text = self.document.text
        for found in _FULL_NAME.finditer(text):
            for span in name_parts(text, Span(*found.span())):
                words = self.document.words(span).replace("’", "'").split()
                for key in sorted({words[0].lower().strip("."), _surname(words)}):
                    spans = names.setdefault(key, [])
                    if len(spans) < _MAX_SPANS:
                        spans.append(span)
        self._by_word = names
        return names

    def _fullest(self, name: Span) -> Span:
        """The longest form of a name that the report has; of several persons, the one named last before."""
        words = self.document.words(name).replace("’", "'").split()
        spans = self._names().get(_surname(words), []) or self._misspelt(_surname(words))
        if len(words) > 1:
            same = [span for span in spans if self.document.words(span).split()[0] == words[0]]
            return max((*same, name), key=lambda span: (len(self.document.words(span).split()), -span.start))
        spoken = [span for span in spans if self._clean(span) in self._people]
        candidates = spoken or spans
        before = bisect_right(candidates, name.start, key=lambda span: span.start)
        return candidates[max(before - 1, 0)] if candidates else name

    def _misspelt(self, surname: str) -> list[Span]:
        """The full names with a surname one slip away from one that stands in none: "Marlowe", "Malrow"."""
        if len(surname) < _LONG_ENOUGH:
            return []
        if surname not in self._slips:
            near = [
                known
                for known in sorted(self._names())
                if known[0] == surname[0] and DamerauLevenshtein.distance(known, surname, score_cutoff=1) <= 1
            ]
            self._slips[surname] = self._names()[near[0]] if len(near) == 1 else []
        return self._slips[surname]

    def _introduce(self, person: Introduced) -> None:
        """Title and body from around the place where a person's full name stands."""
        text = self.document.text
        sentence = self.document.sentence_at(person.span.start)
        title, body = title_and_body(text, person.span, sentence.start if sentence else 0)
        person.title = self.title(title) if title is not None else None
        if body is not None:
            person.organization = self.organization(body)
        after = _AFTER_NAME.match(text, person.span.end, person.span.end + 160)
        if after is None:
            return
        which = "body" if after["body"] else "office"
        if person.organization is None and (which == "office" or _BODY_WORD.search(after[which])):
            person.organization = self.organization(Span(*after.span(which)))
        if person.title is None and after["title"] and after["title"].split()[-1].lower() in TITLE_NOUNS:
            person.title = self.title(Span(*after.span("title")))

    def _clean(self, span: Span) -> str:
        return " ".join(self.document.words(span).split())


def _surname(words: list[str]) -> str:
    """The last word of a name that is not "Jr." or a numeral, in lower case."""
    kept = [word.strip('.,"”“()').lower() for word in words]
    kept = [word for word in kept if word not in ("jr", "sr", "ii", "iii", "iv")] or kept
    return kept[-1]
