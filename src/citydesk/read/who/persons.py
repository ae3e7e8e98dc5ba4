"""Finding the mentions of persons in a report: names, phrases around words such as "man" and "victim", pronouns.

In: a report's setting. Out: `Mentions`. How a phrase is made up is read by `phrases.py`, whether it stands for anybody
is judged by `standing.py`; here it is found what is added to it, and what stands for the same person side by side.
"""

from dataclasses import dataclass, field, replace

from citydesk.model import Sex
from citydesk.read.page.setting import PlaceLevel, Setting
from citydesk.read.page.words import Words
from citydesk.read.who.ages import Ages, find_age_behind
from citydesk.read.who.asides import find_age_said, skip_case, skip_residence
from citydesk.read.who.mentions import Article, Form, Mention, Mentions, Stated
from citydesk.read.who.names import Name, find_names
from citydesk.read.who.nouns import sex_of_title, sex_of_words
from citydesk.read.who.phrases import OWNERS, Phrase, PhraseReader
from citydesk.read.who.standing import stands, stands_alone

_PRONOUNS: dict[str, Sex | None] = {
    "he": Sex.MALE,
    "him": Sex.MALE,
    "she": Sex.FEMALE,
    "they": None,
    "them": None,
}
_LINKS = frozenset(
    f"{comma}{who}{called}"
    for comma in ("", ", ")
    for who in ("", "who was ", "who has been ", "later ", "who police ", "whom police ")
    for called in ("named", "identified as", "identified by police as", "identified by authorities as", "known as")
)
"""Words between a description and a name that say that they are one person."""
_BACK = 6
"""Mentions back to which a name or description may be added."""
_GAPS = frozenset((",", ":", "-", "—", "–"))


def find_mentions(setting: Setting) -> Mentions:
    """Every mention of a person in a report, in order."""
    words = setting.words()
    other, places = _other_words(setting, words)
    names = find_names(words, other, places)
    finder = _Finder(setting, words, names, other | places)
    for number in range(len(words.bounds)):
        finder.read_sentence(number)
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
    place: dict[int | None, int | None] = {None: None}
    place |= {old: new for new, old in enumerate(order)}
    mentions = tuple(_moved(found[old], place) for old in order)
    by_sentence: list[list[Mention]] = [[] for _ in words.bounds]
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    return Mentions(words, mentions, tuple(tuple(some) for some in by_sentence))


def _moved(mention: Mention, place: dict[int | None, int | None]) -> Mention:
    index, owner, partner = place[mention.index], place[mention.owner], place[mention.partner]
    if index is None or (index, owner, partner) == (mention.index, mention.owner, mention.partner):
        return mention
    return replace(mention, index=index, owner=owner, partner=partner)


