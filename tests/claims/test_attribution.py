"""Who says what: one row a pattern of attribution, in sentences of our own."""

# ruff: noqa: E501 - tables and article text keep one entry a line

from __future__ import annotations

import pytest

from .articles import extract

pytestmark = pytest.mark.model

P, ORG, A, D, U = "person", "organisation", "anonymous", "document", "outlet"

PATTERNS = [
    # text, words in the content, cue, words in the speaker's name, kind
    ("Mayor Elena Brandt said the bridge was closed.", "the bridge was closed", "said", "Elena Brandt", P),
    ("Mayor Elena Brandt said that the bridge was closed.", "the bridge was closed", "said", "Elena Brandt", P),
    ("The bridge was closed, Mayor Elena Brandt said.", "bridge was closed", "said", "Elena Brandt", P),
    ("The bridge was closed, said Elena Brandt, the mayor of Norvia.", "bridge was closed", "said", "Elena Brandt", P),
    ("The bridge, Elena Brandt said, was closed to all traffic.", "bridge", "said", "Elena Brandt", P),
    ("“The bridge is closed,” Elena Brandt said.", "The bridge is closed", "said", "Elena Brandt", P),
    ("\"The bridge is closed,\" Elena Brandt said.", "The bridge is closed", "said", "Elena Brandt", P),
    ("«The bridge is closed», Elena Brandt said.", "The bridge is closed", "said", "Elena Brandt", P),
    ("“The bridge is closed,” said Elena Brandt.", "The bridge is closed", "said", "Elena Brandt", P),
    ("Elena Brandt said: “The bridge is closed and will stay so.”", "The bridge is closed", "said", "Elena Brandt", P),
    ("Elena Brandt told reporters the bridge was closed.", "bridge was closed", "told", "Elena Brandt", P),
    ("Elena Brandt told reporters that the ferry had sunk.", "ferry had sunk", "told", "Elena Brandt", P),
    ("Elena Brandt said in a statement that the ferry had sunk.", "ferry had sunk", "said", "Elena Brandt", P),
    ("According to Elena Brandt, the ferry had sunk near the pier.", "ferry had sunk", "According to", "Elena Brandt", P),
    ("The ferry had sunk near the pier, according to Elena Brandt.", "ferry had sunk", "according to", "Elena Brandt", P),
    ("The ferry, according to Elena Brandt, had sunk near the pier.", "had sunk", "according to", "Elena Brandt", P),
    ("According to the Coast Guard, nine sailors were rescued.", "nine sailors were rescued", "According to", "Coast Guard", ORG),
    ("Nine sailors were rescued, according to the Ministry of Transport.", "Nine sailors", "according to", "Ministry of Transport", ORG),
    ("The Ministry of Transport confirmed that nine sailors were rescued.", "nine sailors", "confirmed", "Ministry of Transport", ORG),
    ("The Ministry of Transport denied that any sailors were missing.", "sailors were missing", "denied", "Ministry of Transport", ORG),
    ("The army claimed that it had taken the hill.", "had taken the hill", "claimed", "army", ORG),
    ("Police said three suspects were arrested on Monday.", "three suspects were arrested", "said", "Police", ORG),
    ("Three suspects were arrested on Monday, police said.", "Three suspects were arrested", "said", "police", ORG),
    ("Two officials said the talks had failed.", "talks had failed", "said", "Two officials", A),
    ("An official from the group said the talks had failed.", "talks had failed", "said", "official from the group", A),
    ("Two people briefed on the matter said the talks had failed.", "talks had failed", "said", "Two people", A),
    ("A source close to the negotiations said the talks had failed.", "talks had failed", "said", "source", A),
    ("The talks had failed, a senior diplomat said.", "talks had failed", "said", "senior diplomat", A),
    ("Witnesses said the crowd had thrown stones at the bus.", "crowd had thrown stones", "said", "Witnesses", A),
    ("A spokesman for the Norvian Foreign Ministry said the envoy had left.", "envoy had left", "said", "Foreign Ministry", ORG),
    ("A spokeswoman for Brandt Shipping said the vessel was insured.", "vessel was insured", "said", "Brandt Shipping", ORG),
    ("A court filing says the company hid its losses.", "company hid its losses", "says", "court filing", D),
    ("The report said that the dam was unsafe.", "dam was unsafe", "said", "report", D),
    ("A study found that the river had warmed by two degrees.", "river had warmed", "found", "study", D),
    ("The lawsuit alleges that the company hid its losses.", "company hid its losses", "alleges", "lawsuit", D),
    ("The poll showed that most voters opposed the plan.", "most voters opposed the plan", "showed", "poll", D),
    ("Harbour Post reported that the minister had resigned.", "minister had resigned", "reported", "Harbour Post", U),
    ("The minister had resigned, Harbour Post reported.", "minister had resigned", "reported", "Harbour Post", U),
    ("The Harbour Post reported on Friday that the minister had resigned.", "minister had resigned", "reported", "Harbour Post", U),
    ("Norvia Wire reported that two trains had collided.", "two trains had collided", "reported", "Norvia Wire", U),
    ("According to the Harbour Post, two trains had collided.", "two trains had collided", "According to", "Harbour Post", U),
    ("Elena Brandt announced that the school would close.", "school would close", "announced", "Elena Brandt", P),
    ("Elena Brandt warned that the dam could break.", "dam could break", "warned", "Elena Brandt", P),
    ("Elena Brandt insisted that the vote was fair.", "vote was fair", "insisted", "Elena Brandt", P),
    ("Elena Brandt acknowledged that mistakes were made.", "mistakes were made", "acknowledged", "Elena Brandt", P),
    ("Elena Brandt argued that the tax was too high.", "tax was too high", "argued", "Elena Brandt", P),
    ("Elena Brandt added that repairs would take a month.", "repairs would take a month", "added", "Elena Brandt", P),
    ("Elena Brandt noted that repairs would take a month.", "repairs would take a month", "noted", "Elena Brandt", P),
    ("Elena Brandt suggested that the engine had failed.", "engine had failed", "suggested", "Elena Brandt", P),
    ("Elena Brandt believes that the engine had failed.", "engine had failed", "believes", "Elena Brandt", P),
    ("Investigators suspect that the engine had failed.", "engine had failed", "suspect", "Investigators", A),
    ("Officials fear the toll will rise further.", "toll will rise", "fear", "Officials", A),
    ("Elena Brandt tweeted that the road was open.", "road was open", "tweeted", "Elena Brandt", P),
    ("Elena Brandt wrote that the road was open.", "road was open", "wrote", "Elena Brandt", P),
    ("“We lost everything in the fire,” Tomas Reuel wrote.", "We lost everything", "wrote", "Tomas Reuel", P),
    ("“Did anyone count the ballots twice?” Tomas Reuel asked.", "Did anyone count", "asked", "Tomas Reuel", P),
    ("“Nobody will leave this town!” Tomas Reuel shouted.", "Nobody will leave", "shouted", "Tomas Reuel", P),
    ("Tomas Reuel denied the accusation of fraud.", "accusation of fraud", "denied", "Tomas Reuel", P),
    ("Tomas Reuel accused the ministry of hiding the figures.", "hiding the figures", "accused", "Tomas Reuel", P),
    ("Tomas Reuel vowed to rebuild the harbour.", "rebuild the harbour", "vowed", "Tomas Reuel", P),
    ("Tomas Reuel promised to publish the accounts.", "publish the accounts", "promised", "Tomas Reuel", P),
    ("Tomas Reuel rejected the offer of a second vote.", "offer of a second vote", "rejected", "Tomas Reuel", P),
    ("Tomas Reuel criticised the slow response of the army.", "slow response", "criticised", "Tomas Reuel", P),
    ("Tomas Reuel called for a new election.", "new election", "called", "Tomas Reuel", P),
    ("Tomas Reuel described the raid as a mistake.", "as a mistake", "described", "Tomas Reuel", P),
    ("The general said troops crossed the river, adding that a bridge was destroyed.", "bridge was destroyed", "adding", "general", A),
    ("Elena Brandt, speaking in Norvia, said the strike was over.", "strike was over", "said", "Elena Brandt", P),
    ("Elena Brandt, who runs the port, said the strike was over.", "strike was over", "said", "Elena Brandt", P),
    ("Farmers say the drought has ruined the harvest.", "drought has ruined", "say", "Farmers", A),
    ("The drought has ruined the harvest, farmers say.", "drought has ruined", "say", "farmers", A),
    ("The company said on Tuesday it would cut 300 jobs.", "would cut 300 jobs", "said", "company", ORG),
    ("In a statement, the company said it would cut 300 jobs.", "would cut 300 jobs", "said", "company", ORG),
    ("The union said the company would cut 300 jobs, and the strike would go on.", "cut 300 jobs", "said", "union", ORG),
    ("Elena Brandt said that the plan was “a danger to every child in the city.”", "a danger to every child", "said", "Elena Brandt", P),
    ("“It burned all night,” he said.", "It burned all night", "said", "", ""),
    ("Norvia Wire quoted the governor as saying that the dam was safe.", "dam was safe", "saying", "governor", A),
    ("The claim that the vote was stolen was repeated.", "vote was stolen", "claim", "", ""),
    ("The army's claim that the village was empty was repeated.", "village was empty", "claim", "army", ORG),
    ("Doctors estimate that 40 people were treated.", "40 people were treated", "estimate", "Doctors", A),
    ("Residents told Norvia Wire that the shelling began at dawn.", "shelling began at dawn", "told", "Residents", A),
    ("The Observatory for Civil Peace said nine people were killed.", "nine people were killed", "said", "Observatory for Civil Peace", ORG),
    ("Nine people were killed, the Observatory for Civil Peace said.", "Nine people were killed", "said", "Observatory for Civil Peace", ORG),
    ("Elena Brandt went on to say that the road was blocked.", "road was blocked", "say", "Elena Brandt", P),
    ("As many as nine people were killed, the mayor told reporters.", "nine people were killed", "told", "mayor", A),
    ("Sailors said they saw smoke before the ship went down.", "saw smoke", "said", "Sailors", A),
    ("The ministry stated that the border was open.", "border was open", "stated", "ministry", ORG),
]  # fmt: skip


