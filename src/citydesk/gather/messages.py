"""Reports and leads from e-mail: alerts with links, newsletters with a whole article, pages saved as MHTML.

In: the bytes of one message (.eml) or web archive (.mhtml). Out: reports and problems. Messages nested in others (a
forwarded alert) are opened to a limit; attachments are left alone.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from citydesk.gather.decode import decode_as, holdable
from citydesk.gather.leads import lead
from citydesk.gather.page.addresses import article_address
from citydesk.gather.page.markup import Tree, parse_markup, words_of
from citydesk.gather.page.moments import read_moment
from citydesk.gather.pages import reports_from_markup
from citydesk.gather.plain import report_from_plain
from citydesk.model import InputError, Origins, Problem, Report, make_report_id

MAX_PARTS, MAX_LEADS = 100, 200
_MAX_DEPTH = 20
"""Of parts in parts, by the boundaries that a message names."""
_ARTICLE_WORDS = 120
"""A message with fewer words beside its links only points at reports."""
_LINK_SHARE = 0.4
_ALERTS = re.compile(r"googlealerts-noreply@google\.com|\bgoogle alert\b|alerts?[-.@]|\bnews alert\b", re.IGNORECASE)
_MACHINERY = re.compile(
    r"unsubscribe|preferences|opt-?out|manage|privacy|/alerts(?:/|\?|$)|support\.google|mailto:|view[-_ ]?(?:in|this)"
    r"|browser|forward|facebook\.com/share|twitter\.com/intent|feedback",
    re.IGNORECASE,
)
_WRAPPED = ("url", "q", "u", "target", "redirect", "dest", "link")
_TRACKING = re.compile(r"^(?:utm_\w+|mc_[ce]id|fbclid|gclid|ct|cd|usg|_hs\w+)$", re.IGNORECASE)
_TITLE_WORDS = 3
_BARE_LINK = re.compile(r"https?://[^\s<>\"')\]]{8,1000}")
_MAIL_START = re.compile(
    rb"(?:from|received|return-path|delivered-to|mime-version|message-id|subject|date|x-[\w-]+|to|content-type"
    rb"|dkim-signature|arc-[\w-]+|snapshot-content-location): ",
    re.IGNORECASE,
)


class _Link(NamedTuple):
    url: str
    title: str


def is_message(start: bytes) -> bool:
    """Whether bytes begin as an e-mail or a web archive does: two header lines."""
    lines = start.lstrip().splitlines()[:12]
    return len(lines) > 1 and sum(1 for line in lines if _MAIL_START.match(line)) > 1


def from_message(given: bytes, *, where: str, file: str | None) -> Iterator[Report | Problem]:
    """The report of a message with an article in it, else leads to the reports that it links to.

    Raises InputError for what is no message, and for one without words or links.
    """
    message = _parse(given)
    if message["snapshot-content-location"] or message.get_content_type() == "multipart/related":
        yield from _from_web_archive(message, where, file)
        return
    html, plain = _bodies(message)
    tree = parse_markup(html) if html else None
    links = _links(tree) if tree is not None else [_Link(url, "") for url in _BARE_LINK.findall(plain)]
    leads = _leading(links)
    if not _points_only(message, tree, plain, leads):
        yield _newsletter(message, html, plain, file)
        return
    if not leads:
        raise InputError("is a message without a report and without links to any")
    yield from (lead(where, url, title) for url, title in leads)


def _parse(given: bytes) -> EmailMessage:
    if given.count(b"boundary=") > MAX_PARTS or given.count(b"message/rfc822") > _MAX_DEPTH:
        raise InputError("is a message of parts within parts, as no alert is")
    try:
        message = message_from_bytes(given, policy=policy.default)
    except (MessageError, RecursionError, ValueError, LookupError, TypeError, IndexError) as error:
        raise InputError(f"is no message that can be read: {type(error).__name__}") from None
    if not message.keys() or not isinstance(message, EmailMessage):
        raise InputError("is no message: it has no header")
    return message


def _parts(message: Message) -> Iterator[Message]:
    """The parts that hold words, also of forwarded messages; attachments are passed over."""
    waiting: list[tuple[Message, int]] = [(message, 0)]
    seen = 0
    while waiting and seen < MAX_PARTS:
        part, depth = waiting.pop(0)
        seen += 1
        inner = part.get_payload()
        if isinstance(inner, list):
            if depth < _MAX_DEPTH:
                waiting += [(one, depth + 1) for one in inner if isinstance(one, Message)]
        elif part.get_content_disposition() != "attachment":
            yield part


def _bodies(message: Message) -> tuple[str, str]:
    """The first HTML and the first plain text of a message; "" where it has none."""
    found = {"text/html": "", "text/plain": ""}
    for part in _parts(message):
        kind = part.get_content_type()
        if kind in found and not found[kind]:
            found[kind] = _text(part)
    return found["text/html"], found["text/plain"]


def _text(part: Message) -> str:
    """The text of a part in the encoding that it names."""
    payload = part.get_payload(decode=True)
    given = payload if isinstance(payload, bytes) else b""
    return decode_as(given, part.get_content_charset())


def _from_web_archive(message: EmailMessage, where: str, file: str | None) -> Iterator[Report | Problem]:
    """The page that a browser saved with all that belongs to it."""
    page = next((part for part in _parts(message) if part.get_content_type() == "text/html"), None)
    if page is None:
        raise InputError("is a web archive without a page")
    address = _header(message, "snapshot-content-location") or str(page.get("content-location", ""))
    found = reports_from_markup(_text(page), where=where, url=article_address(address.strip()), file=file)
    yield from found.problems
    yield from found.reports


def _header(message: Message, name: str) -> str:
    """A header's words, decoded; "" where there is none or none that can be read."""
    try:
        return " ".join(str(message.get(name, "")).split())[:500]
    except (ValueError, LookupError, TypeError, IndexError, AttributeError):  # what the standard parser fails with
        return ""


