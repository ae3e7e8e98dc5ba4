"""What the report puts in a source's mouth without quotation marks.

In: a setting with its sayings. Out: an `Attribution` for each clause or sentence that is somebody's word, or nobody's
in particular ("allegedly", "it is unclear"): its words, its source, how certain they are. Opinions, feelings and
remarks on character are none (gold guidelines, "Cases decided"): only facts of the incident count. How sayings are
found is left to `sayings.py`; what an attribution does to facts, to `voice.py`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from citydesk.model import Attribution, Certainty, Fact
from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import Manner, Saying, Setting, Voice
from citydesk.read.said.officials import is_official, is_outlet

_DATELINE = re.compile(
    r"(?:date \d{4}-\d\d-\d\d\s+)?(?:[A-Z][\w.,’'/ -]{1,60}?(?:\([^()\n]{1,60}\)\s{0,2})?\s?(?:—|–|--|-(?=\s"
    r"|[A-Z])|\s-\s)|[A-Z][A-Z .,]{2,40}\([^()\n]{1,40}\))\s{0,3}(?=[\"“‘]?[A-Z0-9])"
)
_SHOUTED = re.compile(r"[A-Z]{3}")
_LABEL = re.compile(
    r"(?:(?:UPDATED?|Updated?|BREAKING(?: NEWS)?|Breaking|LATEST(?: UPDATE)?|NEW|ORIGINAL(?: STORY)?|RELATED"
    r"|Related|Previous(?:ly)?(?: story)?|[A-Z]{4,10} UPDATE|VIDEO)"
    r"\s?(?:\d{1,2})?\s?[:|]\s*|[•*·►>-]+\s*)+"
)
_TRAIL = re.compile(
    r"(?:\s(?:pic\.twitter\.com|https?:|#\w+\s+pic|\(?[Pp]ublished\b|Posted:)|\s[–—-]\s(?:[A-Z]{4}"
    r"|[A-Z][\w.]+(?: [A-Z0-9]\w*){0,3} (?:News|TV|Channel|\d{1,2})\b|WRCB)|\s\|\s).*$",
    re.DOTALL,
)
_SPLIT = re.compile(r"[,;]?\s+(?:but|while|though|although|and|however|yet)\s+|;\s+|,\s+(?:however|though),?\s+")
_SOFT = re.compile(r"(?:may|might) have|appear|apparent|likely|possibl", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_CONTENT = 1
"""A clause says something that has more words than this besides source, verb and quotation."""
_BEFORE_FRAGMENT = 6
"""Words before a quoted fragment from which its clause tells something by itself."""
_BEFORE_TAG = (",", "—", "–", "-", "”", '"', "’")
_CIRCUMSTANCE = re.compile(
    r"(?:in|on|at|during|of|after|when|who|about|following|through|via|with|early|late|\w+day|by|an?|the|\d+)\b"
)
_ASIDE = re.compile(r"\b(?:whose|which)\s[^,]{0,60}$")
_INCIDENT = re.compile(
    r"\b(?:shot|shots|shoot\w*|gun\w*|fir(?:e|ed|ing)|kill\w*|dead|die[ds]?|death|wound\w*|injur\w*|hospital\w*"
    r"|stab\w*|police|officers?"
    r"|deput\w+|suspects?|victims?|arrest\w*|charg\w+|custody|heard|hear|saw|seen|see|witness\w*|fight\w*"
    r"|argu\w+|weapons?|bullets?"
    r"|\w*gun|rifle|pistol|condition|surg\w+|scene|rob\w*|attack\w*|murder\w*|investigat\w*|motive|fled|flee"
    r"|block|caliber"
    r"|\d+-year-old|identif\w+|bleed\w*|blood|pull\w*|trigger|accident\w*|intent\w*|threat\w*|knife|hit|struck"
    r"|head|chest|leg|arm|alive"
    r"|recover\w*|target\w*|random|known|knew|happened|incident|inside|outside|home|house|car|vehicle|ran|run"
    r"|door|apartment|party|called|911|taken|treated|drove|arrived|left|loaded|playing|play|asleep|sleeping|woke|scream\w*|drinking|drunk|fell|lay|laying|lying|surviv\w+)\b"
)
_REMARK = re.compile(
    r"\b(?:devastat\w+|sad\w*|shock\w*|heartbr\w+|pray\w*|hop(?:e|es|ed|ing)|lov(?:e|ed|es|ing|able)|kind"
    r"|gentle|nice|respectful|miss(?:ed|es)?|quiet"
    r"|scar(?:y|ed)|tragi\w+|grateful|thank\w*|proud|justice|sympath\w+|griev\w*|mourn\w*|upset|angry|stunned"
    r"|surpris\w+|horrif\w+|wonderful"
    r"|great|sweet|funny|outgoing|polite|smil\w+|memor(?:y|ies)|deserv\w+|community|safe(?:ty)?|neighborhood"
    r"|worr(?:y|ied)|concern\w*|afraid|used to"
    r"|expect(?:ed)?(?!\s+to\s+(?:be|survive|live|recover|make|face))|imagine|unusual|typical\w*|senseless|difficult|tough|hard|terrible|awful|unfortunate|good"
    r"|remind\w*|always|never)\b"
)
_OWN_WORD = re.compile(
    r"\b(?:ask(?:s|ed|ing)?\s+(?:anyone|for)|anyone\s+with|copyright|call\s+(?:the|crime)|rights\s+reserved"
    r"|contributed\s+to)\b",
    re.IGNORECASE,
)
_BESIDE = frozenset(("saying", "remembers", "claims"))
"""Verbs that rarely put a fact of the incident in somebody's mouth: one time in five on the gold of 2026-11."""
_QUOTED = 1
"""Words of the incident that a private person's clause needs more where a part of it is quoted: mostly a remark is."""
_ORDER = {Manner.ACCORDING: 0, Manner.SAYS: 1, Manner.HEADLINE: 1, Manner.SILENT: 2, Manner.HEDGED: 3}


