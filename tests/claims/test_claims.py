"""Claims: exact places, atomic clauses, wording that stands alone, what is dropped and why."""

# ruff: noqa: E501 - tables and article text keep one entry a line

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xref import claims
from xref.config import ClaimsConfig
from xref.outlets import Directory
from xref.progress import Silent

from .articles import block, extract, tables_of

pytestmark = pytest.mark.model


def statements(*texts: str, **options: object) -> list[str]:
    """The statements of the claims of the texts."""
    return list(extract(*texts, **options).claims.statement)


def dropped(*texts: str, **options: object) -> dict[str, str]:
    """Dropped sentences with their reasons."""
    rows = extract(*texts, **options).dropped
    return dict(zip(rows.quote, rows.reason, strict=True))


WORDS = st.sampled_from(
    ["“The", "bridge", "is", "closed,”", "said", "Elena", "Brandt.", "\n", "\n\n", '"', "‘", "He", "and", "who", "killed", "11",
     "children,", "including", "according", "to", "the", "FT", "–", "•", "…", "\u00a0", "naïve", "🙂", "?", "Norvia", "'", "that"]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(WORDS, min_size=1, max_size=40), st.integers(0, 5), st.sampled_from(["paragraph", "bullet", "headline"])
)
def test_every_quote_is_the_text_at_its_place(words: list[str], body: int, kind: str) -> None:
    text = " ".join(words)
    articles, _ = tables_of(text)
    _, blocks = tables_of(text, blocks=[block("", 0, len(text), kind, body=min(body, len(text)))])
    blocks["article_id"] = articles.article_id.iloc[0]
    found = claims.extract(articles, blocks, ClaimsConfig(), Directory(), Silent())
    for table in (found.claims, found.dropped):
        assert all(row.quote == text[row.start : row.end] and row.quote for row in table.itertuples())
    assert found.claims.claim_id.is_unique
    for row in found.claims.itertuples():
        values = json.loads(row.quantities) + json.loads(row.names)
        assert all(row.quote[v["start"] : v["end"]] == v["text"] for v in values)


def test_nothing_in_gives_empty_tables_of_the_right_columns() -> None:
    found = extract()
    assert found.claims.empty and "statement" in found.claims.columns
    assert found.models["spacy"]


def test_coordinated_verbs_are_claims_of_their_own_with_the_subject_carried_over() -> None:
    found = statements("The storm destroyed two villages on the coast and damaged a power station near Norvia.")
    assert found == ["The storm destroyed two villages on the coast", "The storm damaged a power station near Norvia"]


def test_a_subject_that_follows_a_place_and_a_conjunction_begins_a_claim() -> None:
    text = "Norvia Wire reported that the ousted president and his family were in Moscow and Russia had granted them asylum."
    assert statements(text) == [
        "The ousted president and his family were in Moscow",
        "Russia had granted them asylum",
    ]


def test_verbs_that_share_their_object_stay_together() -> None:
    assert len(statements("The bomb killed and wounded dozens of people in the market.")) == 1


