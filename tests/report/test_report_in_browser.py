"""The page in a real browser: quiet, inert, usable at desk and phone width, by mouse and keyboard."""

import pytest
from chromium_pipe import Chromium, find_chromium

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="no Chromium is installed")

DESK, PHONE = (1280, 900), (390, 844)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    chromium = Chromium(tmp_path_factory.mktemp("profile"))
    yield chromium
    chromium.close()


@pytest.fixture(scope="module")
def address(page, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(page, "utf-8")
    return path.as_uri()


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_page_asks_for_nothing_and_reports_no_error(browser, address, size):
    browser.open(address, *size)
    asked = [
        event["params"]["request"]["url"] for event in browser.events if event["method"] == "Network.requestWillBeSent"
    ]
    assert asked == [address]
    errors = ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")
    assert [event for event in browser.events if event["method"] in errors] == []


def test_hostile_markup_of_documents_makes_no_element_and_runs_nothing(browser, address):
    browser.open(address, *DESK)
    assert browser.value("document.title") == "Two camps · detente"
    assert browser.value("document.querySelectorAll('img, iframe, object, embed').length") == 0
    assert browser.value("document.scripts.length") == 1
    assert browser.value("document.body.textContent.includes('onerror=\"alert(1)\"')") is True


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_first_screen_holds_the_camps(browser, address, size):
    browser.open(address, *size)
    assert browser.value("document.querySelector('.camps').getBoundingClientRect().bottom") <= size[1]
    heading = browser.value("document.querySelector('h1').textContent")
    sides = [set(side.replace(" and ", ", ").split(", ")) for side in heading.split(" against ")]
    assert {"Japan", "South Korea", "the United States"} in sides


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_page_is_no_wider_than_the_screen(browser, address, size):
    browser.open(address, *size)
    assert browser.value("document.documentElement.scrollWidth") <= size[0]


def test_a_number_leads_to_exactly_the_sentences_that_it_counts(browser, address):
    browser.open(address, *DESK)
    wrong = browser.value(
        """Array.from(document.querySelectorAll('table.dyads td.num a[aria-label]')).filter((link) => {
             link.click();
             const pair = document.getElementById(link.hash.slice(1));
             const shown = Array.from(pair.querySelectorAll('.item')).filter((item) => !item.hidden);
             return shown.length !== Number(link.textContent);
           }).map((link) => link.ariaLabel)"""
    )
    assert wrong == []
    assert browser.value("document.querySelector('.picked').textContent").endswith("shown. Show all")


def test_a_heading_sorts_its_table_from_the_keyboard(browser, address):
    browser.open(address, *DESK)
    browser.value("document.querySelector('table.dyads th.num button').focus()")
    numbers = (
        "Array.from(document.querySelectorAll('table.dyads tbody tr')).map((row) => Number(row.cells[2].dataset.v))"
    )
    for wanted in ("descending", "ascending"):
        for kind in ("rawKeyDown", "char", "keyUp"):
            browser.call(
                "Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", windowsVirtualKeyCode=13, text="\r"
            )
        assert browser.value("document.querySelector('table.dyads th.num').ariaSort") == wanted
        found = browser.value(numbers)
        assert found == sorted(found, reverse=wanted == "descending")


def test_every_link_inside_the_page_has_a_target(browser, address):
    browser.open(address, *DESK)
    dead = browser.value(
        """Array.from(document.querySelectorAll('a')).map((link) => link.getAttribute('href'))
             .filter((href) => href.startsWith('#') && !document.getElementById(href.slice(1)))"""
    )
    assert dead == []


def test_printing_unfolds_what_is_folded_and_folds_it_again(browser, address):
    browser.open(address, *DESK)
    folded = "document.querySelectorAll('details:not([open])').length"
    before = browser.value(folded)
    assert before > 0
    browser.value("window.dispatchEvent(new Event('beforeprint'))")
    assert browser.value(folded) == 0
    browser.value("window.dispatchEvent(new Event('afterprint'))")
    assert browser.value(folded) == before
