"""The desk in a real browser: without scripts, on a phone, by keyboard alone, in the dark, and printed."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.desk.scenes import CHILD, HOSTILE, RICH
from tests.desk.test_routes import HOSTILE_REPORT

PAGES = [
    *("/", "/?q=shot&state=MN&killed=1", "/?q=nothing+fits", "/about", "/api/docs", "/nowhere", "/?since=never"),
    *(f"/incidents/{one}" for one in (RICH, CHILD, HOSTILE)),
    *("/reports/wqlt-1", "/reports/child-1", "/reports/left", f"/reports/{HOSTILE_REPORT}"),
]
_CONTRAST = """() => {
  const luminance = (c) => {
    const [r, g, b] = c.map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const numbers = (s) => s.match(/[\\d.]+/g).map(Number);
  const ground = (e) => {
    for (let at = e; at; at = at.parentElement) {
      const c = numbers(getComputedStyle(at).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c.slice(0, 3);
    }
    return numbers(getComputedStyle(document.body).backgroundColor).slice(0, 3);
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !e.checkVisibility() || e.closest(".unseen, .skip")) continue;
    const [a, b] = [numbers(getComputedStyle(e).color).slice(0, 3), ground(e)].map(luminance);
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(`${ratio.toFixed(2)} ${e.tagName}.${e.className}: ${walker.currentNode.data.trim()}`);
  }
  return poor;
}"""
"""Every visible text whose colour is nearer to its ground than WCAG AA allows."""

_NAMELESS = """() => {
  const name = (e) => e.getAttribute("aria-label") || [...(e.labels || [])].map((l) => l.textContent).join("")
    || (e.labels ? "" : e.textContent) || (e.tagName === "BUTTON" ? e.textContent : "");
  const controls = document.querySelectorAll("a, button, summary, input:not([type=hidden])");
  return [...controls].filter((e) => !name(e).trim()).map((e) => e.outerHTML);
}"""
"""Every control that has no words."""

Visit = Callable[..., Page]


@pytest.fixture
def visit(browser_of_desk: Browser) -> Iterator[Visit]:
    """Opens an address in a fresh window; what the page complains of fails the test at its end."""
    contexts, complaints = [], []

    def open_page(address: str, *, allow: str = "^$", **how: Any) -> Page:
        how.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser_of_desk.new_context(**how)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if not re.search(allow, said.text) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("path", PAGES)
def test_page_fits_a_phone_and_can_be_read(visit: Visit, scenes_address: str, path: str) -> None:
    """Whatever the reports hold, nothing sticks out at 360 pixels, and every text has the contrast of WCAG AA."""
    page = visit(f"{scenes_address}{path}", allow="status of 40[04]", viewport={"width": 360, "height": 740})
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate(_CONTRAST) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"
    assert page.evaluate(_CONTRAST) == []


def test_search_filter_and_evidence_work_without_scripts(visit: Visit, scenes_address: str) -> None:
    """Without JavaScript a visitor searches, narrows, opens an incident, a value, and the words in their report."""
    page = visit(scenes_address, java_script_enabled=False)
    page.get_by_label("Search the reports").fill("shot")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Minnesota").click()
    assert page.get_by_role("heading", level=3).filter(has_text="officer was shot").count() == 1
    page.get_by_role("link", name="An officer was shot").click()
    value = page.locator("#killed")
    assert value.locator("blockquote").first.is_hidden()
    value.locator("summary").click()
    assert value.locator("mark").first.inner_text() == "has died"
    value.get_by_role("link", name="See it in the report").click()
    assert page.url.endswith(page.locator(":target").get_attribute("id") or "?")
    assert page.locator(":target").inner_text() == "has died"
    page.locator(":target a").click()
    assert "Killed" in page.locator(":target").inner_text()


def test_link_into_a_closed_value_opens_it(visit: Visit, scenes_address: str) -> None:
    """What is disputed is named at the top, and each name opens its value."""
    page = visit(f"{scenes_address}/incidents/{RICH}")
    page.get_by_role("link", name="injured", exact=True).click()
    expect(page.locator("#injured .against")).to_be_visible()


def test_keyboard_leads_from_the_list_to_the_words(visit: Visit, real_address: str) -> None:
    """By keyboard alone, on a real ledger: skip to the content, open an incident, a value, and see its sentence."""
    page = visit(real_address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    _tab_to(page, ".entry .sentence a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/**")
    _tab_to(page, ".record summary")
    expect(page.locator(".record details[open]")).to_have_count(0)
    page.keyboard.press("Enter")
    opened = page.locator(".record details[open]")
    expect(opened.locator("blockquote mark").first).to_be_visible()
    _tab_to(page, ".saying a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/**")
    expect(page.locator(":target")).to_have_count(1)


def test_focus_is_always_seen(visit: Visit, scenes_address: str) -> None:
    """Whatever the Tab key reaches has an outline."""
    page = visit(f"{scenes_address}/incidents/{RICH}")
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(({outlineStyle, outlineWidth}) => outlineStyle + outlineWidth)(getComputedStyle(document.activeElement))"
        )
        assert style == "solid3px"


def test_slash_leads_to_the_search_box(visit: Visit, scenes_address: str) -> None:
    """A key that regular visitors know, which does not eat a slash that is typed."""
    page = visit(scenes_address)
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.get_by_label("Search the reports").input_value() == "a/b"


def test_one_button_opens_all_values(visit: Visit, scenes_address: str) -> None:
    """With scripts, all that stands behind a record can be opened and closed at once."""
    page = visit(f"{scenes_address}/incidents/{RICH}")
    page.get_by_role("button", name="Open all").click()
    expect(page.locator(".record details:not([open])")).to_have_count(0)
    page.get_by_role("button", name="Close all").click()
    expect(page.locator(".record details[open]")).to_have_count(0)


def test_printed_record_shows_what_stands_behind_it(visit: Visit, scenes_address: str) -> None:
    """On paper every value is open, and navigation is gone."""
    page = visit(f"{scenes_address}/incidents/{RICH}")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#time blockquote").first).to_be_visible()
    assert page.get_by_role("navigation").count() == 0


@pytest.mark.parametrize("path", ["/?state=MN", f"/incidents/{RICH}", "/reports/wqlt-1", "/api/docs"])
def test_controls_have_names_and_headings_an_order(visit: Visit, scenes_address: str, path: str) -> None:
    """Links, buttons and fields say to a screen reader what they are, and no level of headings is left out."""
    page = visit(f"{scenes_address}{path}")
    assert page.evaluate(_NAMELESS) == []
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4')].map((e) => Number(e.tagName[1]))")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on what the selector names."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"the Tab key does not reach {selector!r}")