def test_a_loose_relative_clause_is_a_claim_about_what_it_follows() -> None:
    found = statements("Police arrested Tomas Reuel, who had fled the country in 2019 with two brothers.")
    assert any("Tomas Reuel had fled the country in 2019" in s for s in found)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Paul Hadek, the mayor of Marun since 2011, said the road was closed.",
            "Paul Hadek was the mayor of Marun since 2011",
        ),
        ("The convoy, around 100 vehicles, left the base on Monday.", "The convoy was around 100 vehicles"),
        ("Tomas Reuel, who had fled Norvia in 2019, said the vote was fair.", "Tomas Reuel had fled Norvia in 2019"),
        ("Agencies reported that Tomas Reuel was in Norvia and granted asylum.", "Tomas Reuel was granted asylum"),
        ("Agencies reported that Tomas Reuel was in Norvia and granted asylum.", "Tomas Reuel was in Norvia"),
        (
            "Agencies reported that Tomas Reuel was in Norvia and had been granted asylum.",
            "Tomas Reuel had been granted asylum",
        ),
    ],
)
def test_facts_told_in_passing_are_claims_with_their_own_words(text: str, statement: str) -> None:
    claims = extract(text).claims
    assert statement in set(claims.statement)
    assert claims.quote.is_unique and all(r.quote == text[r.start : r.end] for r in claims.itertuples())


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Paul Hadek, the mayor of Marun, opened the bridge.", "Paul Hadek is the mayor of Marun"),
        ("Harbour board chairman Paul Hadek opened the bridge.", "Paul Hadek is Harbour board chairman"),
        ("Norvian foreign minister Elena Brandt opened the bridge.", "Elena Brandt is Norvian foreign minister"),
        ("Former boat builder Paul Hadek opened the bridge.", "Paul Hadek is Former boat builder"),
        ("Ministry spokesman General Paul Hadek spoke in Marun.", "General Paul Hadek is Ministry spokesman"),
        ("They met bridge engineer Paul Hadek in Marun.", "Paul Hadek is a bridge engineer"),
        ("The rebel-held town of Marun was shelled on Friday.", "Marun is rebel-held"),
        ("The British-based Coast Observatory said nine people died.", "Coast Observatory is British-based"),
        ("They fled the Syrian towns of Hama and Homs in a convoy.", "Hama and Homs are Syrian towns"),
        ("The bomb hit the village of Marun in northern Syria.", "Marun is in northern Syria"),
    ],
)
def test_what_a_noun_phrase_says_of_a_name_is_a_claim(text: str, statement: str) -> None:
    claims = extract(text).claims
    assert statement in set(claims.statement)
    assert claims.quote.is_unique and all(r.quote == text[r.start : r.end] for r in claims.itertuples())


@pytest.mark.parametrize(
    "text",
    [
        "President Hadek opened the bridge in Marun.",
        "Mr. Paul Hadek opened the bridge in Marun.",
        "His brother Paul Hadek opened the bridge in Marun.",
        "A rebel-held town was shelled on Friday.",
        "The office is a well-known place in Marun.",
    ],
)
def test_a_title_or_an_unnamed_thing_says_nothing_of_its_own(text: str) -> None:
    assert len(extract(text).claims) == 1


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("A suicide bombing killed nine people on Friday.", "The suicide bombing was on 2024-05-10"),
        ("The site of Friday's blast was closed to reporters.", "The blast was on 2024-05-10"),
        ("The ministry said an attack near Marun on May 3 killed two men.", "The attack was on 2024-05-03"),
        ("The vote on the bill will take place on May 28 in Marun.", "The vote will be on 2024-05-28"),
    ],
)
def test_the_day_of_what_happened_is_a_claim(text: str, statement: str) -> None:
    assert statement in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "Another attack killed two men on Friday.",
        "An attack killed two men last month.",
        "It was unclear whether the attack was on Friday.",
        "The attack was not on Friday, the ministry said.",
        "The attack could have been on Friday, the ministry said.",
        "The two men who were killed on Friday had fled an attack.",
    ],
)
def test_no_day_is_made_up_for_what_happened(text: str) -> None:
    assert not [s for s in statements(text) if s.startswith("The attack was on")]


def test_a_short_verb_with_a_figure_of_its_own_is_a_claim() -> None:
    found = statements("The attack killed at least 16 people and wounded another 40.")
    assert found == ["The attack killed at least 16 people", "The attack wounded another 40"]
    assert len(statements("He came and went home.")) == 1


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Hadek resigned over the accusations, which Brandt has repeatedly denied.",
            "Brandt has repeatedly denied the accusations",
        ),
        ("The agency, which the ministry closed last May, had 40 workers.", "The ministry closed the agency last May"),
    ],
)
def test_the_object_of_a_relative_clause_stands_behind_its_verb(text: str, statement: str) -> None:
    assert statement in statements(text)


def test_a_second_present_tense_is_a_claim() -> None:
    found = statements("They have no excuses for their conduct and accept all the blame for it.")
    assert found == ["They have no excuses for their conduct", "They accept all the blame for it"]


