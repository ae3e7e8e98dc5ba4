"""Finding the mentions of persons in a report: the phrases around names and words such as "man" and "victim".

In: a report's setting. Out: `Mentions`. What a phrase is made of: a quantity, an article or owner, adjectives and
ages, the noun or name, and what is added behind (", 25, of Gary").
"""

from dataclasses import dataclass, field, replace

from citydesk.model import Sex
from citydesk.read.ages import Ages, find_age_before, find_age_behind, find_ages_listed
from citydesk.read.mentions import Article, Form, Mention, Mentions, Stated
from citydesk.read.names import Name, find_names
from citydesk.read.nouns import MODIFIERS, NOUNS, Noun
from citydesk.read.numerals import resolve_number
from citydesk.read.setting import PlaceLevel, Setting
from citydesk.read.words import Words, find_words

_PRONOUNS: dict[str, Sex | None] = {
    "he": Sex.MALE,
    "him": Sex.MALE,
    "she": Sex.FEMALE,
    "they": None,
    "them": None,
}
_OWNERS: dict[str, Sex | None] = {"his": Sex.MALE, "her": Sex.FEMALE, "their": None}
_ARTICLES: dict[str, Article] = {
    "a": Article.NEW,
    "an": Article.NEW,
    "one": Article.NEW,
    "some": Article.NEW,
    "several": Article.NEW,
    "multiple": Article.NEW,
    "many": Article.NEW,
    "another": Article.OTHER,
    "the": Article.KNOWN,
    "this": Article.KNOWN,
    "that": Article.KNOWN,
    "these": Article.KNOWN,
    "those": Article.KNOWN,
    "both": Article.KNOWN,
    "all": Article.KNOWN,
    "each": Article.KNOWN,
    "its": Article.BARE,
    "our": Article.BARE,
    "my": Article.OWNED,
}
_NO = frozenset("no any every anyone neither either whether".split())
_ORDINALS = frozenset("second third fourth fifth sixth seventh other others additional more".split())
_APPROXIMATE = frozenset(
    ("at least", "at most", "more than", "as many as", "up to", "about", "around", "nearly", "almost", "only", "just")
    + ("approximately", "roughly", "over", "some", "a total of", "all but")
)
_OBJECT_HER = frozenset(
    "in on at and to with from as after before when while by for multiple several twice once dead but or then into "
    "outside inside near because if that during until off out up down again was is through four two three".split()
)
_VERBS_AFTER_ONE = frozenset(
    "was were is are died had has have remains remained suffered sustained shot fired who with in killed dead wounded "
    "injured hurt critically seriously fatally hospitalized later also fled ran got went being to whose arrested taken".split()
)
_HARMED = frozenset(
    "dead killed shot wounded injured hurt hospitalized stabbed critically fatally critical arrested charged sought "
    "slain teens".split()
)
_HARMING = frozenset(
    "killing wounding injuring killed wounded injured kills wounds injures shoots shot hurts leaving leaves left "
    "hospitalizes hitting striking hurting sends sending stabbed stabs arrest arrested arrests charge charged".split()
)


def find_mentions(setting: Setting) -> Mentions:
    """Every mention of a person in a report, in order."""
    words = find_words(setting.document)
    other, places = _other_words(setting, words)
    names = find_names(words, other, places)
    finder = _Finder(setting, words, names, other | places)
    for number, (first, last) in enumerate(words.bounds):
        finder.read_sentence(number, first, last)
    return _in_order(words, finder.found)


def _other_words(setting: Setting, words: Words) -> tuple[frozenset[int], frozenset[int]]:
    """The words of agencies and addresses, and those of other places."""
    other: set[int] = set()
    places: set[int] = set()
    for agency in setting.agencies:
        other.update(range(words.at(agency.span.start), words.at(agency.span.end)))
    for place in setting.places:
        kept = other if place.level is PlaceLevel.ADDRESS else places
        kept.update(range(words.at(place.span.start), words.at(place.span.end)))
    return frozenset(other), frozenset(places)


