from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.config import SourceConfig
from xref.ingest.drafts import Draft
from xref.ingest.structure import laid_out, mark_repeated
from xref.outlets import Directory

DIRECTORY = Directory(
    (SourceConfig(name="Northern Ledger", aliases=["NL"]), SourceConfig(name="Tidewire", agency=True))
)

RELAY = """Halden bridge shut for the winter – Northern Ledger

Ada Venn — Thursday, 4 March 2021, 11:13

The council of Brinmoor has closed the Halden bridge over cracks in two pillars.

Source: Northern Ledger (NL)

Quote from the NL: "The bridge will stay shut until the pillars are sound, an engineer of the council said."

Details: According to Ines Maro, the harbour master, lorries had crossed it every night.

No date was given for the opening, the NL reported.

Background

  • The bridge was built in 1931 and last repaired eleven years ago.
  – On 2 March, Coast Radio reported that divers had seen loose stones.

Support the Brinmoor Observer or become our patron!"""


def blocks(text, title="", directory=DIRECTORY, is_plain=True):
    layout = laid_out(Draft(text, title=title, is_plain=is_plain), directory)
    return [(b.kind, b.section, b.credited, text[b.body if b.body >= 0 else b.start : b.end]) for b in layout.blocks]


def test_a_relay_article_is_read_in_its_form():
    assert blocks(RELAY) == [
        ("headline", "", "Northern Ledger", "Halden bridge shut for the winter"),
        ("source", "", "Northern Ledger", "Northern Ledger"),
        ("byline", "", "", "Ada Venn — Thursday, 4 March 2021, 11:13"),
        ("paragraph", "", "", "The council of Brinmoor has closed the Halden bridge over cracks in two pillars."),
        ("source", "", "Northern Ledger", "Source: Northern Ledger (NL)"),
        ("paragraph", "quote", "Northern Ledger",
         '"The bridge will stay shut until the pillars are sound, an engineer of the council said."'),
        ("paragraph", "details", "", "According to Ines Maro, the harbour master, lorries had crossed it every night."),
        ("paragraph", "details", "", "No date was given for the opening, the NL reported."),
        ("boilerplate", "background", "", "Background"),
        ("bullet", "background", "", "The bridge was built in 1931 and last repaired eleven years ago."),
        ("bullet", "background", "", "On 2 March, Coast Radio reported that divers had seen loose stones."),
        ("boilerplate", "", "", "Support the Brinmoor Observer or become our patron!"),
    ]  # fmt: skip


def test_the_outlet_that_a_headline_cites_is_not_in_the_title():
    layout = laid_out(Draft(RELAY, is_plain=True), DIRECTORY)
    assert (layout.title, layout.authors) == ("Halden bridge shut for the winter", "Ada Venn")
    assert layout.published == "Thursday, 4 March 2021, 11:13"


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("Source: Ines Maro on Telegram", "Ines Maro"),
        ("Source: Tidewire news agency, citing the NL", "Tidewire news agency; Northern Ledger"),
        ("Sources: Tidewire; Coast Radio", "Tidewire; Coast Radio"),
        ("**Source:** NL", "Northern Ledger"),
        ("(Source: Coast Radio)", "Coast Radio"),
        ("Source: The Coast Radio (CR)", "The Coast Radio"),
    ],
)
def test_a_source_line_credits_its_outlet_in_normal_form(line, credited):
    text = f"Bridge shut\n\nThe bridge was shut on Tuesday.\n\n{line}\n\nRepairs begin soon."
    assert ("source", credited) in [(kind, who) for kind, _, who, _ in blocks(text)]


def test_a_short_form_introduced_by_the_article_is_known_in_its_labels():
    text = "Bridge shut\n\nIt was shut.\n\nQuote from the CR: “It is shut.”\n\nSource: Coast Radio (CR)"
    assert [b[2] for b in blocks(text) if b[1] == "quote"] == ["Coast Radio"]


@pytest.mark.parametrize(
    ("label", "section"),
    [
        ("Quote: ", "quote"),
        ("Quote from Maro: ", "quote"),
        ("Details: ", "details"),
        ("What we know: ", "details"),
        ("Why it matters: ", "details"),
        ("Background: ", "background"),
        ("Reminder: ", "background"),
        ("Previously: ", "background"),
        ("For reference: ", "background"),
    ],
)
def test_labels_open_sections_and_the_body_begins_after_them(label, section):
    text = f"Bridge shut\n\nIt was shut on Tuesday.\n\n{label}The pillars have cracks.\n"
    assert blocks(text)[-1][1::2] == (section, "The pillars have cracks.")


