"""Which incidents a report tells of, and which of its words belong to which.

In: a setting. Out: scenes: the main incident, or each item of a round-up, then the incidents that are only mentioned.
Items are found by `roundup`, mentioned incidents by `background`, words that count the main incident by `sequence`.
"""

from citydesk.read.page.document import Document, Span
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.scenes.background import find_background
from citydesk.read.scenes.roundup import find_items
from citydesk.read.scenes.sequence import find_sequence
from citydesk.read.when.happened import weigh_days


def find_scenes(setting: Setting) -> tuple[Scene, ...]:
    """The report's scenes: main ones first, then those only mentioned. At least one main scene if it has words.

    The words that count the main incident ("the second shooting today") belong to it and to the other incident as well.
    """
    document = setting.document
    if not document.sentences:
        return ()
    items = find_items(setting)
    if items:
        return items
    days = weigh_days(document, setting.times, setting.today)
    first_day = days[0].mentions[0].day if days else None
    counted = find_sequence(setting, first_day)
    background = find_background(setting, days, counted, _lead_end(document))
    shared = counted.sentence.start if counted is not None else None
    taken = [span for scene in background for span in scene.spans if span.start != shared]
    first = document.sentences[0]
    main = Scene(True, _rest(document, taken), Span(first.start, first.end), counted.sequence if counted else None)
    return (main, *background)


def _lead_end(document: Document) -> int:
    """Where the first sentence of the body, which tells the main incident, ends."""
    lead = next((s for s in document.sentences if s.start >= document.body_start), document.sentences[-1])
    return lead.end


def _rest(document: Document, taken: list[Span]) -> tuple[Span, ...]:
    """The stretches of the report that no other scene took."""
    spans: list[Span] = []
    at = 0
    for span in [*sorted(taken), Span(len(document.text), len(document.text))]:
        if span.start > at:
            spans.append(Span(at, span.start))
        at = max(at, span.end)
    return tuple(spans)