def _in_order(words: Words, found: list[Mention]) -> Mentions:
    order = sorted(range(len(found)), key=lambda n: (found[n].first, -found[n].last, n))
    place = {old: new for new, old in enumerate(order)}
    moved = {None: None} | place
    mentions = tuple(
        replace(found[old], index=new, owner=moved[found[old].owner], partner=moved[found[old].partner])
        for new, old in enumerate(order)
    )
    by_sentence: list[list[Mention]] = [[] for _ in words.bounds]
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    return Mentions(words, mentions, tuple(tuple(some) for some in by_sentence))


@dataclass(slots=True)
class _Phrase:
    """A phrase while it is read: words [first, at) are done."""

    first: int
    at: int
    article: Article | None = None
    count: Stated | None = None
    ages: Ages | None = None
    owner: int | None = None
    """The mention that owns, already kept."""
    owner_word: int | None = None
    """The word "his", "her" or "their" that owns, kept with the phrase."""
    modifiers: list[str] = field(default_factory=list)
    noun: Noun | None = None
    head: tuple[int, int] = (0, 0)
    denied: bool = False


@dataclass(slots=True)
class _Finder:
    """Holds the mentions found so far while it walks through a report."""

    setting: Setting
    words: Words
    names: dict[int, Name]
    proper: frozenset[int]
    """Words of places and agencies, which may stand before a noun ("a Gary police officer")."""
    found: list[Mention] = field(default_factory=list)
    sentence: int = 0
    last: int = 0
    headline: bool = False

    def read_sentence(self, number: int, first: int, last: int) -> None:
        """Add the mentions of one sentence."""
        self.sentence, self.last = number, last
        self.headline = self.setting.document.in_title(self.words.all[first].start) if first < last else False
        at = first
        while at < last:
            at = self._read_name(at, at, None) or self._read_phrase(at) or self._read_pronoun(at) or at + 1

    def _word(self, at: int) -> str:
        return self.words.all[at].lower if at < self.last else ""

    # Names

    def _read_name(self, at: int, first: int, phrase: _Phrase | None) -> int:
        """Add the name that begins at a word, with the age before it; give where to go on, 0 if there is no name."""
        name = self.names.get(at)
        if name is None:
            return 0
        ages = phrase.ages if phrase else None
        behind = find_age_behind(self.words, name.last)
        text_end = behind.last if behind else name.last
        mention = Mention(
            index=len(self.found),
            form=Form.NAME,
            span=self.words.span(first, text_end),
            head=self.words.span(name.begin, name.last),
            first=first,
            last=self._skip_residence(text_end),
            sentence=self.sentence,
            name=name,
            age=self._stated(ages or behind or self._age_said(text_end), 0),
            sex=_sex_of_title(name.title),
            partner=self._partner(first),
        )
        return self._add(mention)

    def _age_said(self, at: int) -> Ages | None:
        """The age of a sentence's subject: "he was 25 years old", "the victims are 14, 16 and 17 years old"."""
        if self._word(at) not in ("is", "was", "are", "were"):
            return None
        said = find_age_behind(self.words, at + 1) if self._word(at + 1) in ("age", "aged", "ages") else None
        listed = find_ages_listed(self.words, at + 1)
        return said or (listed if listed and self._word(listed.last - 1) == "old" else None)

    def _partner(self, first: int) -> int | None:
        """The description right before a name, with or without a comma, that stands for the same person."""
        for before in reversed(self.found[-3:]):
            if before.sentence != self.sentence or before.inside or before.form is Form.PRONOUN:
                continue
            if before.form is Form.DESCRIPTION and before.last == first:
                return before.index
            gap = self._word(before.last)
            if before.form is Form.DESCRIPTION and before.last + 1 == first and gap in (",", ":", "-", "—", "–"):
                return before.index
            linked = " ".join(word.lower for word in self.words.all[before.last : first])
            if linked in _LINKS:
                return before.index
            return None
        return None

    def _skip_residence(self, at: int) -> int:
        """Where ", of Gary, Ind.," behind a name or age ends; `at` if there is none."""
        of = at + (self._word(at) == ",")
        if self._word(of) not in ("of", "from"):
            return at
        end = of + 1
        while end < self.last and end - of < 14 and self._in_residence(end):
            end += 1
        while end > of + 1 and self._word(end - 1) in (",", "the", "in", "of", "-"):
            end -= 1
        return end if end > of + 1 else at

    def _in_residence(self, at: int) -> bool:
        if at in self.names and at not in self.proper:
            return False
        word = self.words.all[at]
        if word.text == ",":
            return at + 1 < self.last and self.words.all[at + 1].text[0].isupper() and at + 1 not in self.names
        return word.text[0].isupper() or word.text.isdecimal() or word.lower in _IN_RESIDENCE

    # Descriptions

    def _read_phrase(self, at: int) -> int:
        """Add the description that begins at a word; give where to go on, 0 if there is none."""
        if not self._may_begin(at):
            return 0
        phrase = self._parse(at)
        if phrase is None:
            return 0
        if phrase.noun is None and phrase.ages and phrase.at in self.names:
            return self._read_name(phrase.at, phrase.first, phrase)
        if phrase.denied or not self._stands(phrase):
            return phrase.at if phrase.noun else 0
        return self._add(self._mention(phrase))

    def _mention(self, phrase: _Phrase) -> Mention:
        if phrase.owner_word is not None:
            phrase.owner = self._add_owner(phrase.owner_word)
        behind = find_age_behind(self.words, phrase.at) if phrase.ages is None else None
        ages = phrase.ages or behind or self._age_said(phrase.at)
        text_end = behind.last if behind else self._skip_case(phrase.at)
        noun = phrase.noun
        number = len(ages.values) if ages and len(ages.values) > 1 else None
        count = phrase.count or (self._number(number, ages) if number else None)
        mention = Mention(
            index=len(self.found),
            form=Form.DESCRIPTION,
            span=self.words.span(phrase.first, text_end),
            head=self.words.span(*phrase.head),
            first=phrase.first,
            last=self._skip_residence(text_end),
            sentence=self.sentence,
            noun=noun,
            article=phrase.article or Article.BARE,
            age=self._stated(ages, 0),
            ages=tuple(s for n in range(len(ages.values)) if (s := self._stated(ages, n))) if ages else (),
            sex=_sex_of(noun, phrase.modifiers),
            count=count,
            plural=(bool(noun and noun.plural) and count is None) or bool(count and count.value > 1),
            owner=phrase.owner,
            modifiers=frozenset(phrase.modifiers),
        )
        return replace(mention, partner=self._apposed(mention))

    def _apposed(self, mention: Mention) -> int | None:
        """The name or description that ", a 25-year-old mother of two," is added to."""
        before = next((m for m in reversed(self.found) if not m.inside and m.sentence == self.sentence), None)
        if before is None or mention.plural or before.plural or self._word(before.last) != ",":
            return None
        if before.last + 1 != mention.first or mention.article not in (Article.NEW, Article.KNOWN, Article.OWNED):
            return None
        if mention.count is not None or before.form is Form.PRONOUN or (before.partner is not None and before.noun):
            return None
        following = self._word(mention.last)
        listed = following in ("and", "&") or (
            following == "," and self._word(mention.last + 1) in ("and", "&", "his", "her")
        )
        return None if listed or not _may_be_one(before, mention) else before.index

    def _skip_case(self, at: int) -> int:
        """Where "in this shooting" behind a description ends."""
        if self._word(at) == "in" and self._word(at + 1) in ("this", "the"):
            if self._word(at + 2) in ("shooting", "case", "incident", "stabbing", "crime", "attack"):
                return at + 3
        return at

    def _may_begin(self, at: int) -> bool:
        word = self._word(at)
        if word in ("each", "one") and self._word(at + 1) in ("other", "another"):
            return False
        if word in ("that", "this") and (self._word(at + 1) in _ARTICLES or self._word(at + 1) in _NUMBERS):
            return False
        return word in _BEGINNERS or word[0].isdecimal() or word.endswith(("old", "olds"))

    def _parse(self, first: int) -> _Phrase | None:
        phrase = _Phrase(first, first)
        self._read_start(phrase)
        if phrase.at > first and self._word(phrase.at) == "of" and self._read_part(phrase):
            return phrase
        self._read_modifiers(phrase)
        if phrase.noun is not None and not phrase.noun.plural and phrase.count is not None and phrase.count.value > 1:
            return None
        if phrase.noun is None and not self._stands_alone(phrase):
            if phrase.ages and phrase.at in self.names:
                return phrase
            return None
        return phrase

    def _read_start(self, phrase: _Phrase) -> None:
        """The quantity, article, owner and number."""
        phrase.at = self._skip_about(phrase.at)
        while phrase.at < self.last and phrase.at - phrase.first < 6:
            word = self._word(phrase.at)
            if word in _NO:
                phrase.denied = True
            elif word in _ARTICLES:
                if phrase.count is not None:
                    return
                self._read_article(phrase, word)
            elif word in _OWNERS and phrase.owner_word is None and not (word == "her" and self._is_object(phrase.at)):
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
                counted = self._word(end).isdecimal() or self._word(end) in _NUMBERS or self._word(end) == "one"
                return end if counted else at
        return at

    def _read_article(self, phrase: _Phrase, word: str) -> None:
        if phrase.article in (None, Article.BARE) or _ARTICLES[word] is Article.OTHER:
            phrase.article = _ARTICLES[word]
        if word == "both":
            phrase.count = self._number(2, Ages((), phrase.at, phrase.at + 1))

    def _read_count(self, phrase: _Phrase) -> bool:
        word = self._word(phrase.at)
        if word in ("a", "an", "another", "single") or len(word) > 12:
            return False
        if not (word[:1].isdecimal() or word in _NUMBERS) or find_age_before(self.words, phrase.at) is not None:
            return False
        value = resolve_number(word)
        if (
            value is None
            or value > 500
            or (word.isdecimal() and self._word(phrase.at + 1) in (",", ":", ".", "-", "/"))
        ):
            return False
        phrase.count = self._number(value, Ages((), phrase.at, phrase.at + 1))
        phrase.article = phrase.article or Article.NEW
        return True

    def _number(self, value: int, ages: Ages | None) -> Stated | None:
        return None if ages is None else Stated(value, self.words.span(ages.first, ages.last))

    def _read_part(self, phrase: _Phrase) -> bool:
        """ "one of the men", "two of them", "one of their officers"."""
        word = self._word(phrase.at + 1)
        if word in ("them", "whom", "us") or (word == "those" and self._word(phrase.at + 2) != "people"):
            phrase.noun, phrase.head, phrase.at = NOUNS["one"], (phrase.at - 1, phrase.at), phrase.at + 2
        else:
            inner = self._parse(phrase.at + 1)
            if inner is None or inner.noun is None or not inner.noun.plural:
                return False
            phrase.noun, phrase.head, phrase.at = inner.noun, inner.head, inner.at
            phrase.owner_word, phrase.modifiers = inner.owner_word, inner.modifiers
        told = self._word(phrase.first)
        one = told in ("one", "another") or (phrase.count is not None and phrase.count.value == 1)
        if one and phrase.noun.plural:
            phrase.noun = replace(phrase.noun, plural=False)
        phrase.count = None if one else phrase.count
        if phrase.article is not Article.KNOWN:
            phrase.article = Article.OTHER if told == "another" else Article.NEW
        return True

    def _read_modifiers(self, phrase: _Phrase) -> None:
        """Adjectives and ages up to the noun."""
        start = phrase.at
        while phrase.at < self.last and phrase.at - start < 9:
            if phrase.at in self.names and phrase.at > phrase.first:
                return
            ages = find_age_before(self.words, phrase.at) if phrase.ages is None else None
            word = self._word(phrase.at)
            if ages:
                phrase.ages, phrase.head, phrase.at = ages, (ages.first, ages.last), ages.last
                continue
            if word in NOUNS and not (word in _ALSO_MODIFIERS and self._goes_on(phrase.at + 1)):
                phrase.noun = NOUNS[word]
                phrase.head = (phrase.at, phrase.at + 1)
                phrase.at += 1
                if not self._is_compound(phrase):
                    return
                phrase.modifiers.append(word)
                continue
            if not self._modifies(phrase, word):
                return
            phrase.modifiers.append(word)
            phrase.at += 1

    def _goes_on(self, at: int) -> bool:
        word = self._word(at)
        return word in NOUNS or word in MODIFIERS

    def _is_compound(self, phrase: _Phrase) -> bool:
        """Whether the noun just read only stands before another ("teen victim", "family friend")."""
        word = self._word(phrase.at)
        return word in NOUNS and not (phrase.noun and phrase.noun.plural) and word not in ("one", "another", "police")

    def _modifies(self, phrase: _Phrase, word: str) -> bool:
        if word in MODIFIERS:
            return phrase.noun is None
        if word == "," and phrase.article is not None and phrase.modifiers and self._word(phrase.at + 1) in MODIFIERS:
            return True
        begun = phrase.article is not None or phrase.ages is not None
        if not begun or phrase.at in self.names:
            return False
        if phrase.at in self.proper:
            return True
        return (
            not self.headline
            and self.words.all[phrase.at].text[0].isupper()
            and self._word(phrase.at) not in _NOT_BEFORE
        )

    def _stands_alone(self, phrase: _Phrase) -> bool:
        """Whether a phrase without a noun says a person by its age or number alone ("the 25-year-old", "3 dead")."""
        following = self._word(phrase.at)
        if phrase.ages is not None:
            phrase.noun = None
            return phrase.article is not None or self.headline or self._joins_on(phrase.first)
        other = bool(phrase.modifiers) and phrase.modifiers[-1] in _ORDINALS
        told = phrase.article is Article.OTHER or other or phrase.count is not None or self._word(phrase.first) == "one"
        if phrase.count is not None and phrase.count.value > 20:
            return False
        if not told or phrase.at == phrase.first or len(phrase.modifiers) > other:
            return False
        ends = not following[:1].isalnum() or following in _AFTER_COUNT
        harmed = following in _HARMED or (ends and self._word(phrase.first - 1) in _HARMING)
        if not harmed and not (following in _VERBS_AFTER_ONE and self._counts_people(phrase)):
            return False
        plural = phrase.count is not None and phrase.count.value > 1
        phrase.noun = NOUNS["others"] if plural else NOUNS["one"]
        phrase.head = (phrase.first, phrase.at)
        if phrase.article is None:
            phrase.article = Article.OTHER if other else Article.NEW
        return True

    def _counts_people(self, phrase: _Phrase) -> bool:
        return not (self._word(phrase.first).isdecimal() and self._word(phrase.at) in ("in", "to", "with"))

    def _joins_on(self, first: int) -> bool:
        """Whether a phrase goes on a list of persons ("a man and 16-year-old")."""
        return self._word(first - 1) in ("and", "or", ",") and any(
            m.sentence == self.sentence and first - m.last <= 2 for m in self.found[-2:]
        )

    def _stands(self, phrase: _Phrase) -> bool:
        """Whether a phrase may be a mention: a bare noun is one only in a headline, in a list, or before a name."""
        noun = phrase.noun
        if noun is None:
            return True
        if (
            noun.word == "officer"
            and phrase.article is None
            and not phrase.modifiers
            and self.words.all[phrase.first].lower == "police"
        ):
            return self._word(phrase.at) not in _NOT_POLICE
        if noun.word in ("other", "one") and phrase.article is None and phrase.count is None and not noun.plural:
            return False
        if phrase.article is not None or phrase.ages is not None or noun.plural or self.headline:
            return True
        if noun.word in ("someone", "another"):
            return True
        before_name = phrase.at in self.names or (self._word(phrase.at) == "," and phrase.at + 1 in self.names)
        opens = phrase.first == self.words.bounds[self.sentence][0]
        return (
            before_name
            or self._joins_on(phrase.first)
            or (opens and noun.role is not None)
            or bool(self._is_as(phrase))
        )

    def _is_as(self, phrase: _Phrase) -> bool:
        return self._word(phrase.first - 1) == "as" or "male" in phrase.modifiers or noun_sex_said(phrase.noun)

    # Pronouns

    def _read_pronoun(self, at: int) -> int:
        word = self._word(at)
        if word in _PRONOUNS:
            sex, plural = _PRONOUNS[word], word in ("they", "them")
        elif word == "her" and self._is_object(at):
            sex, plural = Sex.FEMALE, False
        elif word in _OWNERS:
            self._add_owner(at)
            return at + 1
        else:
            return 0
        span = self.words.span(at, at + 1)
        age = self._stated(self._age_said(at + 1), 0)
        mention = Mention(
            len(self.found), Form.PRONOUN, span, span, at, at + 1, self.sentence, age=age, sex=sex, plural=plural
        )
        self._keep(mention)
        return at + 1

    def _is_object(self, at: int) -> bool:
        """Whether "her" is no owner."""
        following = self._word(at + 1)
        return not following[:1].isalnum() or following in _OBJECT_HER

    def _add_owner(self, at: int) -> int:
        word = self._word(at)
        span = self.words.span(at, at + 1)
        sex = _OWNERS[word]
        self._keep(
            Mention(
                len(self.found),
                Form.PRONOUN,
                span,
                span,
                at,
                at + 1,
                self.sentence,
                sex=sex,
                plural=word == "their",
                inside=True,
            )
        )
        return len(self.found) - 1

    # Keeping

    def _add(self, mention: Mention) -> int:
        """Keep a mention and, behind "'s", what it owns; give where to go on."""
        self._keep(mention)
        at = mention.last
        if (mention.last > 0 and self._word(at) == "'s") or (self._word(at) == "'" and self._word(at - 1).endswith("s")):
            self.found[mention.index] = replace(self.found[mention.index], inside=True)
            owned = _Phrase(mention.first, at + 1, Article.OWNED, owner=mention.index)
            self._read_modifiers(owned)
            if owned.noun is not None or owned.ages is not None:
                return (
                    self._add(self._mention(owned))
                    if owned.noun or owned.at not in self.names
                    else self._read_name(owned.at, at + 1, owned)
                )
            return at + 1
        return mention.last

    def _keep(self, mention: Mention) -> None:
        quoted = self.setting.in_quote(mention.span.start)
        self.found.append(replace(mention, quoted=quoted, headline=self.headline))

    def _stated(self, ages: Ages | None, n: int) -> Stated | None:
        return None if ages is None else Stated(ages.values[n], self.words.span(*_age_words(self.words, ages)))


