"""Text from outside made safe to show: characters that steer the display or cannot be sent are made visible.

In: any string. Out: a string of the same length, so that offsets stay true. Markup is not this module's matter; the
templates escape it.
"""

import re

_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # steer the direction of what follows, even outside their text
    "\u2028\u2029\ufeff"  # line ends that scripts stumble on; the byte order mark
    "\ud800-\udfff\ufffe\uffff]"  # lone surrogates cannot be sent as UTF-8
)
_UNSENDABLE = re.compile("[\ud800-\udfff]")

REPLACEMENT = "\ufffd"
"""Stands for each character that is not shown."""


def clean(text: str) -> str:
    """The text with each character that must not be shown as "\ufffd"."""
    return _UNSHOWABLE.sub(REPLACEMENT, text)


def sendable(text: str) -> str:
    """The text with lone surrogates, which JSON in UTF-8 cannot hold, as "\ufffd"; all else as it is."""
    return _UNSENDABLE.sub(REPLACEMENT, text)
