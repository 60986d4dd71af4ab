"""What the page says, asked of its HTML without a browser."""

import base64
import hashlib
import re

import pyarrow as pa

from detente.report.page import render_report
from detente.schema.tables import TABLES


def section(page, name):
    """Text of one section, tags taken out."""
    body = page.split(f'id="{name}"', 1)[1].split("</section>", 1)[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def test_the_same_input_gives_the_same_page(tables, camps, page, meta):
    assert render_report(tables, camps, meta) == page


def test_the_policy_lets_in_only_the_style_and_script_of_the_page(page):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)[1].replace("&#39;", "'")
    style, script = (re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1] for tag in ("style", "script"))
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_no_markup_of_a_document_survives_and_no_inline_style_is_used(page):
    assert "<img" not in page
    assert page.count("<script") == 1
    assert "\u202e" not in page
    assert re.search(r"<[^>]+\sstyle=", page) is None
    assert re.search(r"<[^>]+\son[a-z]+=", page.replace("&lt;", "").replace("&#34;", "")) is None


def test_the_camps_are_told_in_words_with_the_tie_against_them(page):
    answer = section(page, "top")
    assert "Camp A North Korea · China · Russia" in answer
    assert "Camp B Japan · South Korea · United States" in answer
    assert "Between the camps, 5 of 6 ties are hostile." in answer
    assert "(friendly across the camps)" in answer


def test_how_sure_counts_documents_acts_and_ties(page):
    answer = section(page, "top")
    assert "4 documents read 1 near-copy not counted" in answer
    assert "20 distinct acts and conditions 16 told as fact; 7 undated" in answer
    assert "9% of the ties speak against the split 1 of 11" in answer


def test_a_copy_of_a_document_is_listed_but_not_counted_or_quoted(page):
    assert "not counted: near-copy of" in section(page, "sources")
    assert "[4]" not in section(page, "evidence")


def test_what_is_denied_imagined_or_planned_is_shown_and_marked(page):
    evidence = section(page, "evidence")
    for words in ("said not to have happened", "hypothetical", "announced, not yet done", "history"):
        assert words in evidence
    assert "no recipient named" in evidence


def test_actor_trigger_and_recipient_are_marked_and_named_to_a_screen_reader(page):
    assert '<mark class="actor"><span class="sr">[actor: </span>China<span class="sr">]</span></mark>' in page
    assert (
        '<mark class="trigger"><span class="sr">[trigger: </span>banned imports<span class="sr">]</span></mark>' in page
    )
    assert '<mark class="party"><span class="sr">[party: </span>South Korea<span class="sr">]</span></mark>' in page


def test_an_agreement_comes_with_its_provisions_and_nothing_after_them(page):
    agreements = section(page, "agreements")
    assert "will ] lift its controls on three materials" in agreements
    assert "includes ] regular visits of the leaders" in agreements
    assert "weather" not in agreements


def test_a_reason_is_quoted_with_who_gives_it(page):
    reasons = section(page, "reasons")
    assert "quoted, not scored" in reasons
    assert "in the wake of ] missile tests by North Korea" in reasons
    assert "given by President Park beside: South Korea → Japan" in reasons
    assert "because of ] the release of water. [2] given by someone quoted or reported, not resolved" in reasons
    assert "because of ] the flood. [3] given by the writer (The Invented Wire)" in reasons


def test_history_is_told_in_words_and_not_drawn(page):
    timeline = section(page, "timeline")
    assert "1910 Japan → South Korea : coercion (seize) annexed" in timeline


def test_failures_are_grouped_by_reason_with_the_remedy(page):
    skipped = section(page, "skipped")
    assert "Inputs that could not be read: 2" in skipped
    assert "2 × the PDF is cut short What to do: get the file again." in skipped
    assert "Passages left out as boilerplate: 1" in skipped


def test_corrections_show_both_values_and_who_made_them(page):
    assert "event_type AGREE SUPPORT it was signed" in section(page, "corrections")
    assert "A. Nalyst 2023-10-01 09:30 applied" in section(page, "corrections")


def test_versions_and_settings_are_listed(page):
    methods = section(page, "methods")
    assert "detente 0.1.0" in methods
    assert "measure.present_days 1095" in methods


def test_nothing_at_all_gives_a_page_that_says_so():
    page = render_report({}, None, {})
    assert "Nothing was coded, because no document was given." in section(page, "top")


def test_documents_in_other_languages_only_are_named_as_the_reason(tables):
    documents = tables["documents"].to_pylist()
    foreign = pa.Table.from_pylist([{**row, "language": "tr"} for row in documents], schema=TABLES["documents"])
    page = render_report({"documents": foreign}, None, {})
    assert "Nothing was coded, because none of the 4 documents is in English" in section(page, "top")


def test_inputs_that_all_failed_are_named_as_the_reason(tables):
    page = render_report({"rejected": tables["rejected"]}, None, {})
    assert "no document could be read; 2 inputs failed" in section(page, "top")


def test_acts_without_ties_are_still_shown(tables, meta):
    less = {name: table for name, table in tables.items() if name not in ("ties", "tie_evidence")}
    page = render_report(less, None, meta)
    assert "Acts, but no ties" in section(page, "top")
    assert "fired 2 missiles" in section(page, "evidence")


def test_ties_without_a_split_are_listed_and_drawn(tables, meta):
    page = render_report(tables, None, meta)
    assert "Ties, but no camps" in section(page, "top")
    assert "Table of 11 ties" in section(page, "network")
    assert page.count('role="img"') == 5  # three networks, two timelines


def test_a_page_that_leaves_items_out_has_no_dead_link(tables, camps, monkeypatch, meta):
    monkeypatch.setattr("detente.report.evidence.ALL_ITEMS", 3)
    page = render_report(tables, camps, meta)
    anchors = set(re.findall(r'\bid="([^"]+)"', page))
    assert [link for link in re.findall(r'href="#([^"]+)"', page) if link not in anchors] == []
    assert "1 older one is in the exported events.csv" in section(page, "evidence")


def test_a_table_that_ignores_dates_has_no_timeline_but_a_page(tables, meta):
    rows = [{**row, "date_start": None, "date_end": None} for row in tables["events"].to_pylist()]
    page = render_report({**tables, "events": pa.Table.from_pylist(rows, schema=TABLES["events"])}, None, meta)
    assert "No act between two actors is both dated and told as fact." in section(page, "timeline")
    assert "20 of 20 acts and conditions carry no date." in section(page, "top")