def find_attributions(setting: Setting) -> tuple[Attribution, ...]:
    """What the report puts in a source's mouth without quotation marks, in order."""
    document = setting.document
    found: list[Attribution] = []
    for sentence, sayings in _by_sentence(setting):
        for part, inside in _parts(document, sentence, sayings):
            main = _main(setting, part, inside)
            if main is not None and _is_fact(setting, part, main):
                found.append(_attribution(document, part, main, inside))
    return _once_each(found)


def _once_each(found: list[Attribution]) -> tuple[Attribution, ...]:
    """The attributions without those that a caption or a list of links repeats word for word."""
    kept: dict[str, Attribution] = {}
    for attribution in found:
        kept.setdefault(" ".join(_WORD.findall(attribution.text.lower())), attribution)
    return tuple(kept.values())


def _by_sentence(setting: Setting) -> Iterator[tuple[Sentence, list[Saying]]]:
    sayings = setting.sayings
    for sentence in setting.document.sentences:
        first = bisect_left(sayings, sentence.start, key=lambda saying: saying.cue.start)
        last = bisect_left(sayings, sentence.end, key=lambda saying: saying.cue.start)
        if first < last:
            yield sentence, list(sayings[first:last])


def _parts(document: Document, sentence: Sentence, sayings: list[Saying]) -> Iterator[tuple[Span, list[Saying]]]:
    """The stretches of a sentence that are attributed one by one: the whole, or its main clauses with a source each."""
    whole = _trimmed(document, sentence)
    cuts = [whole.start]
    for found in _SPLIT.finditer(document.text, whole.start, whole.end):
        left = [saying for saying in sayings if cuts[-1] <= saying.cue.start < found.start() and _stands(saying)]
        right = [saying for saying in sayings if saying.cue.start >= found.end() and _stands(saying)]
        if left and right and _begins_clause(document, right[0], found.end()):
            cuts.append(found.end())
    for start, end in zip(cuts, (*cuts[1:], whole.end), strict=True):
        inside = [saying for saying in sayings if start <= saying.cue.start < end]
        yield _tight(document, start, end), inside


def _stands(saying: Saying) -> bool:
    return saying.manner is not Manner.HEDGED


def _begins_clause(document: Document, saying: Saying, start: int) -> bool:
    """Whether a saying's source, or its impersonal cue, opens the clause that begins at an offset."""
    begins = saying.source.start if saying.source is not None else saying.cue.start
    return begins - start <= (25 if saying.source is not None else 60) and begins >= start


def _tight(document: Document, start: int, end: int) -> Span:
    text = document.text
    for found in _SPLIT.finditer(text, max(start, end - 12), end):
        if found.end() == end:
            end = found.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return Span(start, end)


def _trimmed(document: Document, sentence: Sentence) -> Span:
    """A sentence without dateline, labels, links and the outlet's name."""
    text = document.text
    start, end = sentence.start, sentence.end
    if label := _LABEL.match(text, start, end):
        start = label.end()
    dateline = _DATELINE.match(text, start, min(end, start + 110))
    if dateline and _SHOUTED.search(dateline.group()) and dateline.end() < end - 20:
        start = dateline.end()
    if trail := _TRAIL.search(text, start + 15, end):
        end = trail.start()
    if text[end - 1] == '"' and text.count('"', start, end) % 2:
        end -= 1
    return Span(start, end) if start < end else Span(sentence.start, sentence.end)