def test_a_second_quotation_is_a_claim_of_its_own() -> None:
    found = statements(
        "Hadek said he had “no excuses” for his conduct and “fully accept my responsibility” for it all."
    )
    assert found[0] == "Hadek had no excuses for his conduct"
    assert len(found) == 2


def test_a_second_infinitive_is_no_claim_without_a_subject() -> None:
    assert statements("He is unlikely to meet the queen, visit the palace or take part in other ceremonies.") == [
        "He is unlikely to meet the queen, visit the palace or take part in other ceremonies"
    ]


def test_a_number_is_the_subject_of_the_verb_behind_it() -> None:
    found = statements("More than 80 people left Marun and Lom and 20 left Terin and Kesh.")
    assert found == ["More than 80 people left Marun and Lom", "20 left Terin and Kesh"]


def test_a_claim_without_the_words_that_say_something_is_none() -> None:
    assert statements("Reuel has strongly – and repeatedly – denied working with the Norvians.") == [
        "Reuel worked with the Norvians"
    ]


def test_what_a_participle_of_speech_adds_is_a_claim_on_the_word_of_the_speaker() -> None:
    rows = extract(
        '"A bomber blew himself up in Marun," said Paul Hadek, adding that 15 of the wounded were critical.'
    ).claims
    added = rows[rows.statement == "15 of the wounded were critical"]
    assert list(added.speaker) == ["Paul Hadek"]


def test_what_somebody_is_accused_of_saying_stays_whole() -> None:
    assert statements("Brandt accused Hadek of telling her he had burned the files.") == [
        "Brandt accused Hadek of telling her he had burned the files"
    ]


def test_words_run_together_at_a_quotation_mark_are_two() -> None:
    text = "The plan is dead,” Paul Hadek said.“When the dust settles, he will be cleared.”He left the town on Friday."
    found = statements("“" + text)
    assert "When the dust settles, he will be cleared" in found  # not Hadek, who speaks
    assert any(s.endswith("left the town on 2024-05-10") for s in found)


def test_a_clause_left_out_leaves_no_comma() -> None:
    assert "The visit follows the trip that the minister made" in statements(
        "The visit, which is expected to be short, follows the trip that the minister made."
    )


def test_the_credit_of_a_picture_inside_a_paragraph_is_no_claim() -> None:
    found = extract("The blast killed nine people. REUTERS Social Media Website The road was closed.")
    assert list(found.claims.statement) == ["The blast killed nine people", "The road was closed"]
    assert list(found.dropped.reason) == ["boilerplate"]


def test_the_day_on_which_it_was_said_is_no_day_of_what_was_said() -> None:
    row = extract("The ministry said on Monday it would cut 300 jobs.").claims.iloc[0]
    assert row.statement == "The ministry would cut 300 jobs"
    assert row.event_to <= "2024-05-16"


def test_a_participle_at_the_end_says_what_its_subject_did() -> None:
    found = statements("A fire destroyed the old market on Tuesday, killing at least nine people.")
    assert any(s.endswith("killed at least nine people") and "fire" in s for s in found)


@pytest.mark.parametrize(
    ("text", "inside", "statement"),
    [
        (
            "More than 5,000 people who had lived under siege for two years left the town.",
            "who had lived under siege for two years",
            "More than 5,000 people had lived under siege for two years",
        ),
        (
            "The truce brokered by the port of Halven was broken at dawn.",
            "brokered by the port of Halven",
            "The truce was brokered by the port of Halven",
        ),
        (
            "The blast hit a convoy carrying villagers from two towns near Halven.",
            "carrying villagers from two towns near Halven",
            "A convoy was carrying villagers from two towns near Halven",
        ),
    ],
)
def test_a_clause_on_a_noun_is_a_claim_beside_the_one_it_stands_in(text: str, inside: str, statement: str) -> None:
    found = extract(text).claims
    assert found["quote"].tolist() == [text, inside]
    assert found["statement"].tolist() == [text.rstrip("."), statement]