def test_a_colon_after_a_speaker_is_no_label():
    text = "Bridge shut\n\nIt was shut on Tuesday.\n\nMaro: “We had no choice.”\n"
    assert blocks(text)[-1] == ("paragraph", "", "", "Maro: “We had no choice.”")


def test_a_quotation_goes_on_until_its_marks_close():
    text = (
        "Bridge shut\n\nIt was shut.\n\nQuote: “The first pillar is cracked.\n\n“The second is worse.”\n\n"
        "Work begins in May."
    )
    assert [b[1] for b in blocks(text)[-3:]] == ["quote", "quote", ""]


def test_a_headline_run_into_the_first_paragraph_is_parted_from_it():
    text = "Cracks close the Halden bridge The council closed the bridge on Tuesday."
    assert blocks(text, title="Cracks close the Halden bridge") == [
        ("headline", "", "", "Cracks close the Halden bridge"),
        ("paragraph", "", "", "The council closed the bridge on Tuesday."),
    ]


def test_a_sentence_that_begins_like_the_title_is_no_headline():
    text = "Cracks close the Halden bridge for six weeks, the council said."
    assert [b[0] for b in blocks(text, title="Cracks close the Halden bridge")] == ["paragraph"]


def test_a_first_sentence_is_no_headline():
    assert [b[0] for b in blocks("The bridge was closed.\n\nIt has cracks.")] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("dateline", "is_dateline"),
    [
        ("BRINMOOR (Reuters) – ", True),
        ("BRINMOOR, Halland (AP) — ", True),
        ("BRINMOOR/HALDEN (Reuters) - ", True),
        ("BRINMOOR, March 4 (Tidewire) -- ", True),
        ("Brinmoor (CNN) ", True),
        ("(Reuters) - ", True),
        ("BRINMOOR — ", True),
        ("Brinmoor, AFP – ", True),
        ("The Harbour Union (THU) – ", False),
        ("Ines Maro (R-Brinmoor) ", False),
        ("Brinmoor — ", False),
        ("THU — ", True),
    ],
)
def test_the_body_begins_after_a_dateline(dateline, is_dateline):
    text = f"{dateline}The bridge was closed on Tuesday."
    expected = "The bridge was closed on Tuesday." if is_dateline else text
    assert blocks(text)[-1][3] == expected


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT", "Advertisement - continue reading below", "Share this article",
        "Facebook Twitter WhatsApp Email",
        "Sign up for our daily newsletter", "Subscribe to get the news first", "Read more: Bridges of the north",
        "© 2021 Northern Ledger. All rights reserved.", "Copyright 2021 Tidewire. All rights reserved.",
        "We use cookies to improve your experience.", "Support our journalism",
        "Support the Ledger or become our patron!",
        "Donate to keep us free", "Become a member today", "Follow Ada Venn on Twitter", "Click here to get the app",
        "Have a tip? Write to us", "Related articles", "Story continues below", "3 comments", "* * *",
    ],
)  # fmt: skip
def test_standing_lines_are_boilerplate(line):
    text = f"Bridge shut\n\nIt was shut on Tuesday.\n\n{line}\n\nRepairs begin in May.\n"
    assert {b[3]: b[0] for b in blocks(text)}[line] == "boilerplate"


@pytest.mark.parametrize(
    "sentence",
    [
        "Support for the council among members of the union fell to a third.",
        "Support the miners, the bishop told members of parliament.",
        "Donations to the relief fund reached two million crowns.",
        "Share prices fell by four percent.",
        "Follow-up inspections found more cracks on Twitter Street.",
        "Sign-ups for the vaccine rose in Brinmoor.",
        "Copyright law was changed on Tuesday.",
        "Facebook said it had removed the post.",
        "Subscribers to the railway lost their money.",
        "Police read the suspect his rights.",
        "Read was arrested on Tuesday.",
        "Heavy rain may have contributed to the collapse, engineers said.",
        "Photographs show the damage.",
        "Maro is a reporter who was arrested in May.",
        "Get out, he told the newsletter's editor.",
    ],
)
def test_news_sentences_are_kept(sentence):
    text = f"Bridge shut\n\nIt was shut on Tuesday.\n\n{sentence}\n\nMore rain is expected.\n\nAll is well so far."
    assert {b[3]: b[0] for b in blocks(text)}[sentence] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "The Halden bridge on Tuesday. (AP Photo/Ines Maro)", "Photo: Ines Maro / Tidewire",
        "FILE - The bridge in 2019.",
        "Workers at the bridge. Ines Maro/Getty Images", "Image credit: Coast Radio", "![The bridge](bridge.jpg)",
    ],
)  # fmt: skip
def test_captions_are_told_from_paragraphs(line):
    text = f"Bridge shut\n\nIt was shut on Tuesday.\n\n{line}\n\nRepairs begin in May.\n"
    assert {b[3]: b[0] for b in blocks(text)}[line] == "caption"


