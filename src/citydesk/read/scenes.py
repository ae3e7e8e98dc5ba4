"""Which incidents a report tells of, and which of its words belong to which."""

from citydesk.read.document import Span
from citydesk.read.setting import Scene, Setting


def find_scenes(setting: Setting) -> tuple[Scene, ...]:
    """The report's scenes: main ones first, then those only mentioned. At least one main scene if it has words."""
    document = setting.document
    if not document.sentences:
        return ()
    first = document.sentences[0]
    return (Scene(True, (Span(0, len(document.text)),), Span(first.start, first.end)),)