@pytest.mark.parametrize(
    "text",
    [
        "If the minister meets the envoy who left Halven on Friday, talks may resume.",  # nothing is asserted
        "The deal is set to see more than 900 people evacuated in two stages.",  # has not happened
        "Those are the words that he used for it.",  # nothing to check
    ],
)
def test_a_clause_on_a_noun_that_asserts_nothing_is_none(text: str) -> None:
    assert len(statements(text)) == 1


def test_what_came_of_an_attack_is_a_claim_however_short() -> None:
    text = "A suicide bomber blew himself up in Halven on Tuesday, killing 16 people."
    assert extract(text).claims["quote"].tolist() == [
        "A suicide bomber blew himself up in Halven on Tuesday",
        "killing 16 people.",
    ]
    assert statements(text)[1] == "A suicide bomber killed 16 people"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("A car bomb has hit buses carrying villagers out of two towns killing at least 100 people.",
            "A car bomb killed at least 100 people"),
        ("Two blasts shook the old cemetery in Halven claiming the lives of 40 people.",
         "Two blasts claimed the lives of 40 people"),
    ],
)  # fmt: skip
def test_who_is_hit_is_not_who_kills(text: str, statement: str) -> None:
    found = statements(text)
    assert statement in found
    assert not any("were killing" in s or "was claiming" in s for s in found)


def test_what_happened_after_an_event_does_not_date_it() -> None:
    assert not any(
        s.startswith("The") and " was on " in s for s in statements("Days after an attack, two died on Friday.")
    )


def test_a_list_of_figures_gives_the_part_a_claim_of_its_own() -> None:
    found = extract("At least 58 people were killed in the raid, including 11 children.").claims
    assert len(found) == 2
    assert "11 children" in found.statement.iloc[1] and "58 people" in found.statement.iloc[1]
    assert found.sentence.nunique() == 1


def test_two_clauses_share_a_sentence_without_overlap() -> None:
    rows = extract("The dam broke at dawn, and the river flooded four villages below it.").claims
    assert len(rows) == 2 and rows.end.iloc[0] <= rows.start.iloc[1]


def test_the_attribution_is_no_part_of_the_statement() -> None:
    assert statements("According to Elena Brandt, the ferry had sunk near the pier.") == [
        "The ferry had sunk near the pier"
    ]
    assert statements("The ferry had sunk near the pier, Elena Brandt said.") == ["The ferry had sunk near the pier"]


def test_a_pronoun_subject_becomes_the_name_before_it() -> None:
    found = statements("Tomas Reuel left Norvia on Monday. He was arrested at the northern border.")
    assert found[-1] == "Tomas Reuel was arrested at the northern border"


def test_a_pronoun_is_left_where_two_people_could_be_meant() -> None:
    found = statements("A guard who knew Tomas Reuel told Elena Brandt that he was arrested at the border.")
    assert any(s.startswith("He was arrested") for s in found)


def test_he_in_the_words_of_an_unnamed_official_is_not_guessed() -> None:
    found = statements(
        "Tomas Reuel left Norvia on Monday. A spokesman for the court said he could not comment on the case."
    )
    assert found[-1].startswith("He could not")


def test_a_weekday_becomes_a_date_when_the_article_has_one() -> None:
    assert "2024-05-14" in statements("The council closed the bridge on Tuesday after the flood.")[0]
    assert "Tuesday" in statements("The council closed the bridge on Tuesday after the flood.", published="")[0]


def test_claims_without_a_time_have_no_event_date() -> None:
    row = extract("The council closed the old bridge after the flood.").claims.iloc[0]
    assert (row.event_from, row.event_to, row.date_text) == ("", "", "")


