"""Reports and leads from e-mail, and pages saved with all that belongs to them."""

import gzip
import io
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.gather import STDIN, Lead, gather
from citydesk.gather.messages import from_message
from citydesk.model import InputError, Problem, Report
from tests.gather.page.made import PARAGRAPHS, page

ONE, TWO = "https://tribune.example/2021/baker?id=5", "https://kzqx.example/news/baker"
ALERT = f"""<html><body><div>Google Alert</div><table>
<tr><td><a href="https://www.google.com/url?rct=j&amp;sa=t&amp;url={ONE.replace("?", "%3F")}&amp;ct=ga&amp;cd=X">
Baker shot in <b>Tulsa</b></a><div>Tulsa Tribune. A man was shot on Elm Street on Friday night</div>
<a href="https://www.google.com/alerts/feedback?ffu={ONE}">Flag as irrelevant</a></td></tr>
<tr><td><a href="https://www.google.com/url?url={TWO}&amp;ct=ga">Man shot on the steps of his shop</a></td></tr></table>
<a href="https://www.google.com/alerts/remove?s=Z">Unsubscribe</a></body></html>"""


def _message(html: str = "", text: str = "", *, sender: str = "Tulsa Tribune <news@tribune.example>") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = sender, "Baker shot in Tulsa"
    message["Date"], message["Message-ID"] = "Fri, 05 Mar 2021 22:10:00 -0600", "<1@tribune.example>"
    message.set_content(text or "See the page.")
    if html:
        message.add_alternative(html, subtype="html")
    return message


def _found(tmp_path: Path, message: EmailMessage) -> list[Report | Problem]:
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())
    return list(gather([path]))


def test_a_google_alert_gives_leads_to_the_pages_themselves(tmp_path: Path) -> None:
    """Each once, out of Google's redirects and without what only tracks whoever opens them."""
    found = _found(tmp_path, _message(ALERT, sender="Google Alerts <googlealerts-noreply@google.com>"))
    assert [(one.url, one.title) for one in found if isinstance(one, Lead)] == [
        (ONE, "Baker shot in Tulsa"),
        (TWO, "Man shot on the steps of his shop"),
    ]
    assert len(found) == 2


def test_a_forwarded_alert_is_opened(tmp_path: Path) -> None:
    """A message in a message."""
    outer = _message(text="Look at this.")
    outer.add_attachment(_message(ALERT, sender="Google Alerts <googlealerts-noreply@google.com>"))
    assert [one.url for one in _found(tmp_path, outer) if isinstance(one, Lead)] == [ONE, TWO]


def test_a_newsletter_with_an_article_is_a_report(tmp_path: Path) -> None:
    """Its subject is the title, its sender the publisher, its date the time of publication."""
    story = "".join(f"<p>{one}</p>" for one in PARAGRAPHS * 2)
    html = f"<html><body>{story}<a href='{ONE}'>Read it on our site</a></body></html>"
    (report,) = _found(tmp_path, _message(html))
    assert isinstance(report, Report)
    assert (report.title, report.publisher) == ("Baker shot in Tulsa", "KZQX")
    assert report.published == datetime(2021, 3, 6, 4, 10, tzinfo=UTC)
    assert all(one in report.text for one in PARAGRAPHS)


def test_a_release_in_plain_text_is_a_report(tmp_path: Path) -> None:
    """Police departments mail them so."""
    text = "FOR IMMEDIATE RELEASE\n\n" + "Officers found a man who had been shot on the steps of a shop. " * 15
    (report,) = _found(tmp_path, _message(text=text, sender='"Tulsa Police" <pio@tulsa.example>'))
    assert isinstance(report, Report)
    assert (report.publisher, report.plain) == ("Tulsa Police", True)
    assert report.text.startswith("FOR IMMEDIATE RELEASE")


def test_a_message_that_says_nothing_is_told(tmp_path: Path) -> None:
    """Neither words nor links."""
    (problem,) = _found(tmp_path, _message(text="See you."))
    assert isinstance(problem, Problem)
    assert problem.message == "is a message without a report and without links to any"


def _web_archive() -> bytes:
    archive = EmailMessage()
    archive["From"], archive["Snapshot-Content-Location"] = "<Saved by Blink>", ONE
    archive["MIME-Version"] = "1.0"
    archive.set_content(page(), subtype="html", cte="quoted-printable")
    archive.make_related()
    archive.add_related(b"\x89PNG", "image", "png")
    return archive.as_bytes()


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.mhtml.gz", "a"])
def test_a_saved_page_is_a_report_of_its_address(tmp_path: Path, name: str) -> None:
    """By its name, and by its first lines."""
    path = tmp_path / name
    path.write_bytes(gzip.compress(_web_archive()) if name.endswith("gz") else _web_archive())
    (report,) = gather([path])
    assert isinstance(report, Report)
    assert (report.title, report.url) == ("Baker shot in Tulsa", ONE)


def test_a_message_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a mail filter hands it on."""
    given_bytes = _message(ALERT, sender="Google Alerts <googlealerts-noreply@google.com>").as_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given_bytes)))
    assert [one.url for one in gather([STDIN]) if isinstance(one, Lead)] == [ONE, TWO]


HOSTILE = {
    "many parts": b"From: a\n" + b'Content-Type: multipart/mixed; boundary="x"\n' * 500,
    "parts in parts": b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(5000)),
    "messages in messages": b"From: a\nContent-Type: message/rfc822\n\n" * 3000,
    "broken header": b"From: =?utf-8?q?=ff?=\nSubject: =?x-unknown?b?////?=\nDate: no day\n\nHello",
    "broken base64": b"Content-Type: text/html; charset=nonsense\nContent-Transfer-Encoding: base64\n\n!!!!",
    "endless header": b"Subject: " + b"a" * 3_000_000,
}


@pytest.mark.parametrize("given_bytes", HOSTILE.values(), ids=HOSTILE)
def test_hostile_messages_cost_little(given_bytes: bytes) -> None:
    """An InputError at most, and soon."""
    begun = time.process_time()
    with suppress(InputError):
        list(from_message(given_bytes, where="a", file=None))
    assert time.process_time() - begun < 5


@given(st.binary(max_size=400), st.sampled_from([b"", b"From: a\nContent-Type: ", b"MIME-Version: 1.0\n"]))
def test_any_bytes_give_reports_problems_or_an_input_error(given_bytes: bytes, start: bytes) -> None:
    """Nothing else comes out."""
    with suppress(InputError):
        for one in from_message(start + given_bytes, where="a", file=None):
            assert isinstance(one, (Report, Problem))
