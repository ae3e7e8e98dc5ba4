"""Reading examples: sentences with the answer tagged in place, so that nobody counts offsets.

`"It happened <time day=2020-07-02>today</time>."` gives the plain sentence and one `Tag`. The parser rejects an
unclosed tag, a stray closing tag and an attribute that the test does not know; an example without any tag must say so
by beginning with "nothing: ".
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

_TAG = re.compile(r"<(?P<close>/)?(?P<name>[a-z_]+)(?P<attributes>(?:\s+[a-z_]+=(?:\"[^\"]*\"|[^\s>]+))*)\s*>")
_ATTRIBUTE = re.compile(r"([a-z_]+)=(\"[^\"]*\"|[^\s>]+)")
_NOTHING = "nothing: "


@dataclass(frozen=True, slots=True)
class Tag:
    """A tagged stretch: half-open offsets into the plain sentence."""

    name: str
    start: int
    end: int
    attributes: dict[str, str]


def parse_tagged(example: str, known: Collection[str] = ()) -> tuple[str, list[Tag]]:
    """The plain sentence and its tags, in order of where they begin. Raises ValueError for a faulty example."""
    told_empty = example.startswith(_NOTHING)
    example = example.removeprefix(_NOTHING)
    plain: list[str] = []
    open_tags: list[tuple[str, int, dict[str, str]]] = []
    tags: list[Tag] = []
    length = at = 0
    for mark in _TAG.finditer(example):
        plain.append(example[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        name = mark["name"]
        if mark["close"]:
            if not open_tags or open_tags[-1][0] != name:
                raise ValueError(f"</{name}> closes nothing in {example!r}")
            _, start, attributes = open_tags.pop()
            tags.append(Tag(name, start, length, attributes))
            continue
        attributes = {key: value.strip('"') for key, value in _ATTRIBUTE.findall(mark["attributes"])}
        if unknown := attributes.keys() - set(known):
            raise ValueError(f"unknown attribute {sorted(unknown)} in {example!r}")
        open_tags.append((name, length, attributes))
    plain.append(example[at:])
    if open_tags:
        raise ValueError(f"<{open_tags[-1][0]}> is not closed in {example!r}")
    if bool(tags) == told_empty:
        raise ValueError(f"an example without tags begins with {_NOTHING!r}, one with tags does not: {example!r}")
    return "".join(plain), sorted(tags, key=lambda tag: (tag.start, -tag.end))