@pytest.fixture(scope="module")
def read():
    """Every pattern as an article of its own, read in one go."""
    found = extract(*(row[0] for row in PATTERNS))
    return dict(list(found.attributions.groupby("article_id")))


@pytest.mark.parametrize("number", range(len(PATTERNS)), ids=[row[0][:60] for row in PATTERNS])
def test_content_cue_and_speaker_of_a_pattern_are_found(read, number: int) -> None:
    text, content, cue, speaker, kind = PATTERNS[number]
    rows = read.get(f"a{number:08x}")
    assert rows is not None, "nothing is attributed"
    told = [
        (text[r.content_start : r.content_end], text[r.cue_start : r.cue_end], r.speaker, r.speaker_kind)
        for r in rows.itertuples()
    ]
    matching = [t for t in told if content in t[0] and cue in t[1]]
    assert matching, told
    assert any(speaker in t[2] and t[3] == kind for t in matching), told


def test_the_table_holds_at_least_eighty_patterns() -> None:
    assert len({row[0] for row in PATTERNS}) >= 80


def rows_of(*texts: str, **options: object):
    """The claims of the texts as rows."""
    return list(extract(*texts, **options).claims.itertuples())


def test_a_pronoun_speaks_for_the_last_speaker() -> None:
    rows = rows_of("Mayor Elena Brandt said the bridge was closed. She also said that the tunnel was flooded.")
    assert [r.speaker for r in rows] == ["Elena Brandt", "Elena Brandt"]


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    rows = rows_of("“The bridge is closed,” Elena Brandt said. “Nobody will cross it before the summer.”")
    assert [r.speaker for r in rows] == ["Elena Brandt", "Elena Brandt"]


