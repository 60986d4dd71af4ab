"""Web pages: the article with its facts; hostile markup gives text or a reason, never a crash or a hang."""

import time
from datetime import date, timedelta

import pytest

P1 = "<p>Norway and Sweden signed an agreement on joint air defence in Oslo on Monday, their governments said.</p>"
P2 = "<p>Russia criticised the agreement at once and said that it would recall its ambassador from Oslo.</p>"
P3 = "<p>Finland, which had joined the alliance a year earlier, is expected to take part from the autumn.</p>"


def page(body, head=""):
    head = f"<title>Oslo pact - Example Post</title>{head}"
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"


def article(*parts):
    return "<article><h1>Oslo pact</h1>" + "".join(parts or (P1, P2, P3)) + "</article>"


def test_an_article_with_its_facts(read):
    head = (
        '<meta property="article:published_time" content="2023-05-07T23:30:00+02:00"/>'
        '<meta name="author" content="Anna Berg"/><meta property="og:site_name" content="Example Post"/>'
    )
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
    footer = "<footer><p>© 2024 Example Post. All rights reserved.</p></footer>"
    (document,), rejected = read("a.html", page(menu + article() + footer, head))
    assert rejected == []
    assert (document.title, document.author, document.publisher) == ("Oslo pact", "Anna Berg", "Example Post")
    assert (str(document.published), document.published_basis) == ("2023-05-07", "metadata")
    assert (document.language, document.reader) == ("en", "html/1")
    assert "Norway and Sweden signed" in document.text
    assert "World" not in document.text
    assert "2024" not in document.text


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-02-03T01:00:00Z"}</script>',
        '<meta name="pubdate" content="3 February 2021"/>',
        '<meta itemprop="datePublished" content="20210203"/>',
    ],
)
def test_a_stated_date_in_many_notations(read, head):
    (document,), _ = read("a.html", page(article(), head))
    assert (document.published, document.published_basis) == (date(2021, 2, 3), "metadata")


def test_the_address_that_a_saved_page_states_gives_its_date(read):
    head = '<link rel="canonical" href="https://example.org/2019/07/04/oslo-pact"/>'
    (document,), _ = read("a.html", page(article(), head))
    assert str(document.published) == "2019-07-04"


def test_a_clock_on_the_page_is_no_publication_date(read):
    today = date.today().isoformat()
    clock = f"<header><time datetime='{today}'>{today}</time></header>"
    (document,), _ = read("a.html", page(clock + article()))
    assert (document.published, document.published_basis) == (None, "none")


def test_a_page_published_today_keeps_its_stated_date(read):
    today = date.today()
    head = f'<meta property="article:published_time" content="{today.isoformat()}"/>'
    (document,), _ = read("a.html", page(article(), head))
    assert document.published == today
    later = f'<meta property="article:published_time" content="{today + timedelta(days=30)}"/>'
    (document,), _ = read("b.html", page(article(), later))
    assert document.published is None


def test_sub_headings_and_lists_are_paragraphs_and_footnote_marks_are_gone(read):
    parts = (
        P1,
        "<h2>What Moscow says</h2>",
        "<p>Russia criticised the agreement.<sup>1</sup> It covers 20 km<sup>2</sup> of "
        "sea<sup><a href='#n'>[2]</a></sup>.</p>",
        "<ul><li>Norway buys three frigates from Sweden.</li><li>Sweden buys aircraft from Norway.</li></ul>",
        P3,
    )
    (document,), _ = read("a.html", page(article(*parts)))
    paragraphs = document.text.split("\n\n")
    assert "What Moscow says" in paragraphs
    assert "Russia criticised the agreement. It covers 20 km2 of sea." in paragraphs
    assert "Norway buys three frigates from Sweden." in paragraphs


def test_the_character_set_that_a_page_declares_is_used(read):
    raw = page(article("<p>Österreichs Außenministerin erklärte am Montag, dass Wien zustimmen werde.</p>" * 3))
    raw = raw.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252")
    (document,), _ = read("a.html", raw)
    assert "Österreichs Außenministerin" in document.text


HOSTILE = {
    "script": article(P1, "<script>alert('x')</script>",
                      "<p onclick='x()'>Clicking <img src=x onerror=alert(1)>here ends the talks.</p>", P2),
    "entities": article(P1,
                        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &#x202e;&#0;&nosuch; said the minister of it.</p>",
                        P2),
    "unclosed": "<article><p>" + "<b><i><font>" * 3000 + P1 + P2,
    "deep": "<div>" * 10_000 + P1 + P2 + "</div>" * 10_000,
    "tables": article(P1, P2, "<table><tr><td>" * 3_000, "<p>Norway left.</p>"),
    "layout": ("<table><tr><td><table><tr><td>" + P1 + "</td></tr><tr><td>" + P2 + P3 + "</td></tr></table></td>"
               "</tr></table>"),
    "wide": article(P1, P2, "<p>" + "<span>a</span>" * 50_000 + "</p>"),
    "items": article(P1, P2, "<ul>" + "<li><a href='x'>aaaa</a></li>" * 30_000 + "</ul>"),
    "attribute": article(P1, P2, "<p title='" + "a" * 2_000_000 + "'>x</p>"),
    "comment": article(P1, P2) + "<!-- " + "-" * 100_000,
    "frames": article(P1, "<iframe src='http://127.0.0.1/'></iframe><object data='file:///etc/passwd'></object>", P2),
    "nulls": article(P1.replace("Norway", "Nor\0way"), P2),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_gives_plain_text_in_time(read, name):
    start = time.perf_counter()
    (document,), rejected = read("a.html", page(HOSTILE[name]))
    assert time.perf_counter() - start < 8
    assert rejected == []
    assert "agreement on joint air defence in Oslo" in document.text
    assert "Russia criticised the agreement" in document.text
    assert "alert(" not in document.text or name == "entities"  # there the article itself speaks of it
    assert not any(character in document.text for character in "\0\u202e")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (page(""), "no text in it"),
        (page("<script>var a = 'Norway and Sweden signed an agreement.';</script>"), "no text in it"),
        (page("<p>" + "word " * 2_100_000 + "</p>"), "a page of 10,500,1"),
    ],
)
def test_a_page_without_an_article_is_rejected(read, content, reason):
    documents, (rejected,) = read("a.html", content)
    assert documents == []
    assert rejected.reason.startswith(reason)
