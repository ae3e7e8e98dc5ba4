"""Groups of people in a sentence, and how many they are: "two men", "a woman and her 3-year-old son", "six others".

In: the words of a report and a place among them. Out: a `Group`, or several joined to one list. What is said of them
is left to `tolls.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from citydesk.read.page.numerals import resolve_number
from citydesk.read.page.words import Words
from citydesk.read.what.headcount_words import (
    AFTER_OTHER_NUMBERS,
    ARTICLES,
    BEFORE_OTHER_NUMBERS,
    BETWEEN_AGES,
    HEADS,
    JOINTS,
    KNOWN,
    MODIFIERS,
    MORE,
    NO_NAMES,
    NOT_PEOPLE,
    ORDERED,
    ORDINALS,
    OWN,
    PARENTS,
    PLURALS,
    SETS,
    VAGUE,
)

_MOST = 200
"""More were never shot in one incident that local news tells of; larger numbers are of other things."""
_MAX_MODIFIERS = 6
_MAX_ITEMS = 8
_LOOKED_AT = 40
"""Words of a sentence that show how it is written."""


@dataclass(frozen=True, slots=True)
class Group:
    """Words that stand for one person or several told together."""

    number: int | None
    """How many; None for a plural without a number."""
    first: int
    last: int
    """Half-open range of words, with names and ages that are added behind."""
    stated: bool = False
    """Whether the number is said ("two", "one"), and not only that of "a man"."""
    more: bool = False
    """Told beside others: "another man", "three others"."""
    bare: bool = False
    """A number without a word for persons: "2 dead"."""
    of: int | None = None
    """How many there are of whom these are some: 3 in "one of the three men"."""
    ordinal: int | None = None
    """Which of several: 3 in "a third victim"."""
    own: bool = False
    """Whoever did it: "himself"."""
    named: bool = False
    """A name alone."""


def find_lists(words: Words, first: int, last: int, *, named: bool = False) -> Iterator[tuple[Group, ...]]:
    """Every list of groups in a stretch of words, none within another."""
    at = first
    while at < last:
        found = read_list(words, at, last, named=named)
        yield from (found,) if found else ()
        at = found[-1].last if found else at + 1


def read_list(words: Words, at: int, last: int, *, named: bool = False) -> tuple[Group, ...]:
    """The groups that begin at a word and are joined by commas and "and"; none where no group begins there."""
    found: list[Group] = []
    joined = False
    while len(found) < _MAX_ITEMS:
        group = read_group(words, at, last, named=named and (not found or joined))
        if group is None or (found and not joined and (group.bare or group.number is None)):
            break
        found.append(group)
        at = joint = group.last
        while joint < min(at + 3, last) and words.all[joint].lower in JOINTS:
            joint += 1
        joins = any(word.lower != "," for word in words.all[at:joint])
        if joint == at or (joined and not joins):
            break
        joined |= joins
        at = joint
    if not joined and any(words.all[group.first].lower in ARTICLES for group in found[1:]):
        return tuple(found[:1])  # "his first victim, a 20-year-old"
    return tuple(found)


def read_group(words: Words, at: int, last: int, *, named: bool = False) -> Group | None:
    """The group that begins at a word; a name counts where an age follows, or where `named` says one is expected."""
    if at >= last:
        return None
    if words.all[at].lower in OWN:
        return Group(1, at, at + 1, own=True)
    name_end = _past_name(words, at, last)
    if name_end > at and (_is_aged(words, name_end, last) or (named and not is_title_case(words, at))):
        return Group(1, at, _past_ages(words, name_end, last), named=True)
    reading = _Reading(words, at, last)
    reading.read_start()
    reading.read_head()
    if reading.head is None and reading.pass_owner():
        reading.read_start()
        reading.read_head()
    return reading.group(at)


def is_title_case(words: Words, at: int) -> bool:
    """Whether a word stands in a sentence most of whose words are capitalized, so that capitals tell no names."""
    first, last = words.bounds[words.sentence_of(at)]
    last = min(last, first + _LOOKED_AT)
    long = [word.text for word in words.all[first + 1 : last] if len(word.text) > 3 and word.text[0].isalpha()]
    return sum(text[0].isupper() for text in long) * 2 > len(long)


@dataclass(slots=True)
class _Reading:
    """A group while it is read: the words before `at` are done."""

    words: Words
    at: int
    last: int
    number: int | None = None
    stated: bool = False
    more: bool = False
    vague: bool = False
    known: bool = False
    of: int | None = None
    ordinal: int | None = None
    head: str | None = None

    def word(self, at: int) -> str:
        """The word at a place in lower case; empty beyond the sentence."""
        return self.words.all[at].lower if at < self.last else ""

    def read_start(self) -> None:
        """Articles and numbers: "a", "another", "two of the three", "his"."""
        for _ in range(4):
            word = self.word(self.at)
            if not self.stated and (said := self._number(self.at)) is not None:
                self.number, self.stated = said[0], True
                self.at += said[1]
                continue
            if word in ("a", "an") and self.number is None:
                self.number = 1
            elif word in MORE and word != "others":
                self.more = True
                self.number = 1 if word == "another" and self.number is None else self.number
            elif word in KNOWN and not self.stated:
                self.known = True
                self.number = 2 if word == "both" else self.number
            elif word in VAGUE:
                self.vague = True
            elif word == "of" and self.stated and self.word(self.at + 1) in KNOWN:
                self._read_whole()
                return
            else:
                return
            self.at += 1

    def _read_whole(self) -> None:
        """Those of whom the group is a part: "of the two men"."""
        self.at += 2
        if (whole := self._number(self.at)) is not None:
            self.of = whole[0]
            self.at += whole[1]

    def _number(self, at: int) -> tuple[int, int] | None:
        """The number that begins at a word and how many words it takes; ages, times and money are none."""
        word, follows = self.word(at), self.word(at + 1)
        before = [self.words.all[n].lower if n >= 0 else "" for n in (at - 1, at - 2)]
        if before[0] in BEFORE_OTHER_NUMBERS or (before[0] == ":" and before[1].isdecimal()):
            return None
        if follows in ("dozen", "hundred"):
            both = resolve_number(f"{word} {follows}")
            return None if both is None or both >= _MOST else (both, 2)
        number = None if word in ("another", "single") or word in ARTICLES else resolve_number(word)
        if number is None or not 0 < number < _MOST or follows in AFTER_OTHER_NUMBERS:
            return None
        if before[0] == "," and word.isdecimal() and follows in (",", "and", ")", ";", "who"):
            return None  # "Lee, 61, and": an age
        return None if before[0] == "of" and before[1] in PARENTS else (number, 1)

    def read_head(self) -> None:
        """The word for persons, behind those that tell more of them."""
        start = behind = self.at
        if self.word(start + 1) in ("year", "years", "month", "months") and self.word(start + 2) in ("old", "olds"):
            self.head, start = "-year-old", start + 3  # "a 9 year old boy"
            behind = start
        for place in range(start, min(start + _MAX_MODIFIERS + 1, self.last)):
            word = self.words.all[place].lower
            if word in HEADS or word in SETS or word.endswith(("-year-old", "-year-olds")):
                self.head, behind = word, place + 1
            elif not (self._leads_on(place) if self.head is not None else self._may_modify(place)):
                break
            self.ordinal = ORDINALS.get(word, self.ordinal)
        if self.head in ("member", "members") and self.word(behind) == "of":
            behind = self._past_family(behind + 1)
        if self.head is not None and self.word(behind) in ("'s", "injury", "injuries", "wounds"):
            self.head = None
        self.at = self.at if self.head is None else behind

    def _may_modify(self, place: int) -> bool:
        """Whether a word may stand before a word for persons: "young", "Gary", "9-month-old"."""
        word = self.words.all[place]
        if word.lower in ARTICLES or word.lower in MORE:
            return False
        return word.lower in MODIFIERS or word.text[:1].isupper() or "-" in word.lower[1:-1]

    def _leads_on(self, place: int) -> bool:
        """Whether words behind a first word for persons lead to another: "26-year-old Long Beach woman"."""
        if self.word(place) in MODIFIERS:
            return self.word(place + 1) in HEADS
        ahead = place
        while ahead < min(place + 3, self.last) and self.words.all[ahead].text[:1].isupper():
            ahead += 1
        return place < ahead < self.last and self.word(ahead) in HEADS and self.words.all[ahead].text[0].islower()

    def _past_family(self, at: int) -> int:
        """Past "a family" in "three members of a family"."""
        ends = (place + 1 for place in range(at, at + 4) if self.word(place) in ("family", "families", "household"))
        return next(ends, at - 1)

    def pass_owner(self) -> bool:
        """Go past "the man's", "Ann Lee's" before those who are told by them; whether there is such an owner."""
        for place in range(self.at, min(self.at + 5, self.last)):
            word = self.words.all[place]
            if word.lower == "'s" and place > self.at:
                self.at, self.known, self.number, self.stated = place + 1, True, None, False
                return True
            if not (word.text[0].isupper() or word.lower in HEADS or word.lower in MODIFIERS):
                break
        return False

    def group(self, first: int) -> Group | None:
        """What was read, as a group; None where the words stand for nobody."""
        if self.head is None:
            if self.stated and not self.known and self.word(self.at) not in NOT_PEOPLE:
                return Group(self.number, first, self.at, stated=True, more=self.more, bare=True, of=self.of)
            return None
        end = self.at if is_title_case(self.words, first) else _past_name(self.words, self.at, self.last)
        return Group(
            self._many(),
            first,
            _past_ages(self.words, end, self.last),
            stated=self.stated or self.head in SETS,
            more=self.more or self.head in MORE,
            of=self.of,
            ordinal=self.ordinal if self.head in ORDERED else None,
        )

    def _many(self) -> int | None:
        head, number = self.head or "", self.number
        if head in SETS:
            return SETS[head] * (number if number is not None and self.stated else 1)
        if number is not None:
            return number
        return None if self.vague or head in PLURALS or head.endswith("olds") else 1


def _past_name(words: Words, at: int, last: int) -> int:
    """Where a name that begins at a word ends; the same place where none does."""
    end = at
    while end < min(at + 4, last) and _is_name_part(words, end):
        end += 1
    return at if end < last and words.all[end].lower in HEADS else end


def _is_name_part(words: Words, at: int) -> bool:
    word = words.all[at]
    if not word.text[0].isupper() or len(word.text) < 2 or word.lower in NO_NAMES:
        return False
    return word.lower not in HEADS and word.lower not in MODIFIERS and resolve_number(word.lower) is None


def _is_aged(words: Words, at: int, last: int) -> bool:
    """Whether an age is added at a word: ", 25," or "(25)"."""
    ahead = [word.lower for word in words.all[at : min(at + 3, last)]]
    if len(ahead) < 2 or ahead[0] not in (",", "(") or not ahead[1].isdecimal():
        return False
    return len(ahead) < 3 or ahead[2] in (",", ")", ".", ";", "and")


def _past_ages(words: Words, at: int, last: int) -> int:
    """Where ages end that are added behind: ", 25,", "(7)", ", ages 5 and 7"."""
    if at >= last or words.all[at].lower not in (",", "(", "aged", "ages", "age"):
        return at
    end = at
    for place in range(at, min(at + 9, last)):
        word = words.all[place].lower
        if word.isdecimal() and len(word) < 3:
            end = place + 1
        elif word not in BETWEEN_AGES:
            break
    closes = words.all[end].lower if end < last else ""
    if end == at or (closes.isalnum() and closes not in JOINTS):
        return at  # "mother, 2 children"
    follows = words.all[end + 1].lower if end + 1 < last else ""
    return end + (closes == ")" or (closes == "," and follows not in JOINTS and follows not in ARTICLES))
