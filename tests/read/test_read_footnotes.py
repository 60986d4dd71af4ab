"""Footnote marks leave the text, sentence ends get their space back, and other numbers stay."""

import time

import pytest

from detente.read.footnotes import unglue


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They meet China.1Both countries agree.", "They meet China. Both countries agree."),
        ("high-tech products.9Strong ties follow.", "high-tech products. Strong ties follow."),
        ("more competitive.67“South Korea must", "more competitive. “South Korea must"),
        ("its territory.3 It also launched", "its territory. It also launched"),
        ("the Strait.”12Japan has", "the Strait.” Japan has"),
        ("said the University.8", "said the University."),
        ("Strategic Studies. 14Things are moving", "Strategic Studies. Things are moving"),
        ("the war.[1] Prior to this", "the war. Prior to this"),
        ("kinds of support,[6] brought", "kinds of support, brought"),
        ("visited South Korea [7] and", "visited South Korea and"),
        ("several treaties.[2, 3] Then", "several treaties. Then"),
        ("the alliance.¹ Next", "the alliance. Next"),
        ("the alliance¹² and", "the alliance and"),
        ("the summit in 2021.12Japan then", "the summit in 2021. Japan then"),
    ],
)
def test_a_mark_is_removed_and_leaves_a_sentence_boundary(before, after):
    assert unglue([before]) == [after]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("its allies.While Seoul waits", "its allies. While Seoul waits"),
        ("the U.N.Security Council", "the U.N. Security Council"),
        ("In 2022.The war began", "In 2022. The war began"),
        ("no longer separated,”said Lee", "no longer separated,” said Lee"),
        ("has begun.“We agree", "has begun. “We agree"),
        ('"We agree."Yoon left', '"We agree." Yoon left'),
        ('he said."We agree', 'he said. "We agree'),
        ("Will it last?Nobody knows", "Will it last? Nobody knows"),
    ],
)
def test_a_sentence_end_gets_its_space_back(before, after):
    assert unglue([before]) == [after]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. raised rates by 3.5 percent.",
        "The U.S. 7th Fleet sailed.",
        "It is No.1 in Asia and No.1Both is a brand.",
        "See Fig.2b and Sec.4 of the report.",
        "He flew an F-16. Then he left.",
        "The minister uses .NET and ASP.NET Core.",
        "Read https://example.org/a.1Both?x=Y.Z and write to kim@mofa.Example.Org now.",
        "The talks began at 5.30pm in Tokyo.",
        "The G7 and the G20 met; COVID-19. The end.",
        "Exports rose to $3.5 Billion.",
        "An area of 12 km² was cleared.",
        "The budget is 3.5 Million won.",
        "He wrote [sic] the letter of [2022].",
        "In 1,4 of cases the J.R.R. rule holds.",
    ],
)
def test_what_is_no_mark_stays(text):
    assert unglue([text]) == [text]


def test_a_number_at_a_word_is_a_mark_only_where_it_continues_the_count():
    marked = unglue(["One fact.1 Two facts.", "Japan,2 which said that3 it went, caught covid19 and left."])
    assert marked == ["One fact. Two facts.", "Japan, which said that it went, caught covid19 and left."]
    assert unglue(["Japan,2 which said that3 it went."]) == ["Japan,2 which said that3 it went."]


@pytest.mark.parametrize("text", ["a." * 200_000, "A." * 200_000, "a1" * 200_000, "a@b." * 100_000, "[1]" * 100_000])
def test_hostile_runs_take_no_time(text):
    start = time.perf_counter()
    unglue([text])
    assert time.perf_counter() - start < 5
