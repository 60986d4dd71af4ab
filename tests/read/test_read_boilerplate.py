"""What surrounds an article is left out with its reason, and the article stays whole."""

import pytest

from detente.read.boilerplate import strip_boilerplate
from detente.read.draft import Paragraph
from detente.read.lines import line_paragraphs

BODY = [
    "Norway and Sweden signed an agreement on joint air defence in Oslo on Monday, their governments said.",
    "The Swedish prime minister said that the agreement would make the north safer. Russia criticised it at once.",
    "Finland, which had joined the alliance a year earlier, is expected to take part from the autumn onwards.",
]


def strip(text, title="", author=""):
    kept, skipped, byline = strip_boilerplate(line_paragraphs(text), title, author)
    return [paragraph.text for paragraph in kept], {passage.text: passage.reason for passage in skipped}, byline


def article(*, before=(), after=()):
    return "\n\n".join([*before, *BODY, *after])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Leave a Reply", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("Read more: Finland and the Baltic", "link to another page"),
        ("This article was first published by The Example Review.", "link to another page"),
        ("Share this", "share buttons"),
        ("Facebook Twitter LinkedIn", "share buttons"),
        ("Subscribe to our weekly newsletter for the best of our reporting.", "newsletter or subscription"),
        ("This post is also available in: Türkçe Русский", "language links"),
        ("We use cookies to improve your experience on this site.", "cookie notice"),
        ("© 2023 Example Media. All rights reserved.", "copyright line"),
        ("Copyright 2021 Example Media", "copyright line"),
        ("Advertisement", "advertisement"),
        ("shutterstock_1482094163", "photo credit or image name"),
        ("DSC_0042.JPG", "photo credit or image name"),
        ("2024 04 11T160209Z 1093576212 RC2F47A84CXD RTRMADP 3 SUMMIT", "photo credit or image name"),
        ("Photo: Reuters", "photo credit or image name"),
        ("4 min read", "page label"),
        ("Tags: Norway, Sweden, defence", "page label"),
        ("Home > World > Europe", "page label"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_furniture_is_left_out_wherever_it_stands(line, reason, place):
    paragraphs = [*BODY[:place], line, *BODY[place:]]
    kept, skipped, _ = strip("\n\n".join(paragraphs))
    assert kept == BODY
    assert skipped == {line: reason}


@pytest.mark.parametrize(
    "line",
    [
        "Copyright talks between China and the United States collapsed on Monday.",
        "Share the burden, Trump told the allies in Brussels on Tuesday.",
        "Related-party trade between the two countries was banned by Beijing in May.",
        "Join NATO now, the former president urged Kyiv in a speech on Sunday.",
        "Previous posts held by the ambassador include Paris, Rome and Ankara.",
        "Video-conferences between the two leaders were held on Monday and on Friday.",
        "Comment on the treaty came quickly from Moscow, which rejected it.",
        "No country has recognised the annexation of the peninsula.",
    ],
)
def test_reporting_that_begins_like_furniture_stays(line):
    kept, skipped, _ = strip("\n\n".join([BODY[0], line, BODY[1]]))
    assert kept == [BODY[0], line, BODY[1]]
    assert skipped == {}


def test_a_list_of_other_stories_goes_to_the_end():
    others = [
        "More from The Example",
        "World",
        "Millions face hunger after the harvest fails",
        "World",
        "Fund confirms its director for a second term",
        "IMG_2231",
        "Why one country wants to ban a church",
        "Front of mind",
    ]
    kept, skipped, _ = strip(article(after=others))
    assert kept == BODY
    assert list(dict.fromkeys(others)) == list(skipped)


def test_a_list_of_other_stories_before_the_article_ends_where_the_article_begins():
    kept, skipped, _ = strip(
        article(before=["Norway and Sweden agree", "Similar Posts", "Finland joins the alliance"]),
        title="Norway and Sweden agree",
    )
    assert kept == ["Norway and Sweden agree", *BODY]
    assert set(skipped.values()) == {"other stories"}


def test_teasers_with_their_first_lines_are_other_stories_too():
    others = ["Related articles", "A church is banned", "The parliament voted on Friday to ban it after a long debate."]
    assert strip(article(after=others))[0] == BODY


def test_comments_of_readers_go():
    comments = ["2 Comments", "I do not agree with this at all, and nobody in my street does.", "Nice one"]
    assert strip(article(after=comments))[0] == BODY


def test_sub_headings_stay():
    text = "\n\n".join([BODY[0], "A pact for the north", BODY[1], "What Finland will do", BODY[2]])
    kept, skipped, _ = strip(text)
    assert "A pact for the north" in kept
    assert "What Finland will do" in kept
    assert skipped == {}


def test_a_caption_goes_with_the_name_of_its_image():
    kept, skipped, _ = strip("Norway and Sweden agree\n\nshutterstock 14820941 1 Large\nTwo flags\n\n" + article())
    assert kept == ["Norway and Sweden agree", *BODY]
    assert skipped["Two flags"] == "caption"


@pytest.mark.parametrize(
    "notes",
    [
        ["[1] “A pact in the north”, Example Post, (Date of Accession: 21.09.2022).", "[2] Berg, a.g.m."],
        ["1. “Title of a piece”, Example Press, 2021.", "2. Anna Berg, “Another piece”, accessed 3 May 2022."],
        ["References", "Berg, A. (2021). The north. Example Press.", "Dahl, B. (2020). Fleets. https://example.org"],
        ["Notes:", "1 See the text of the treaty, p. 12.", "2 Ibid."],
    ],
)
def test_notes_at_the_end_go(notes):
    kept, skipped, _ = strip(article(after=notes))
    assert kept == BODY
    assert set(skipped.values()) == {"notes and references"}


def test_a_numbered_list_of_demands_stays():
    demands = ["1. Sweden must end its patrols in the strait.", "2. Norway must withdraw its ships by the spring."]
    assert strip(article(after=demands))[0] == [*BODY, *demands]


def test_a_chronology_at_the_end_stays():
    entries = ["Timeline", "1905: Norway leaves the union", "2024: Sweden joins the alliance"]
    assert strip(article(after=entries))[0] == [*BODY, *entries]


@pytest.mark.parametrize(
    "biography",
    [
        "Anna Berg is a senior research fellow at the Example Institute in Oslo. She works on the Arctic.",
        "About the author: Anna Berg has written about the north for twenty years.",
        "The author is a former diplomat.",
        "Anna Berg covers European security from Stockholm.",
        "The views expressed in this article are the author's own.",
    ],
)
def test_the_authors_biography_goes(biography):
    kept, skipped, _ = strip(article(after=[biography]))
    assert kept == BODY
    assert skipped == {biography: "author biography"}


def test_a_person_whom_the_article_quotes_is_no_author():
    quoted = [
        "The plan is sound, Anna Berg told reporters in Oslo after the meeting had ended.",
        "Berg is a professor at the Example Institute and has advised three governments on the Arctic.",
    ]
    assert strip(article(after=quoted))[0] == [*BODY, *quoted]


def test_an_ending_in_another_language_goes():
    turkish = (
        "Yazar, 2022 yılında Gazi Üniversitesi Uluslararası İlişkiler Bölümü'nden mezun olmuştur ve şu anda yüksek "
        "lisans eğitimine devam etmektedir; ilgi alanları kuzey ülkelerinin dış politikasıdır."
    )
    kept, skipped, _ = strip(article(after=[turkish]))
    assert kept == BODY
    assert skipped == {turkish: "other language (tr)"}


def test_notes_biography_and_labels_go_in_any_order():
    after = [
        "[1] Example Post, 2 May 2023.",
        "[2] Ibid.",
        "Anna Berg is an analyst at the Example Institute.",
        "Europe",
    ]
    assert strip(article(after=after))[0] == BODY
    assert strip(article(after=[*after[2:], *after[:2]]))[0] == BODY


def test_a_byline_gives_the_author():
    kept, skipped, byline = strip(article(before=["By Anna Berg and Bo Dahl"]))
    assert (kept, byline) == (BODY, "Anna Berg and Bo Dahl")
    assert skipped == {"By Anna Berg and Bo Dahl": "byline"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Sweden agree\n\nThey signed a pact on Monday.",
        "Norway recalls envoy",
        "Norway and Sweden sign pact\n\nRelated stories\n\nMore from Example",
    ],
)
def test_a_short_article_does_not_vanish(text):
    kept, _, _ = strip(text)
    assert kept[0] == text.split("\n\n")[0]


def test_nothing_is_lost_between_kept_and_skipped():
    paragraphs = line_paragraphs(article(before=["Share this"], after=["More from us", "A headline", "Leave a Reply"]))
    kept, skipped, _ = strip_boilerplate(paragraphs)
    assert sorted([p.text for p in kept] + [p.text for p in skipped]) == sorted(p.text for p in paragraphs)


def test_headings_marked_by_the_source_over_a_paragraph_stay():
    paragraphs = [Paragraph(BODY[0]), Paragraph("Related stories of two wars", heading=True), Paragraph(BODY[1])]
    kept, _, _ = strip_boilerplate(paragraphs)
    assert [paragraph.text for paragraph in kept] == [BODY[0], "Related stories of two wars", BODY[1]]
