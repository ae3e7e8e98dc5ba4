"""Who has spoken so far in a report, for what is said later by "he", "they", "the woman" or "the statement".

In: one voice after the other as a report is gone through from front to back. Out: the last one that fits.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from citydesk.model import Sex
from citydesk.read.page.setting import Voice

_REMEMBERED = 50
"""Voices that words may go back to."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice that was heard, where, and what can go back to it."""

    at: int
    voice: Voice
    sex: Sex | None
    several: bool = False
    thing: bool = False


@dataclass(slots=True)
class Memory:
    """The voices heard so far, the last one first."""

    heard: deque[Heard] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    def __iter__(self) -> Iterator[Heard]:
        return iter(self.heard)

    def add(self, heard: Heard) -> None:
        """Remember a voice that has just been heard."""
        self.heard.appendleft(heard)

    def close_sentence(self, start: int) -> None:
        """Let the first person heard since an offset be the last heard: whom others are cited by goes on speaking."""
        inside = [heard for heard in self.heard if heard.at >= start]
        if len(inside) > 1 and inside[-1].voice.person and inside[-1].voice.name != inside[0].voice.name:
            self.add(inside[-1])

    def last(self, fits: Callable[[Heard], bool]) -> Heard | None:
        """The last voice heard that fits."""
        return next(filter(fits, self.heard), None)

    def has(self, name: str) -> bool:
        """Whether somebody of a name has spoken."""
        return any(heard.voice.name == name for heard in self.heard)