def test_a_quotation_runs_over_paragraphs() -> None:
    rows = rows_of(
        "“The bridge is closed,” Elena Brandt said. “Nobody will cross it.\n“The tunnel is flooded as well.”"
    )
    assert rows[-1].speaker == "Elena Brandt"


def test_an_outlet_that_was_told_relays() -> None:
    row = rows_of("Elena Brandt told Norvia Wire that the bridge was closed.")[0]
    assert (row.speaker, row.relayed_from) == ("Elena Brandt", "Norvia Wire")


def test_an_outlet_that_cites_someone_relays() -> None:
    row = rows_of("Harbour Post reported, citing Elena Brandt, that the bridge was closed.")[0]
    assert (row.speaker, row.relayed_from) == ("Elena Brandt", "Harbour Post")


def test_an_outlet_that_reports_words_of_another_is_kept_in_the_chain() -> None:
    row = rows_of("Harbour Post reported that Elena Brandt said the bridge was closed.")[0]
    assert (row.speaker, row.relayed_from) == ("Elena Brandt", "Harbour Post")


def test_a_speaker_who_was_informed_names_the_informant() -> None:
    row = rows_of("Elena Brandt said a port official had informed her of a delay in all deliveries.")[0]
    assert (row.speaker, row.informant) == ("Elena Brandt", "a port official")


def test_a_video_of_an_outlet_is_a_document() -> None:
    row = rows_of("A video provided by the Harbour Post shows a column of about 60 trucks leaving the port.")[0]
    assert (row.speaker_kind, row.relayed_from) == ("document", "Harbour Post")


def test_a_headline_ends_with_its_speaker() -> None:
    text = "Toll in Norvia ferry disaster rises to 43: rescue service"
    row = rows_of(
        text, blocks=[{"start": 0, "end": len(text), "kind": "headline", "section": "", "credited": "", "body": 0}]
    )[0]
    assert "rescue service" in row.speaker and row.headline
    assert "rescue" not in row.statement


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Elena Brandt said the bridge was closed.", "asserts"),
        ("Elena Brandt denied that the bridge was closed.", "denies"),
        ("Elena Brandt denied the charge of fraud against her.", "denies"),
        ("Elena Brandt alleged that the ballots were burned.", "hedges"),
        ("Elena Brandt said the bridge may be closed for a year.", "hedges"),
        ("The ministry is expected to publish the figures in June.", "hedges"),
        ("Norvia was nearing an agreement to keep its harbour base.", "hedges"),
        ("The army reportedly took the hill above the town.", "hedges"),
        ("The army took the hill above the town.", "asserts"),
    ],
)
def test_the_strength_of_a_cue_is_kept(text: str, stance: str) -> None:
    assert rows_of(text)[0].stance_of_speaker == stance