_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty dozen".split()
) | {f"{ten}-{unit}" for ten in ("twenty", "thirty") for unit in "one two three four five six seven eight nine".split()}
_BEGINNERS = (
    frozenset(NOUNS)
    | MODIFIERS
    | frozenset(_ARTICLES)
    | frozenset(_OWNERS)
    | _NUMBERS
    | _NO
    | frozenset(words.split()[0] for words in _APPROXIMATE)
)
_AFTER_COUNT = frozenset("and in at on near during after outside inside dead before early late".split())
_LINKS = frozenset(
    (
        ", identified as",
        "identified as",
        ", named",
        "named",
        ", named as",
        "identified by police as",
        ", who police identified as",
        ", later identified as",
        ", whom police identified as",
        ", identified by police as",
        "known as",
        ", identified only as",
        ", identified by authorities as",
        ", who was identified as",
        ", who has been identified as",
    )
)
_IN_RESIDENCE = frozenset("the block of north south east west - . avenue street road drive near".split())
_ALSO_MODIFIERS = frozenset(
    "police male female teen juvenile child infant baby toddler detective suspect gunman adult deputy another store "
    "one victim junior senior student".split()
)
_NOT_BEFORE = frozenset("i he she they it we who".split())
_NOT_POLICE = frozenset("department departments say said chief spokesman spokeswoman station report reports".split())


