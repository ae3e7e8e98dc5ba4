"""With which characters the matches of a pattern can begin: worked out from the pattern, so that no list goes stale.

In: a pattern's source. Out: a lookahead that holds wherever a match begins, and at few other words. It may hold where
no match begins, never the other way round: what is not understood may begin with anything.
"""

import re
import string
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

_KNOWN = frozenset(string.ascii_letters + string.digits)
_OTHER = "_"
"""Stands for every character that is none of them."""
_EVERY = _KNOWN | {_OTHER}
_WHATEVER = "*"
"""Stands for any character at all."""
_MORE_CASES = "iks"
"""Letters that are the same in another case as one beyond them: "ı", the Kelvin sign, and "ſ"."""
LENGTH = 2
"""Characters looked at: one tells too few words apart, and three make longer lookaheads than they spare trials."""
_ANY = frozenset({""})
"""Nothing known: goes on with whatever stands behind."""
Openings = frozenset[str]
"""Beginnings of up to `LENGTH` characters; a shorter one may go on with anything."""


def opening(pattern: str, flags: int = 0) -> str:
    """A lookahead that holds at each place where a match of the pattern begins; nothing where that may be anywhere."""
    try:
        parser: Any = import_module("re._parser")  # Python's own; where it ever goes away, patterns are slower
    except ImportError:
        return ""
    parsed = parser.parse(pattern, flags)
    found = _of_sequence(parsed, caseless=bool(parsed.state.flags & re.IGNORECASE))
    return _written(found)


def _of_sequence(items: Iterable[tuple[Any, Any]], *, caseless: bool) -> Openings:
    found = _ANY
    for operation, argument in items:
        found = _joined(found, _of_item(str(operation), argument, caseless=caseless))
        if all(len(one) == LENGTH for one in found):
            break
    return found


def _joined(first: Openings, then: Openings) -> Openings:
    return frozenset(one + more[: LENGTH - len(one)] for one in first for more in (then if len(one) < LENGTH else _ANY))


def _of_item(operation: str, argument: Any, *, caseless: bool) -> Openings:
    """What a part of a parsed pattern begins with; "" among it where it may be empty, or is not understood."""
    match operation:
        case "LITERAL":
            return _cased(_symbol(argument), caseless=caseless)
        case "IN":
            return frozenset().union(*(_cased(s, caseless=caseless) for s in _of_class(argument)))
        case "BRANCH":
            return frozenset().union(*(_of_sequence(one, caseless=caseless) for one in argument[1]))
        case "SUBPATTERN":
            _, added, removed, inner = argument
            caseless = bool((caseless * re.IGNORECASE | added) & ~removed & re.IGNORECASE)
            return _of_sequence(inner, caseless=caseless)
        case "ATOMIC_GROUP":
            return _of_sequence(argument, caseless=caseless)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = argument
            once = _of_sequence(inner, caseless=caseless)
            often = once if most == 1 else once | _joined(once, once)
            return often if least else often | _ANY
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _ANY
        case _:  # any character, or what was matched before
            return frozenset({_WHATEVER, ""})


def _of_class(items: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    for operation, argument in items:
        match str(operation):
            case "LITERAL":
                yield _symbol(argument)
            case "RANGE":
                low, high = argument
                known = [one for one in _KNOWN if low <= ord(one) <= high]
                yield from known if len(known) > high - low else (_OTHER, *known)
            case "CATEGORY" if str(argument) == "CATEGORY_DIGIT":
                yield from (_OTHER, *string.digits)
            case "CATEGORY" if str(argument) == "CATEGORY_SPACE":
                yield _OTHER
            case _:
                yield _WHATEVER


def _symbol(code: int) -> str:
    return chr(code) if chr(code) in _KNOWN else _OTHER


def _cased(symbol: str, *, caseless: bool) -> Openings:
    if not caseless:
        return frozenset({symbol})
    return frozenset({symbol, symbol.swapcase(), *(_OTHER if symbol.lower() in _MORE_CASES else "")})


def _written(openings: Openings) -> str:
    """The lookahead of openings: those that go on with the same characters together."""
    if any(one[:1] in ("", _WHATEVER) for one in openings):
        return ""
    together: dict[Openings, list[str]] = {}
    for first in sorted({one[0] for one in openings}):
        behind = frozenset(one[1:] for one in openings if one[0] == first)
        together.setdefault(_EVERY if behind & {"", _WHATEVER} else behind, []).append(first)
    choices = (_class_of(firsts) + ("" if then == _EVERY else _class_of(then)) for then, firsts in together.items())
    return f"(?={'|'.join(choices)})"


def _class_of(symbols: Iterable[str]) -> str:
    """A class of those characters."""
    given = frozenset(symbols)
    if _OTHER not in given:
        return f"[{''.join(sorted(given))}]"
    return f"[^{''.join(sorted(_EVERY - given))}]" if given != _EVERY else r"[\s\S]"