def _links(tree: Tree) -> list[_Link]:
    return [_Link(str(one.get("href")), words_of(one)[:300]) for one in tree.xpath("//a[@href]")[:1000]]


def _leading(links: list[_Link]) -> list[_Link]:
    """The links that lead to reports, each once, with the longest words that they were given."""
    found: dict[str, str] = {}
    for one in links:
        if _MACHINERY.search(one.url) or _MACHINERY.search(one.title):
            continue
        url = article_address(_unwrapped(one.url))
        told = not one.title or len(one.title.split()) >= _TITLE_WORDS
        if url is not None and told and len(one.title) >= len(found.get(url, "")):
            found[url] = one.title
    return [_Link(holdable(url), holdable(title)) for url, title in found.items()][:MAX_LEADS]


def _unwrapped(url: str) -> str:
    """The address that a redirect of an alert leads to, without marks that only track whoever opens it."""
    for _ in range(3):
        try:
            asked = dict(parse_qsl(urlsplit(url).query, max_num_fields=100))
        except ValueError:
            return url
        inner = next(
            (asked[name] for name in _WRAPPED if asked.get(name, "").startswith(("http://", "https://"))), None
        )
        if inner is None:
            break
        url = inner
    try:
        parts = urlsplit(url)
        kept = [(name, value) for name, value in parse_qsl(parts.query, True, max_num_fields=100)]
    except ValueError:
        return url
    plain = [(name, value) for name, value in kept if not _TRACKING.match(name)]
    return url if plain == kept else urlunsplit(parts._replace(query=urlencode(plain)))


def _points_only(message: Message, tree: Tree | None, plain: str, leads: list[_Link]) -> bool:
    """Whether a message only points at reports: an alert, or one in which little stands beside the links."""
    if leads and _ALERTS.search(f"{_header(message, 'from')} {_header(message, 'subject')}"):
        return True
    words = len(words_of(tree).split()) if tree is not None else len(plain.split())
    linked = sum(len(words_of(one).split()) for one in tree.xpath("//a[@href]")) if tree is not None else 0
    return words - linked < _ARTICLE_WORDS or (len(leads) > 1 and linked > _LINK_SHARE * words)


def _newsletter(message: Message, html: str, plain: str, file: str | None) -> Report:
    """The article of a message: its subject is the title, its sender the publisher."""
    found = None
    if html:
        try:
            found = reports_from_markup(html, where="", file=file).reports[-1]
        except InputError:
            found = None
    text = found.text if found is not None else holdable(plain).strip()
    report, _ = report_from_plain(text or " ".join(html.split()), where="", file=file)
    sender = _header(message, "from").partition("<")[0].strip(" \"'")
    subject = re.sub(r"^(?:(?:fwd?|re): ?)+", "", _header(message, "subject"), flags=re.IGNORECASE)
    sent = read_moment(_header(message, "date"))
    name = _header(message, "message-id")
    return report.model_copy(
        update={
            "id": make_report_id(f"mid:{name}" if name else None, report.text),
            "title": holdable(subject),
            "publisher": report.publisher or holdable(sender) or None,
            "published": sent or report.published,
            "plain": found is None,
            "origins": Origins(text="e-mail", title="e-mail subject", publisher="e-mail from", published="e-mail date"),
        }
    )