def _age_words(words: Words, ages: Ages) -> tuple[int, int]:
    """The words of an age without the comma before it."""
    first = ages.first
    while first < ages.last - 1 and not words.all[first].text[0].isalnum():
        first += 1
    last = ages.last
    while last - 1 > first and not words.all[last - 1].text[0].isalnum():
        last -= 1
    return first, last


def noun_sex_said(noun: Noun | None) -> bool:
    return False


def _sex_of_title(title: str | None) -> Sex | None:
    said = (title or "").lower().rstrip(".").split()
    if any(word.rstrip(".") in ("mrs", "ms", "miss", "spokeswoman", "councilwoman") for word in said):
        return Sex.FEMALE
    return Sex.MALE if any(word.rstrip(".") in ("mr", "spokesman", "councilman") for word in said) else None


def _sex_of(noun: Noun | None, modifiers: list[str]) -> Sex | None:
    if noun is not None and noun.sex is not None:
        return noun.sex
    if "male" in modifiers:
        return Sex.MALE
    return Sex.FEMALE if "female" in modifiers else None


def _may_be_one(before: Mention, mention: Mention) -> bool:
    """Whether two mentions side by side do not contradict each other."""
    ages = before.age is None or mention.age is None or before.age.value == mention.age.value
    return ages and (before.sex is None or mention.sex is None or before.sex is mention.sex)
