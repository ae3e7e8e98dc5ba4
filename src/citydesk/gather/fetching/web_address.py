"""Addresses of pages: taken apart, made whole, and brought to one form so that a page is known again. Pure.

In: what a person, a feed or a page gives. Out: an absolute address of http or https, or InputError.
"""

import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from citydesk.model import InputError

MAX_ADDRESS = 2_000
"""Characters; browsers and servers take little more."""
_SHOWN = 120
_PORTS = {"http": 80, "https": 443}
_UNSAFE = re.compile('[\x00-\x20\x7f-\x9f\\\\<>"`{}|^\ud800-\udfff\ufffd]')
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|cmpid|ncid|ito|taid|ref_?src|_ga|s_kwcid|__twitter_impression)\Z",
    re.IGNORECASE,
)
"""Parameters that say where a visitor came from, and nothing of what he is shown."""
_SAME_PAGE_HOSTS = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
_KEPT = "/:@!$&'()*+,;=~-._%"


def is_address(given: str) -> bool:
    """Whether what was given is meant as an address on the web, and not as a file."""
    return given[:8].lower().startswith(("http://", "https://"))


def parse_address(given: str, base: str | None = None) -> str:
    """The whole address of a page, without its fragment; `base` is the page that names it.

    Raises InputError for anything but http and https, and for what no server could be asked for.
    """
    words = given.strip()
    if len(words) > MAX_ADDRESS:
        raise InputError(f"is an address of more than {MAX_ADDRESS:,} characters: {words[:40]!r}…")
    try:
        joined = urljoin(base, words) if base is not None else words
        parts = urlsplit(joined)
        host, port = parts.hostname, parts.port
        if parts.scheme not in _PORTS or not host:
            raise InputError(f"{words[:_SHOWN]!r} is no address of a page: give one that begins with https://")
        if parts.username is not None or parts.password is not None:
            raise InputError(f"the address of {host!r} has a user name in it: give it without")
        if _UNSAFE.search(host):
            raise ValueError("host")
        name = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except ValueError:  # UnicodeError is one
        raise InputError(f"{words[:_SHOWN]!r} is no address of a page that could be asked for") from None
    place = f"[{name}]" if ":" in name else name
    if port is not None and port != _PORTS[parts.scheme]:
        place = f"{place}:{port}"
    return urlunsplit((parts.scheme, place, _quoted(parts.path) or "/", _quoted(parts.query, more="?/"), ""))


def canonical_address(address: str) -> str:
    """The form under which an address is kept: without what only tells where a visitor came from.

    >>> canonical_address("https://www.Lantern.example/story?id=7&utm_source=feed#top")
    'https://www.lantern.example/story?id=7'
    """
    parts = urlsplit(parse_address(address))
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in asked if not _TRACKING.match(name)]
    query = parts.query if len(kept) == len(asked) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def host_of(address: str) -> str:
    """The host of an address, with its port where it is not the usual one: what manners are kept with."""
    return urlsplit(address).netloc


def same_site(first: str, second: str) -> bool:
    """Whether two addresses are of one site: the same host, but for "www.", "m." or "amp.", or one below the other."""
    one, other = (_SAME_PAGE_HOSTS.sub("", urlsplit(address).hostname or "") for address in (first, second))
    return bool(one) and (one == other or one.endswith(f".{other}") or other.endswith(f".{one}"))


def _quoted(part: str, more: str = "") -> str:
    """A part of an address in ASCII; what is quoted already stays as it is."""
    return quote(part.encode("utf-8", "replace"), safe=_KEPT + more)
