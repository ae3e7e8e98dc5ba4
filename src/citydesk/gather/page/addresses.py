"""The address that a page gives for itself.

In: what it states, and the address that it was fetched from, if any. Out: one absolute http(s) address of an article.
"""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

_LONGEST = 2_000
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f]")


def article_address(given: str | None, *, base: str | None = None) -> str | None:
    """The address, made whole; None for that of a whole site, which many careless pages give, and for what is none."""
    if not given or len(given) > _LONGEST:
        return None
    try:
        whole = urljoin(base, given.strip()) if base else given.strip()
        parts = urlsplit(urldefrag(whole).url)
        of_an_article = parts.scheme in ("http", "https") and parts.hostname and (parts.path.strip("/") or parts.query)
    except ValueError:
        return None
    return parts.geturl() if of_an_article and not _BLANKS.search(parts.geturl()) else None


def host_of(address: str | None) -> str | None:
    """The host of an address, without "www."; None where there is none."""
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
