"""Names of persons.

In: the words of a report, and the stretches that name something else (places, agencies). Out: names in order, each
with the words that are the name itself, the rank or title before it, and how sure it is that a person is meant. Which
names are one person is left to `joining.py`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from citydesk.read.page.words import Word, Words
from citydesk.read.who.notnames import ALSO_SURNAMES, INSTITUTIONS, JOINING, MONTH_NAMES, NOT_IN_HEADLINE, NOT_NAME
from citydesk.read.who.nouns import MODIFIERS, NOUNS, RANK_PARTS, RANKS, TITLES

_PARTICLES = frozenset("de la del van von der den da dos el al bin ibn le du".split())
_SUFFIXES = frozenset("jr sr jr. sr. ii iii iv".split())
SHORT = 3
"""Letters of a first name cut short ("Josh" for "Joshua") that are enough to know it by."""
_CAPITAL, _SHOUTED = 0.7, 0.95
"""Share of capitalised longer words from which a sentence is a headline; the latter where it ends in a full stop."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: half-open ranges of words."""

    first: int
    """With rank or title."""
    begin: int
    """Without."""
    last: int
    title: str | None = None
    """Rank or title as worded."""
    rank: bool = False
    """Whether the title is a rank of a law enforcement officer."""
    parts: tuple[str, ...] = ()
    """The words of the name in lower case, without nickname, initials and suffix."""
    suffix: str | None = None


@cache
def _names_in(which: str) -> frozenset[str]:
    import names

    lines = Path(names.FILES[which]).read_text(encoding="ascii").splitlines()
    return frozenset(line.split()[0].lower() for line in lines if line.strip())


def is_first_name(word: str) -> bool:
    """Whether the Census has a word among the commoner first names."""
    word = word.lower()
    return word in _names_in("first:male") or word in _names_in("first:female")


def is_surname(word: str) -> bool:
    """Whether the Census has a word, or each half of a hyphenated one, among the surnames."""
    known = _names_in("last")
    return all(part.replace("'", "") in known for part in word.lower().split("-") if part)


def find_names(words: Words, other: Collection[int], places: Collection[int]) -> dict[int, Name]:
    """The names of persons, by the word at which each begins, with its rank or title.

    `other` are the words that surely name something else (agencies, addresses); `places` those that may be a place's.
    """
    plain = frozenset(word.text for word in words.all if word.text.islower())
    openers = frozenset(first for first, _ in words.bounds)
    finder = _Finder(words, frozenset(other), frozenset(places), openers, plain)
    full: list[Name] = []
    for first, last in words.bounds:
        find = finder.in_headline if _is_headline(words, first, last) else finder.in_prose
        full.extend(find(first, last))
    known = frozenset(part for name in full for part in (name.parts[0], name.parts[-1]))
    taken = frozenset(n for name in full for n in range(name.first, name.last))
    open_words = (n for n, word in enumerate(words.all) if n not in taken and word.text[0].isupper())
    single = [name for n in open_words if (name := finder.single(n, known))]
    return {name.first: name for name in sorted((*full, *single), key=lambda name: name.first)}


def _is_headline(words: Words, first: int, last: int) -> bool:
    """Whether nearly all longer words of a sentence are capitalised; all, where it ends in a full stop."""
    long = [word.text for word in words.all[first:last] if len(word.text) > 3 and word.text[0].isalpha()]
    if len(long) > 2 and words.all[last - 1].text == "." and words.all[first].start >= words.document.body_start:
        return sum(text[0].isupper() for text in long) >= _SHOUTED * len(long)
    return len(long) > 2 and sum(text[0].isupper() for text in long) >= _CAPITAL * len(long)