TRAILING = [
    ("The toll in Marun reached 112 people the Norvia Observatory said on Sunday.", "Norvia Observatory", "112 people"),
    ("Most of the dead were sailors the coast-based monitoring group said.", "monitoring group", "sailors"),
    ("The road was closed on Monday, the rescue service announced on Wednesday.", "rescue service", "2024-05-13"),
]


@pytest.mark.parametrize(("sentence", "speaker", "end"), TRAILING)
def test_who_says_it_at_the_end_is_found_without_a_comma(sentence: str, speaker: str, end: str) -> None:
    found = extract(sentence).claims.iloc[0]
    assert found.speaker == speaker
    assert found.statement.endswith(end)


def test_words_that_someone_said_are_not_a_sentence_said_by_them() -> None:
    assert list(extract("He repeated in court the words the minister said.").claims.speaker) == [""]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("The ministry denied bombing the hospital.", "The ministry bombed the hospital"),
        ("The group denied being involved in the attack.", "The group was involved in the attack"),
        ("The mayor denied having taken money from the builders.", "The mayor had taken money from the builders"),
        ("Tomas Reuel denied any involvement in the attack.", "Tomas Reuel was involved in the attack"),
        ("The group denied responsibility for the attack.", "The group was responsible for the attack"),
        ("The ministry denied the charge that it had bombed the hospital.", "The ministry had bombed the hospital"),
        (
            "The army rejected the accusation that its troops had killed civilians.",
            "The army’s troops had killed civilians",
        ),
        ("Tomas Reuel dismissed the claim that he had taken money as a lie.", "Tomas Reuel had taken money"),
        ("Tomas Reuel denied the charge.", "Tomas Reuel denied the charge"),
    ],
)
def test_what_is_denied_is_worded_positively_with_the_stance_of_a_denial(sentence: str, statement: str) -> None:
    found = extract(sentence).claims.iloc[0]
    assert (found.statement, found.stance_of_speaker, bool(found.negated)) == (statement, "denies", False)


def test_no_one_is_no_speaker() -> None:
    found = extract("No one claimed responsibility for the attack on the bridge.").claims.iloc[0]
    assert (found.speaker, found.voice, bool(found.negated)) == ("", "outlet", True)


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue"),
    [
        ("The ministry put the toll at 70.", "ministry", "put"),
        ("The rescue service set the number of wounded at 120.", "rescue service", "set"),
        ("The governor gave a figure of 70 dead.", "The governor", "gave"),
    ],
)
def test_who_states_a_figure_answers_for_it(sentence: str, speaker: str, cue: str) -> None:
    found = extract(sentence).claims.iloc[0]
    assert (found.speaker, found.cue, found.stance_of_speaker) == (speaker, cue, "asserts")


def test_who_puts_something_somewhere_says_nothing() -> None:
    assert list(extract("The ministry put the crates at the gate on Monday.").claims.speaker) == [""]


def test_a_count_is_a_document_and_no_speaker() -> None:
    found = extract("A count by Norvia Wire showed that 112 people had died.").claims.iloc[0]
    assert (found.speaker_kind, found.relayed_from) == ("document", "Norvia Wire")


def test_he_stays_with_the_unnamed_official_who_spoke() -> None:
    rows = rows_of("An official from the group said the talks had failed. He added that the border was closed.")
    assert [r.speaker for r in rows] == ["An official from the group"] * 2


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("''We lost everything in the fire,'' Tomas Reuel said. ''Nobody came to help us.''", "Nobody came to help us"),
        (
            "Tomas Reuel said the road was closed. “Nobody came to help us for a week.”",
            "Nobody came to help us for a week",
        ),
        (
            "The river had risen by a metre, Tomas Reuel said, and the lower streets were flooded.",
            "the lower streets were flooded",
        ),
        ("Tomas Reuel agreed to close the pier and move the boats.", "move the boats"),
    ],
)
def test_what_is_said_goes_on_after_the_cue(text: str, content: str) -> None:
    rows = extract(text).attributions
    said = [text[r.content_start : r.content_end] for r in rows.itertuples() if r.speaker == "Tomas Reuel"]
    assert any(content in s for s in said), said


def test_what_the_writer_adds_is_no_part_of_what_is_said() -> None:
    text = "Tomas Reuel praised the new plan, which has cost nine million so far."
    row = extract(text).attributions.iloc[0]
    assert text[row.content_start : row.content_end] == "the new plan"
