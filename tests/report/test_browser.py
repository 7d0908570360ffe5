"""The page in a real browser: quiet, offline, usable with and without JavaScript, on a phone and on a desk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture
def opened(browser: Any, run_folder: Path) -> Iterator[Any]:
    """Opens the report; afterwards nothing was said on the console and nothing was asked of the network."""
    contexts, said, asked = [], [], []

    def opening(width: int = 1280, height: int = 900, **settings: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto((run_folder / "report.html").as_uri())
        return page

    yield opening
    for context in contexts:
        context.close()
    assert said == []
    assert all(url.startswith(("file:", "data:")) for url in asked)


def visible(page: Any) -> int:
    return int(page.locator("[data-item]:visible").count())


def test_it_loads_quietly_and_runs_no_foreign_script(opened: Any) -> None:
    page = opened()
    assert visible(page) == 11
    assert page.evaluate("window.pwned === undefined")


def test_search_narrows_the_clusters_and_says_how_far(opened: Any) -> None:
    page = opened()
    page.get_by_label("Search").fill("engine ROOM")
    assert visible(page) == 1
    assert page.locator("#hits").inner_text() == "1 of 11 questions"
    assert not page.locator("#disputed").is_visible()
    page.get_by_label("Search").fill("")
    assert visible(page) == 11


def test_search_knows_speakers_and_outlets(opened: Any) -> None:
    page = opened()
    page.get_by_label("Search").fill("brandvik")
    assert visible(page) == 2


def test_an_outlet_narrows_the_clusters(opened: Any) -> None:
    page = opened()
    page.get_by_role("combobox", name="Outlet").select_option("Daily Lantern")
    assert visible(page) == 1


def test_a_hostile_outlet_can_be_chosen_too(opened: Any) -> None:
    page = opened()
    page.get_by_role("combobox", name="Outlet").select_option(index=1)
    assert visible(page) == 3


def test_a_status_can_be_switched_off_and_on_by_keyboard(opened: Any) -> None:
    page = opened()
    button = page.get_by_role("button", name="Single origin")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "false"
    assert visible(page) == 5
    page.keyboard.press("Space")
    assert visible(page) == 11


def test_everything_is_there_without_javascript(opened: Any) -> None:
    page = opened(java_script_enabled=False)
    assert visible(page) == 11
    assert not page.locator("#filter").is_visible()
    assert page.locator("mark").first.is_visible()


def test_nothing_sticks_out_sideways(opened: Any) -> None:
    page = opened()
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_tab_stop_leads_past_the_header(opened: Any) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


CONTRAST = """() => {
  const channel = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const weak = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    const ink = parts(element.closest("svg") ? style.fill : style.color);
    const [a, b] = [light(ink), light(ground(element))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) weak.push(element.outerHTML.slice(0, 120));
  }
  return weak;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(opened: Any, scheme: str) -> None:
    assert opened(color_scheme=scheme).evaluate(CONTRAST) == []


def test_print_leaves_the_filter_out(opened: Any) -> None:
    page = opened()
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert page.locator("#c-C1").is_visible()
