"""RSS and Atom: one document an entry."""

import hashlib

import pytest

FIRST = "Norway and Sweden signed an agreement on joint air defence in Oslo on Monday."
SECOND = "Russia criticised the agreement at once and said that it would recall its ambassador."
ITEM = (
    "<item><title>Oslo &amp; the pact</title><link>https://example.org/2020/01/01/x</link>"
    "<author>a@b.org (Anna Berg)</author>"
    f"<pubDate>Sun, 07 May 2023 10:00:00 GMT</pubDate>"
    f"<description>&lt;p&gt;{FIRST}&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;"
    f"&lt;p&gt;{SECOND}&lt;/p&gt;</description></item>"
)
RSS = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Example Post</title><language>en-gb</language>"
    f"<lastBuildDate>Sun, 01 Jan 2026 10:00:00 GMT</lastBuildDate>{ITEM}"
    f"<item><title>Undated</title><description>{SECOND}</description></item>"
    "<item><title>Nothing more</title></item></channel></rss>"
)
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Post</title>
<entry><title>Oslo pact</title><updated>2023-05-09T00:00:00Z</updated><published>2023-05-07T00:00:00Z</published>
<summary>Short.</summary><content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;</content></entry></feed>"""


def test_rss(read):
    (first, second), (rejected,) = read("a.rss", RSS)
    assert (first.title, first.publisher, first.author) == ("Oslo & the pact", "Example Post", "a@b.org (Anna Berg)")
    assert (str(first.published), first.published_basis) == ("2023-05-07", "metadata")
    assert first.text == f"{FIRST}\n\n{SECOND}"
    assert first.document_id == hashlib.sha256(ITEM.encode()).hexdigest()
    assert first.source.endswith("a.rss#1")
    assert (second.published, second.published_basis) == (None, "none")
    assert (rejected.scope, rejected.reason) == ("record", "an entry without content or summary")


def test_atom_content_is_preferred_and_the_first_date_counts(read):
    (document,), rejected = read("a.xml", ATOM)
    assert rejected == []
    assert document.text == FIRST
    assert str(document.published) == "2023-05-07"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><rss><channel><item>&a;</item></channel></rss>',
         "a feed that declares XML entities"),
        ("<rss version='2.0'><channel><title>A</title></channel></rss>", "a feed without entries"),
        ("<rss>" + "<item>" * 30_000, "a feed of 30,000 entries; at most 20,000 are read"),
    ],
)  # fmt: skip
def test_feeds_that_are_refused(read, content, reason):
    documents, (rejected,) = read("a.rss", content)
    assert documents == []
    assert rejected.reason == reason


def test_a_cut_off_feed_gives_what_it_holds(read):
    documents, _ = read("a.rss", RSS[: RSS.index("<item><title>Undated")])
    assert [document.title for document in documents] == ["Oslo & the pact"]
