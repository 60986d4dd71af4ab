"""Markdown: front matter gives the facts, and no markup is left in the text."""

TEXT = """---
title: "Oslo pact: a first look"
author: [Anna Berg, Bo Dahl]
publisher: 'Example Post'
published: 2023-05-07
language: en   # of the text
ignored line
---

# Oslo pact

Norway and **Sweden** signed an [agreement](https://example.org/pact "pact") on
*joint* air defence in Oslo.[^1] See `x` &amp; ~~not~~ that.

![Two flags](flags.png)

## What Moscow says

> Russia criticised the agreement at once, and its
> foreign ministry called it _dangerous_ for the north.

- Norway buys ships.
- Sweden buys aircraft.

```python
print("code is no text")
```

[^1]: Example Post, p. 3.

<script>alert(1)</script>
<!-- a remark -->
"""


def test_front_matter_and_markup(read):
    (document,), rejected = read("a.md", TEXT)
    assert rejected == []
    assert (document.title, document.author) == ("Oslo pact: a first look", "Anna Berg, Bo Dahl")
    assert (document.publisher, document.language, document.reader) == ("Example Post", "en", "md/1")
    assert (str(document.published), document.published_basis) == ("2023-05-07", "metadata")
    assert document.text.split("\n\n")[:6] == [
        "Oslo pact",
        "Norway and Sweden signed an agreement on joint air defence in Oslo. See x & not that.",
        "What Moscow says",
        "Russia criticised the agreement at once, and its foreign ministry called it dangerous for the north.",
        "Norway buys ships.",
        "Sweden buys aircraft.",
    ]
    assert "print" not in document.text
    assert "remark" not in document.text
    assert "<script>" not in document.text


def test_without_front_matter_the_heading_is_the_title(read):
    (document,), _ = read("a.md", "Oslo pact\n=========\n\nNorway and Sweden signed an agreement in Oslo.\n")
    assert document.title == "Oslo pact"
    assert (document.published, document.published_basis) == (None, "none")


def test_front_matter_without_end_is_text(read):
    (document,), _ = read("a.md", "---\ntitle: A\n\nNorway and Sweden signed an agreement in Oslo on Monday.\n")
    assert "Norway and Sweden signed" in document.text
    assert document.title != "A"


def test_a_date_in_the_future_is_not_believed(read):
    (document,), _ = read("a.md", "---\ndate: 2999-01-01\n---\nNorway and Sweden signed an agreement in Oslo.\n")
    assert (document.published, document.published_basis) == (None, "none")