def test_standing_lines_run_together_with_the_last_paragraph_are_parted():
    news = "The council closed the bridge on Tuesday after an inspection. " * 5
    text = f"{news}Sign up for our daily newsletter. Copyright 2021 Northern Ledger. All rights reserved."
    found = blocks(text)
    assert found[0][::3] == ("paragraph", news.strip())
    assert {b[0] for b in found[1:]} == {"boilerplate"}


def test_agency_sign_offs_are_bylines_that_origins_can_read():
    news = "Bridge shut\n\nIt was shut on Tuesday.\n\n"
    text = f"{news}Tidewire contributed to this report.\n\n(Reporting by Ada Venn; editing by Tom Riel)"
    assert [b[0] for b in blocks(text)[-2:]] == ["byline", "byline"]


def test_wrapped_lines_are_one_paragraph():
    lines = [
        "The council of Brinmoor closed the Halden bridge on Tuesday after an",
        "inspection found cracks in two of its pillars, and said that repairs",
        "would take at least six weeks.",
        "",
        "Buses will run from the harbour to the station every ten minutes until",
        "the work is done, the harbour master said, while lorries have to take",
        "the road over the hills, which adds forty minutes to the journey.",
    ]
    text = "\n".join(lines)
    assert [b[3] for b in blocks(text)] == ["\n".join(lines[:3]), "\n".join(lines[4:])]


def test_lines_that_are_sentences_stay_apart():
    text = (
        "The bridge was closed on Tuesday.\nCracks were found.\nRepairs take six weeks.\nBuses will run.\nThat is all."
    )
    assert len(blocks(text)) == 5


def test_lines_an_outlet_repeats_over_unlike_articles_are_boilerplate():
    footer = "Brinmoor Observer, your window on the bay."
    texts = [
        f"{subject} was in the news on Tuesday.\n\nMore on {subject} is known.\n\n{footer}"
        for subject in ("Rain", "Rent", "Rope")
    ]
    found = [laid_out(Draft(t, is_plain=True), DIRECTORY).blocks for t in texts]
    assert {own[-1].kind for own in found} == {"paragraph"}
    marked = mark_repeated(texts, found, ["Observer"] * 3)
    assert [[b.kind for b in own] for own in marked] == [["paragraph", "paragraph", "boilerplate"]] * 3
    assert mark_repeated(texts, found, ["A", "B", "C"]) == [tuple(own) for own in found]


def test_passages_that_reports_of_one_event_share_are_kept():
    shared = "The bridge was built in 1931 and last repaired eleven years ago."
    middle = "The council closed it on Tuesday after an inspection found cracks."
    texts = [
        f"Report {n} of the day.\n\n{middle}\n\nMaro spoke.\n\nBuses run.\n\nLorries wait.\n\n{shared}" for n in "123"
    ]
    found = [laid_out(Draft(t, is_plain=True), DIRECTORY).blocks for t in texts]
    assert all(own[-1].kind == "paragraph" for own in mark_repeated(texts, found, ["Observer"] * 3))


WORDS = st.sampled_from(
    ["Source: NL", "Quote from the NL: “It", "Details:", "Background", "• one", "\r\n", "\n\n",
     "\n", "—", "BRINMOOR (AP) –",
     "\x00",
     "By Ada Venn", "ADVERTISEMENT", "The bridge was closed.", "Halden bridge shut – NL", "4 March 2021, 11:13",
     "# Head", "\u2028", "é", "ß", "İ", "   "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(WORDS | st.text(max_size=12), max_size=30),
    st.sampled_from(["", "Halden bridge shut", "İß—", "The bridge was closed"]),
)
def test_blocks_lie_in_the_text_in_order_without_overlap_and_lose_nothing(parts, title):
    text = " ".join(parts)
    found = laid_out(Draft(text, title=title, is_plain=True), DIRECTORY).blocks
    end = 0
    for block in found:
        assert end <= block.start < block.end <= len(text)
        assert block.start <= block.body <= block.end
        assert not text[block.start].isspace() and not text[block.end - 1].isspace()
        assert not text[end : block.start].strip(" \t\r\n–—|-\u2028\x0b\x0c\x85\x1c\x1d\x1e\x1f\u2029\u200b\ufeff\xa0")
        end = block.end