def test_who_did_what_to_whom_is_read_in_active_and_passive() -> None:
    active = json.loads(extract("The army captured the town of Norvia.").claims.roles.iloc[0])[0]
    passive = json.loads(extract("The town of Norvia was captured by the army.").claims.roles.iloc[0])[0]
    assert (active["predicate"], active["agent"], active["patient"]) == ("capture", "army", "town")
    assert (passive["predicate"], passive["agent"], passive["patient"]) == ("capture", "army", "town")


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The council did not close the bridge.", True),
        ("The council never closed the bridge.", True),
        ("No soldiers were killed in the raid.", True),
        ("There are no plans to close the bridge.", True),
        ("Neither the mayor nor her office closed the bridge.", True),
        ("The council had known of no complaint about the bridge.", True),
        ("The report shows nothing of the kind.", True),
        ("The crew left the bridge with no injuries.", False),
        ("The council refused to close the bridge.", False),
        ("The council closed the bridge.", False),
        ("The council closed the bridge that did not fall.", False),
    ],
)
def test_negation_of_the_main_predicate_is_told(text: str, negated: bool) -> None:
    assert bool(extract(text).claims.negated.iloc[0]) is negated


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Will the bridge ever be opened again?", "question"),
        ("A very long night.", "fragment"),
        ("Back to the start of the page", "fragment"),
        ("Read more.", "boilerplate"),
        ("Sign up for our newsletter to get the news of the day.", "boilerplate"),
        ("Follow Elena Brandt on Twitter.", "boilerplate"),
        ("It is truly shameful and absurd.", "opinion"),
        ("I feel nothing but contempt for this.", "opinion"),
        ("We must all do better than this.", "opinion"),
    ],
)
def test_what_is_no_claim_is_dropped_with_its_reason(text: str, reason: str) -> None:
    assert dropped(text) == {text: reason}


@pytest.mark.parametrize(
    ("kind", "reason"),
    [("caption", "caption"), ("boilerplate", "boilerplate"), ("byline", "boilerplate"), ("source", "boilerplate")],
)
def test_blocks_that_hold_no_claims_are_dropped_whole(kind: str, reason: str) -> None:
    text = "Support our newsroom and become a patron today."
    assert dropped(text, blocks=[{k: v for k, v in block("", 0, len(text), kind).items() if k != "article_id"}]) == {
        text: reason
    }


def test_a_quotation_under_a_photograph_does_not_run_on_from_the_text_before_it() -> None:
    said = "“The dam held through the night,” said Elena Brandt."
    photo = "“We watched the water rise until dawn.”"
    at = len(said) + 1
    rows = [block("", 0, len(said)), block("", at, at + len(photo), "caption")]
    found = extract(f"{said}\n{photo}", blocks=[{k: v for k, v in row.items() if k != "article_id"} for row in rows])
    assert list(found.attributions["speaker"]) == ["Elena Brandt"]
    assert found.dropped["reason"].tolist() == ["caption"]


def test_a_judgement_of_a_quoted_speaker_is_a_claim() -> None:
    assert statements("“It is shameful and absurd,” Elena Brandt said.") == ["It is shameful and absurd"]


def test_an_article_in_another_language_is_told_once_and_dropped() -> None:
    progress = Silent()
    text = "Die Brücke wurde am Dienstag gesperrt.\nNiemand wurde verletzt."
    found = extract(text, language="de", progress=progress)
    assert found.claims.empty and set(found.dropped.reason) == {"language"}
    assert len(progress.warnings) == 1 and "not supported yet" in progress.warnings[0]


def test_the_language_can_be_overruled() -> None:
    found = extract("The bridge was closed on Tuesday.", language="de", config=ClaimsConfig(language="en"))
    assert len(found.claims) == 1


def test_long_sentences_are_cut() -> None:
    text = "The list names " + ", ".join(f"the village of Town{n} with its old church" for n in range(12)) + "."
    found = extract(text, config=ClaimsConfig(max_words=30)).claims
    assert len(found) > 2 and all(len(q.split()) <= 30 for q in found.quote)


def test_a_headline_that_runs_into_the_first_sentence_is_cut_off() -> None:
    title = "Fire kills nine in Norvia market"
    found = extract(title + " A fire swept through the old market on Tuesday.", title=title).claims
    assert list(found.headline) == [True, False]
    assert found.quote.iloc[0] == title


def test_the_order_of_articles_does_not_change_their_claims() -> None:
    one, two = "The dam broke at dawn on Monday.", "Elena Brandt said the bridge was closed."
    forward, backward = extract(one, two).claims, extract(two, one).claims
    assert sorted(forward.quote + forward.statement) == sorted(backward.quote + backward.statement)
