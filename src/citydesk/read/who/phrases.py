"""The make-up of a phrase that may stand for a person: article or owner, number, adjectives, age, noun.

In: the words of a sentence and a place among them. Out: a `Phrase`, read as far as it goes. Whether it stands for
anybody is left to `persons.py`.
"""

from dataclasses import dataclass, field, replace

from citydesk.model import Sex
from citydesk.read.page.numerals import resolve_number
from citydesk.read.page.words import Words
from citydesk.read.who.ages import Ages, find_age_before
from citydesk.read.who.mentions import Article, Stated
from citydesk.read.who.names import Name
from citydesk.read.who.nouns import MODIFIERS, NOUNS, Noun

OWNERS: dict[str, Sex | None] = {"his": Sex.MALE, "her": Sex.FEMALE, "their": None}
"""Pronouns that own, with the sex that they tell."""
ARTICLES: dict[str, Article] = (
    dict.fromkeys("a an one some several multiple many".split(), Article.NEW)
    | {"another": Article.OTHER, "its": Article.BARE, "our": Article.BARE, "my": Article.OWNED}
    | dict.fromkeys("the this that these those both all each".split(), Article.KNOWN)
)
"""Words that begin a description, with how it brings the person in."""
COUNTED = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty dozen".split()
) | {f"{ten}-{unit}" for ten in ("twenty", "thirty") for unit in "one two three four five six seven eight nine".split()}
"""Numbers above one, in words."""
_DENYING = frozenset("no any every anyone neither either whether".split())
_APPROXIMATE = frozenset(
    "at least|at most|more than|as many as|up to|about|around|nearly|almost|only|just|approximately|roughly|over|some"
    "|a total of|all but".split("|")
)
_OBJECT_HER = frozenset(
    "in on at and to with from as after before when while by for multiple several twice once dead but or then into "
    "outside inside near because if that during until off out up down again was is through".split()
)
_ALSO_VERBS = frozenset(("wounded", "injured"))
_ALSO_MODIFIERS = frozenset(
    "police male female teen juvenile child infant baby toddler detective suspect gunman adult deputy another store "
    "one victim junior senior student".split()
)
_NOT_BEFORE = frozenset("i he she they it we who".split())
_BEGINNERS = (
    frozenset(NOUNS)
    | MODIFIERS
    | frozenset(ARTICLES)
    | frozenset(OWNERS)
    | COUNTED
    | _DENYING
    | frozenset(words.split()[0] for words in _APPROXIMATE)
)
_MAX_MODIFIERS = 9
_MAX_COUNT = 500
"""Above it, a number is not one of people in an incident."""


@dataclass(slots=True)
class Phrase:
    """A phrase while it is read: words [first, at) are done."""

    first: int
    at: int
    article: Article | None = None
    count: Stated | None = None
    ages: Ages | None = None
    owner: int | None = None
    """The mention that owns ("Lee's" in "Lee's wife")."""
    owner_word: int | None = None
    """The word "his", "her" or "their" that owns."""
    modifiers: list[str] = field(default_factory=list)
    noun: Noun | None = None
    head: tuple[int, int] = (0, 0)
    """Half-open range of the words of the noun or, without one, of the age or number."""
    denied: bool = False
    """"no suspects", "anyone"."""

    @property
    def many(self) -> int:
        """The number stated; 1 where none is."""
        return 1 if self.count is None else self.count.value