@dataclass(frozen=True, slots=True)
class _Finder:
    words: Words
    other: frozenset[int]
    places: frozenset[int]
    openers: frozenset[int]
    """The first words of sentences."""
    plain: frozenset[str]
    """Words that stand in the report in lower case, so that a capital says little."""

    def in_prose(self, first: int, last: int) -> list[Name]:
        found: list[Name] = []
        at = first
        while at < last:
            end = self._run(at, last)
            if end == at:
                at += 1
                continue
            if name := self._judge(at, end, first):
                found.append(name)
            at = end
        return found

    def in_headline(self, first: int, last: int) -> list[Name]:
        """Names where capitals say nothing: two words that are names, or that an age or a title goes with."""
        found: list[Name] = []
        at = first
        while at < last - 1:
            end = self._run(at, min(last, at + 4))
            while end - at > 1 and not self._is_listed(at, end):
                end -= 1
            if end - at > 1:
                found.append(self._name(at, end))
                at = end
            else:
                at += 1
        return found

    def single(self, at: int, known: frozenset[str]) -> Name | None:
        """A name of one word: part of a full name of this report, or with a rank, title or age."""
        word = self.words.all[at]
        surname = word.lower in known and word.lower in ALSO_SURNAMES
        if not (surname or self._fits(at)) or at in self.other:
            return None
        begins = self._titled(at)
        following = self._word(at + 1)
        if following.text[:1].isupper() and following.lower in NOT_NAME and following.lower not in _SUFFIXES:
            return None
        if word.lower in known and (word.lower not in self.plain or begins < at or not self._opens(at)):
            return self._name(at, at + 1)
        if word.lower not in self.plain and (self._is_first_name_alone(at) or _is_short_for(word.lower, known)):
            return self._name(at, at + 1)
        titled = begins < at and word.lower not in NOUNS and word.text[0].isupper() and len(word.text) > 1
        if titled and word.lower not in MODIFIERS and not _is_initial(word) and self._word(begins).lower != "father":
            return self._name(at, at + 1)
        return None

    def _is_first_name_alone(self, at: int) -> bool:
        """Whether a word is somebody's first name: "Jaxon, 6,", "6-year-old Jaxon was", "her sister, Tabitha,"."""
        word, before, behind = self._word(at), self._word(at - 1), self._word(at + 1)
        if is_first_name(word.lower):
            if self._has_age(at, at + 1):
                return True
            enclosed = before.text == "," and behind.text in (",", ".")
            noun = NOUNS.get(self._word(at - 2).text if enclosed else before.text)
            return noun is not None and noun.kin and not noun.plural and at not in self.places
        aged = "year-old" in before.text and not behind.text[:1].isupper() and behind.text[:1] != "-"
        known = word.lower in NOUNS or word.lower in MODIFIERS or behind.lower in NOUNS or behind.lower in MODIFIERS
        return aged and not known and at not in self.places and not word.text.isupper()

    def _word(self, at: int) -> Word:
        return self.words.all[at] if 0 <= at < len(self.words.all) else Word("", "", 0, 0)

    def _fits(self, at: int) -> bool:
        """Whether a word could be part of a name."""
        word = self.words.all[at]
        letters = word.text.replace("-", "").replace("'", "").isalpha() and not word.lower.endswith("-old")
        if not word.text[0].isupper() or not (letters or _is_initial(word)):
            return False
        if word.lower in NOT_NAME and word.lower not in MONTH_NAMES:
            return self._closes_name(at)
        plain = word.lower.rstrip(".")
        return (plain not in RANKS and plain not in TITLES) or self._closes_name(at)

    def _closes_name(self, at: int) -> bool:
        """Whether a word that is mostly something else is a surname: "Tyler White", "20-year-old Dakarai Black"."""
        if at == 0 or self.words.all[at].lower not in ALSO_SURNAMES:
            return False
        before = self.words.all[at - 1]
        aged = before.text[0].isupper() and "year-old" in self._word(at - 2).lower
        return is_first_name(before.lower) or (aged and at - 1 not in self.places)

    def _run(self, at: int, last: int) -> int:
        """Where a run of words that could be one name ends."""
        end = at
        while end < last:
            if end not in self.other and self._fits(end):
                end += 1
            elif end > at and (skip := self._inner(end, last)):
                end += skip
            else:
                break
        return end

    def _inner(self, at: int, last: int) -> int:
        """How many words of a particle or nickname stand inside a name here; 0 if none."""
        word = self._word(at)
        if word.lower in _PARTICLES:
            size = 1 + (self._word(at + 1).lower in _PARTICLES)
            return size if at + size < last and self._fits(at + size) else 0
        if word.text == "," and self._word(at + 1).lower in ("jr.", "sr.", "jr", "sr"):
            return 1
        if word.text in "\"“(‘'" and at + 3 < last:
            for size in (2, 3):
                closes = self._word(at + size)
                if closes.text in "\"”)’'" and at + size + 1 < last and self._fits(at + size + 1):
                    inner = self._word(at + 1)
                    called = inner.text[0].isupper() and (inner.lower not in NOT_NAME or word.text in '"“')
                    return size + 1 if called else 0
        return 0

    def _opens(self, at: int) -> bool:
        """Whether a word begins a sentence or stands behind a mark, where any word has a capital."""
        return at in self.openers or self._word(at - 1).text in '"“‘:('

    def _judge(self, at: int, end: int, sentence: int) -> Name | None:
        while at < end and (at == sentence or self._opens(at)) and self._is_plain(at):
            at += 1
        if end - at > 3 and not is_first_name(self.words.all[at].lower):
            at = next((n for n in range(at + 2, end - 1) if is_first_name(self.words.all[n].lower)), at)
        while end > at and self.words.all[end - 1].lower in NOUNS and self.words.all[end - 1].lower in self.plain:
            end -= 1
        if end - at < 2:
            return None
        following = self._word(end)
        if following.text[:1].isupper() and following.lower in NOT_NAME and following.lower not in JOINING:
            return None
        if following.lower in INSTITUTIONS:
            return None  # "was taken to Grant Palmer hospital"
        name = self._name(at, end)
        if len(name.parts) < 2 or len(name.parts) > 5:
            return None
        if name.title is not None or self._has_age(at, end):
            return name
        if all(n in self.places for n in range(at, end)):
            return None
        return name if self._looks_like_name(name) or self._is_called(at, end) else None

    def _is_called(self, at: int, end: int) -> bool:
        """Whether a word for one person stands right before: "gunman Sadiq Farhoud", "her son, Xavion Lux,"."""
        before = self._word(at - 1)
        if before.text == "," and self._word(end).text in (",", ".", ""):
            before = self._word(at - 2)
        noun = NOUNS.get(before.text)
        if noun is None or noun.plural or noun.officer or not (noun.kin or noun.role or noun.sex):
            return False
        return not any(n in self.places for n in range(at, end)) and all(
            word.text[0].isupper() and not word.text.isupper() for word in self.words.all[at:end]
        )

    def _is_plain(self, at: int) -> bool:
        word = self.words.all[at].lower
        return word in NOUNS or word in MODIFIERS or (word in self.plain and not is_first_name(word))

    def _looks_like_name(self, name: Name) -> bool:
        first, last = name.parts[0], name.parts[-1]
        texts = [word.text for word in self.words.all[name.begin : name.last]]
        shouted = [text.isupper() and len(text) > 2 and "." not in text for text in texts]
        if any(shouted) and not all(shouted):
            return False
        if is_first_name(first) and (is_surname(last) or last not in self.plain):
            return True
        return is_surname(last) and first not in self.plain and last not in self.plain

    def _is_listed(self, at: int, end: int) -> bool:
        parts = [word.lower for word in self.words.all[at:end] if not _is_initial(word) and word.lower not in _SUFFIXES]
        if len(parts) < 2 or all(n in self.places for n in range(at, end)):
            return False
        if any(part in self.plain or part in NOUNS or part in NOT_IN_HEADLINE for part in parts):
            return False
        listed = is_first_name(parts[0]) and all(is_surname(part) for part in parts[1:])
        return listed or (self._has_age(at, end) and is_surname(parts[-1]))

    def _has_age(self, at: int, end: int) -> bool:
        after = [self._word(end + n) for n in range(3)]
        if after[0].text in ",(" and (after[1].text.isdecimal() or after[1].lower in ("age", "aged")):
            return not after[1].text.isdecimal() or len(after[1].text) < 3
        return "year-old" in self._word(at - 1).lower or self._word(at - 1).lower in ("named", "identified")

    def _titled(self, at: int) -> int:
        """Where the rank or title before a name begins; `at` if there is none."""
        first = at
        while first not in self.openers and at - first < 5:
            word = self.words.all[first - 1]
            plain = word.lower.rstrip(".")
            if plain in RANKS or plain in TITLES or (first < at and plain in RANK_PARTS):
                first -= 1
            else:
                break
        return first

    def _name(self, at: int, end: int) -> Name:
        first = self._titled(at)
        text = self.words.document.text
        title = text[self.words.all[first].start : self.words.all[at - 1].end] if first < at else None
        rank = any(word.lower.rstrip(".") in RANKS for word in self.words.all[first:at])
        if rank and any(word.lower in TITLES for word in self.words.all[first:at]):
            rank = False
        words = self.words.all[at:end]
        suffix = next((word.lower.rstrip(".") for word in words if word.lower in _SUFFIXES), None)
        return Name(first, at, end, title, rank, _parts(words), suffix)


def _is_initial(word: Word) -> bool:
    return word.text.endswith(".") or (len(word.text) == 1 and word.text.isupper())


def _is_short_for(word: str, known: frozenset[str]) -> bool:
    """Whether a first name is a known one cut short: "Josh" where "Joshua Vance" was told."""
    return len(word) >= SHORT and is_first_name(word) and any(name.startswith(word) for name in known)


def _parts(words: tuple[Word, ...]) -> tuple[str, ...]:
    """The words of a name without nicknames in quotation marks, initials and suffix."""
    parts: list[str] = []
    inside = False
    for word in words:
        if word.text in "\"“”()‘'":
            inside = not inside
        elif not inside and word.text != "," and word.lower not in _SUFFIXES:
            parts.append(word.lower)
    kept = [part for part in parts if not part.endswith(".") and len(part) > 1]
    return tuple(kept or parts)