@dataclass(slots=True)
class _Finder:
    """Holds the mentions found so far while it walks through a report."""

    setting: Setting
    words: Words
    names: dict[int, Name]
    proper: frozenset[int]
    """Words of places and agencies."""
    found: list[Mention] = field(default_factory=list)
    sentence: int = 0
    reader: PhraseReader = field(init=False)
    """Of the sentence that is read."""

    def read_sentence(self, number: int) -> None:
        """Add the mentions of one sentence."""
        at, last = self.words.bounds[number]
        headline = self.setting.document.in_title(self.setting.document.sentences[number].start)
        self.sentence = number
        self.reader = PhraseReader(self.words, self.names, self.proper, last, headline)
        while at < last:
            at = self._read_name(at, at, None) or self._read_phrase(at) or self._read_pronoun(at) or at + 1

    def _read_name(self, at: int, first: int, ages: Ages | None) -> int:
        """Add the name that begins at a word, with the age before it; where to go on, 0 if there is no name."""
        name = self.names.get(at)
        if name is None:
            return 0
        behind = find_age_behind(self.words, name.last)
        end = behind.last if behind else name.last
        ages = ages or behind or find_age_said(self.words, end, self.reader.last)
        mention = Mention(
            index=len(self.found),
            form=Form.NAME,
            span=self.words.span(first, end),
            head=self.words.span(name.begin, name.last),
            first=first,
            last=skip_residence(self.words, end, self.reader.last, self.names),
            sentence=self.sentence,
            name=name,
            title=self.words.span(name.first, name.begin) if name.first < name.begin else None,
            age=self._stated(ages, 0),
            sex=sex_of_title(name.title),
            partner=self._partner(first),
            quoted=self._quoted(first),
            headline=self.reader.headline,
        )
        return self._add(mention)

    def _partner(self, first: int) -> int | None:
        """The description right before a name that stands for the same person."""
        before = next((m for m in reversed(self.found[-_BACK:]) if self._is_free(m)), None)
        if before is None:
            return None
        between = " ".join(word.lower for word in self.words.all[before.last : first])
        described = before.form is Form.DESCRIPTION and (not between or between in _GAPS)
        return before.index if described or between in _LINKS else None

    def _is_free(self, mention: Mention) -> bool:
        """Whether a mention of this sentence stands by itself, and is no pronoun."""
        return mention.sentence == self.sentence and not mention.inside and mention.form is not Form.PRONOUN

    def _read_phrase(self, at: int) -> int:
        """Add the description that begins at a word; where to go on, 0 if there is none."""
        phrase = self.reader.read(at) if self.reader.may_begin(at) else None
        if phrase is None:
            return 0
        if phrase.noun is None and phrase.ages and phrase.at in self.names:
            return self._read_name(phrase.at, phrase.first, phrase.ages)
        listed = self._joins_on(phrase.first)
        if phrase.noun is None and not stands_alone(self.reader, phrase, listed=listed):
            return 0
        opens = phrase.first == self.words.bounds[self.sentence][0]
        if phrase.denied or not stands(self.reader, phrase, listed=listed, opens=opens):
            return phrase.at if phrase.noun else 0
        return self._add(self._mention(phrase))

    def _mention(self, phrase: Phrase) -> Mention:
        if phrase.owner_word is not None:
            phrase.owner = self._add_owner(phrase.owner_word)
        behind = find_age_behind(self.words, phrase.at) if phrase.ages is None else None
        ages = phrase.ages or behind or find_age_said(self.words, phrase.at, self.reader.last)
        end = behind.last if behind else skip_case(self.words, phrase.at, self.reader.last)
        count = phrase.count
        if count is None and ages and len(ages.values) > 1:
            count = Stated(len(ages.values), self.words.span(ages.first, ages.last))
        mention = Mention(
            index=len(self.found),
            form=Form.DESCRIPTION,
            span=self.words.span(phrase.first, end),
            head=self.words.span(*phrase.head),
            first=phrase.first,
            last=skip_residence(self.words, end, self.reader.last, self.names),
            sentence=self.sentence,
            noun=phrase.noun,
            article=phrase.article or Article.BARE,
            age=self._stated(ages, 0),
            ages=tuple(s for n in range(len(ages.values)) if (s := self._stated(ages, n))) if ages else (),
            sex=sex_of_words(phrase.noun, phrase.modifiers),
            count=count,
            plural=bool(phrase.noun and phrase.noun.plural) if count is None else count.value > 1,
            owner=phrase.owner,
            modifiers=frozenset(phrase.modifiers),
            quoted=self._quoted(phrase.first),
            headline=self.reader.headline,
        )
        partner = self._apposed(mention)
        return mention if partner is None else replace(mention, partner=partner)

    def _apposed(self, mention: Mention) -> int | None:
        """The name or description that ", a 25-year-old mother of two," is added to."""
        before = next((m for m in reversed(self.found[-_BACK:]) if not m.inside and m.sentence == self.sentence), None)
        if before is None or before.plural or mention.plural or mention.count is not None:
            return None
        if self.reader.word(before.last) != "," or before.last + 1 != mention.first:
            return None
        if mention.article not in (Article.NEW, Article.KNOWN, Article.OWNED) or before.form is Form.PRONOUN:
            return None
        if (before.partner is not None and before.noun) or self._goes_on_list(mention.last):
            return None
        return before.index if _may_be_one(before, mention) else None

    def _goes_on_list(self, at: int) -> bool:
        """Whether more persons follow ("Lee, a woman and two others")."""
        following = self.reader.word(at)
        return following in ("and", "&") or (
            following == "," and self.reader.word(at + 1) in ("and", "&", "his", "her")
        )

    def _joins_on(self, first: int) -> bool:
        """Whether a phrase goes on a list of persons ("a man and 16-year-old")."""
        return self.reader.word(first - 1) in ("and", "or", ",") and any(
            m.sentence == self.sentence and first - m.last <= 2 for m in self.found[-2:]
        )

    def _read_pronoun(self, at: int) -> int:
        """Add the pronoun at a word; where to go on, 0 if there is none."""
        word = self.reader.word(at)
        if word in _PRONOUNS:
            self._add_pronoun(at, _PRONOUNS[word], plural=word in ("they", "them"))
        elif word == "her" and self.reader.is_object(at):
            self._add_pronoun(at, Sex.FEMALE, plural=False)
        elif word in OWNERS:
            self._add_owner(at)
        else:
            return 0
        return at + 1

    def _add_owner(self, at: int) -> int:
        word = self.reader.word(at)
        return self._add_pronoun(at, OWNERS[word], plural=word == "their", inside=True)

    def _add_pronoun(self, at: int, sex: Sex | None, *, plural: bool, inside: bool = False) -> int:
        span = self.words.span(at, at + 1)
        ages = find_age_said(self.words, at + 1, self.reader.last)
        mention = Mention(
            index=len(self.found),
            form=Form.PRONOUN,
            span=span,
            head=span,
            first=at,
            last=at + 1,
            sentence=self.sentence,
            age=self._stated(ages, 0),
            sex=sex,
            plural=plural,
            inside=inside,
            quoted=self._quoted(at),
            headline=self.reader.headline,
        )
        self.found.append(mention)
        return mention.index

    def _add(self, mention: Mention) -> int:
        """Keep a mention and, behind "'s", what it owns; where to go on."""
        self.found.append(mention)
        at = mention.last
        owns = self.reader.word(at) == "'s" or (self.reader.word(at) == "'" and self.reader.word(at - 1).endswith("s"))
        if not owns:
            return at
        self.found[mention.index] = replace(self.found[mention.index], inside=True)
        owned = Phrase(mention.first, at + 1, Article.OWNED, owner=mention.index)
        self.reader.read_modifiers(owned)
        if owned.noun is None and owned.ages is not None and owned.at in self.names:
            return self._read_name(owned.at, at + 1, owned.ages)
        return self._add(self._mention(owned)) if owned.noun or owned.ages else at + 1

    def _quoted(self, at: int) -> bool:
        return self.setting.in_quote(self.words.all[at].start)

    def _stated(self, ages: Ages | None, n: int) -> Stated | None:
        return None if ages is None else Stated(ages.values[n], self.words.span(*_age_words(self.words, ages)))


def _age_words(words: Words, ages: Ages) -> tuple[int, int]:
    """The words of an age without the comma before it."""
    first, last = ages.first, ages.last
    while first < last - 1 and not words.all[first].text[0].isalnum():
        first += 1
    while last - 1 > first and not words.all[last - 1].text[0].isalnum():
        last -= 1
    return first, last


def _may_be_one(before: Mention, mention: Mention) -> bool:
    """Whether two mentions side by side do not contradict each other."""
    ages = before.age is None or mention.age is None or before.age.value == mention.age.value
    return ages and (before.sex is None or mention.sex is None or before.sex is mention.sex)