def _main(setting: Setting, part: Span, sayings: list[Saying]) -> Saying | None:
    """The saying that governs a clause: "according to" and "…, police said" before "Police said …" before the rest.

    An outlet's gives way to the source that the outlet names.
    """
    document = setting.document
    fit = [
        s
        for s in sayings
        if not _is_soft(document, s)
        and (not s.quotes or _tells_before(setting, part, s))
        and document.words(s.cue) not in _BESIDE
    ]
    if not fit:
        return None
    ranked = sorted(fit, key=lambda s: (_ORDER[s.manner], s.cue.start))
    tags = [s for s in fit if s.manner is Manner.SAYS and _is_tag(document, part, s)]
    main = tags[0] if tags and ranked[0].manner is Manner.SAYS else ranked[0]
    if main.voice is not None and is_outlet(main.voice):
        others = [s for s in fit if s.manner is Manner.SAYS and s.voice is not None and not is_outlet(s.voice)]
        return others[0] if others else main
    return main


def _is_soft(document: Document, saying: Saying) -> bool:
    """Whether a hedge makes what is said less certain but is nobody's word by itself ("may have", "apparently")."""
    return saying.manner is Manner.HEDGED and _SOFT.search(document.words(saying.cue)) is not None


def _tells_before(setting: Setting, part: Span, saying: Saying) -> bool:
    """Whether a clause tells something before a quoted fragment: 'Two were taken to "higher care," Marlow said'."""
    begins = saying.source.start if saying.source is not None else saying.cue.start
    before = Span(part.start, min(begins, saying.cue.start))
    return before.end > before.start and len(_WORD.findall(_unquoted(setting, before))) >= _BEFORE_FRAGMENT


def _is_tag(document: Document, part: Span, saying: Saying) -> bool:
    """Whether a verb of saying stands behind what it says, with nothing said behind it."""
    begins = min(saying.source.start if saying.source else saying.cue.start, saying.cue.start)
    ends = max(saying.source.end if saying.source else saying.cue.end, saying.cue.end)
    rest = document.text[ends : part.end].strip(' .,"”’')
    after = len(rest) < 30 or _CIRCUMSTANCE.match(rest) is not None
    return after and begins - part.start > 20 and document.text[part.start : begins].rstrip().endswith(_BEFORE_TAG)


def _is_fact(setting: Setting, part: Span, main: Saying) -> bool:
    """Whether a clause tells something of the incident, and not only whose quotation stands beside or a remark."""
    document = setting.document
    said = _unquoted(setting, part)
    words = len(_WORD.findall(said)) - len(_WORD.findall(document.words(main.cue)))
    if main.source is not None and part.start <= main.source.start < part.end:
        words -= len(_WORD.findall(document.words(main.source)))
    if words <= _CONTENT or _OWN_WORD.search(said):
        return False
    said = said.lower()
    told, remark = len(_INCIDENT.findall(said)), len(_REMARK.findall(said))
    if main.voice is None:
        aside = main.manner is Manner.SILENT and _ASIDE.search(document.text, part.start, main.cue.start) is not None
        return main.manner is Manner.HEDGED or (main.manner is Manner.SILENT and told > 0 and not aside)
    if is_official(main.voice):
        return remark <= 1 or told >= remark - 1
    if main.manner is Manner.SAYS:
        return told > remark + _QUOTED * _has_quotation(setting, part)
    return told > remark or remark == 0


def _has_quotation(setting: Setting, part: Span) -> bool:
    n = bisect_left(setting.quoted, part.start, key=lambda span: span.end)
    return n < len(setting.quoted) and setting.quoted[n].start < part.end


def _unquoted(setting: Setting, part: Span) -> str:
    """The words of a stretch that stand in no direct quotation."""
    quoted = setting.quoted
    pieces: list[str] = []
    at = part.start
    n = bisect_left(quoted, part.start, key=lambda span: span.end)
    while n < len(quoted) and quoted[n].start < part.end:
        pieces.append(setting.document.text[at : max(at, quoted[n].start)])
        at = max(at, quoted[n].end)
        n += 1
    pieces.append(setting.document.text[at : max(at, part.end)])
    return " ".join(pieces)


def _attribution(document: Document, part: Span, main: Saying, inside: list[Saying]) -> Attribution:
    words = document.evidence(*part)
    return Attribution(
        field=words.field,
        text=words.text,
        start=words.start,
        end=words.end,
        source=source_fact(document, main.voice),
        certainty=_certainty(document, main, inside),
    )


def source_fact(document: Document, voice: Voice | None) -> Fact[str] | None:
    """Who says something, as a fact; None where no source is named."""
    return document.fact(voice.name, voice.spans) if voice is not None else None


def _certainty(document: Document, main: Saying, inside: list[Saying]) -> Fact[Certainty]:
    """How certain a clause is: as its own cue says or, for plain "said", as the first hedge in what is said."""
    if main.certainty is Certainty.STATED:
        for saying in inside:
            hedges = saying.certainty is not Certainty.STATED and saying.manner in (
                Manner.HEDGED,
                Manner.SILENT,
                Manner.SAYS,
            )
            if hedges and (saying.voice is None or main.voice is None or saying.voice.name == main.voice.name):
                return document.fact(saying.certainty, [saying.cue, main.cue])
    return document.fact(main.certainty, [main.cue])