@dataclass(frozen=True, slots=True)
class PhraseReader:
    """Reads the phrases of one sentence."""

    words: Words
    names: dict[int, Name]
    proper: frozenset[int]
    """Words of places and agencies, which may stand before a noun ("a Gary police officer")."""
    last: int
    """Where the sentence ends."""
    headline: bool

    def word(self, at: int) -> str:
        """The word at a place in lower case; empty beyond the sentence."""
        return self.words.all[at].lower if at < self.last else ""

    def may_begin(self, at: int) -> bool:
        """Whether a phrase for a person could begin with a word."""
        word, following = self.word(at), self.word(at + 1)
        if word in ("each", "one") and following in ("other", "another"):
            return word == "one" and following == "other" and self.word(at + 2) in _BEGINNERS
        if word in _ALSO_VERBS and self._is_verb(at):
            return False
        if word in ("that", "this") and (following in ARTICLES or following in COUNTED):
            return False
        return word in _BEGINNERS or word[0].isdecimal() or word.endswith(("old", "olds"))

    def _is_verb(self, at: int) -> bool:
        """Whether a word such as "wounded" is what somebody did: "shot Ann Lee and wounded 10-year-old Bo Diaz"."""
        named = at + 1 in self.names or "year-old" in self.word(at + 1)
        return named and at > 0 and self.words.all[at - 1].lower in ("and", "then", "also", ",", "but")

    def read(self, first: int) -> Phrase | None:
        """The phrase that begins at a word; without a noun, it may say a person by age or number alone."""
        phrase = Phrase(first, first)
        self._read_start(phrase)
        if phrase.at > first and self.word(phrase.at) == "of" and self._read_part(phrase):
            return phrase
        return self._read_rest(phrase)

    def _read_rest(self, phrase: Phrase) -> Phrase | None:
        self.read_modifiers(phrase)
        singular = phrase.noun is not None and not phrase.noun.plural
        return None if singular and phrase.many > 1 else phrase

    def is_object(self, at: int) -> bool:
        """Whether "her" at a place is no owner."""
        following = self.word(at + 1)
        if following in COUNTED:
            return self.word(at + 2) == "times"
        return not following[:1].isalnum() or following in _OBJECT_HER

    def _read_start(self, phrase: Phrase) -> None:
        """The quantity, article, owner and number."""
        phrase.at = self._skip_about(phrase.at)
        while phrase.at < self.last and phrase.at - phrase.first < 6:
            word = self.word(phrase.at)
            if word in _DENYING:
                phrase.denied = True
            elif word in ARTICLES:
                if phrase.count is not None:
                    return
                self._read_article(phrase, word)
            elif word in OWNERS and phrase.owner_word is None and not (word == "her" and self.is_object(phrase.at)):
                phrase.owner_word = phrase.at
                phrase.article = Article.OWNED
            elif phrase.count is not None or not self._read_count(phrase):
                return
            phrase.at += 1

    def _skip_about(self, at: int) -> int:
        """Where the number begins behind "at least", "as many as", "nearly"; `at` if none does."""
        for size in (3, 2, 1):
            if " ".join(word.lower for word in self.words.all[at : at + size]) in _APPROXIMATE:
                end = at + size
                counted = self.word(end).isdecimal() or self.word(end) in COUNTED or self.word(end) == "one"
                return end if counted else at
        return at

    def _read_article(self, phrase: Phrase, word: str) -> None:
        if phrase.article in (None, Article.BARE) or ARTICLES[word] is Article.OTHER:
            phrase.article = ARTICLES[word]
        if word == "both":
            phrase.count = Stated(2, self.words.span(phrase.at, phrase.at + 1))

    def _read_count(self, phrase: Phrase) -> bool:
        word = self.word(phrase.at)
        if not (word.isdecimal() or word in COUNTED) or find_age_before(self.words, phrase.at) is not None:
            return False
        value = resolve_number(word)
        measures = word.isdecimal() and self.word(phrase.at + 1) in (",", ":", ".", "-", "/")
        if value is None or value > _MAX_COUNT or measures:
            return False
        phrase.count = Stated(value, self.words.span(phrase.at, phrase.at + 1))
        phrase.article = phrase.article or Article.NEW
        return True

    def _read_part(self, phrase: Phrase) -> bool:
        """One or some "of the men", "of them", "of their officers"."""
        word = self.word(phrase.at + 1)
        if word in ("them", "whom", "us") or (word == "those" and self.word(phrase.at + 2) != "people"):
            phrase.noun, phrase.head, phrase.at = NOUNS["one"], (phrase.at - 1, phrase.at), phrase.at + 2
        else:
            whole = Phrase(phrase.at + 1, phrase.at + 1)
            self._read_start(whole)
            inner = self._read_rest(whole)
            noun = inner.noun if inner and (inner.noun or inner.many == 1) else NOUNS["others"]
            if inner is None or noun is None or not noun.plural:
                return False
            head = inner.head if inner.noun else (inner.first, inner.at)
            phrase.noun, phrase.head, phrase.at = noun, head, inner.at
            phrase.owner_word, phrase.modifiers = inner.owner_word, inner.modifiers
        self._take_part(phrase)
        return True

    def _take_part(self, phrase: Phrase) -> None:
        """Make "one of the men" one man, who is new even though the men are known."""
        told = self.word(phrase.first)
        if phrase.noun and (told == "another" or (told == "one" and phrase.count is None) or self._says_one(phrase)):
            phrase.noun, phrase.count = replace(phrase.noun, plural=False), None
        if phrase.article is not Article.KNOWN:
            phrase.article = Article.OTHER if told == "another" else Article.NEW

    def _says_one(self, phrase: Phrase) -> bool:
        return phrase.count is not None and phrase.count.value == 1

    def read_modifiers(self, phrase: Phrase) -> None:
        """Read adjectives and ages up to the noun."""
        start = phrase.at
        while phrase.at < self.last and phrase.at - start < _MAX_MODIFIERS:
            if phrase.at in self.names and phrase.at > phrase.first:
                return
            word = self.word(phrase.at)
            if phrase.ages is None and (ages := find_age_before(self.words, phrase.at)):
                phrase.ages, phrase.head, phrase.at = ages, (ages.first, ages.last), ages.last
            elif word in NOUNS and not (word in _ALSO_MODIFIERS and self._goes_on(phrase.at + 1)):
                phrase.noun, phrase.head = NOUNS[word], (phrase.at, phrase.at + 1)
                phrase.at += 1
                if not self._is_compound(phrase):
                    return
                phrase.modifiers.append(word)
            elif self._modifies(phrase, word):
                phrase.modifiers.append(word)
                phrase.at += 1
            else:
                return

    def _goes_on(self, at: int) -> bool:
        word = self.word(at)
        return word in NOUNS or word in MODIFIERS

    def _is_compound(self, phrase: Phrase) -> bool:
        """Whether the noun just read only stands before another ("teen victim", "family friend")."""
        word = self.word(phrase.at)
        return word in NOUNS and not (phrase.noun and phrase.noun.plural) and word not in ("one", "another", "police")

    def _modifies(self, phrase: Phrase, word: str) -> bool:
        if word in MODIFIERS:
            return phrase.noun is None
        if word == "," and phrase.article is not None and phrase.modifiers:
            return self.word(phrase.at + 1) in MODIFIERS
        begun = phrase.article is not None or phrase.ages is not None
        if not begun or phrase.at in self.names:
            return False
        capital = self.words.all[phrase.at].text[0].isupper() and word not in _NOT_BEFORE
        return phrase.at in self.proper or (capital and not self.headline)
