from origins.invented_articles import Article, Claim, Corpus

from xref.config import SourceConfig
from xref.origins import explain_position

TEXT = (
    "Fourteen people died when the swing bridge at Varn fell into the canal on Tuesday morning, "
    "after two girders broke."
)


def article(path: str, outlet: str, text: str = TEXT, **more: str) -> Article:
    return Article(path, outlet, text, **more)


def distinct(*claims: Claim, **more: object) -> int:
    return Corpus(list(claims), **more).counts()["p1"]  # type: ignore[arg-type]


def test_two_outlets_in_their_own_voice_are_two_origins():
    one = Claim(article("a.txt", "Varn Courier", "Fourteen people died at the bridge."), "Fourteen people died")
    two = Claim(article("b.txt", "Quay Post", "The fall of the bridge killed 14."), "killed 14")
    assert distinct(one, two) == 2


def test_one_outlet_in_two_articles_is_one_origin():
    one = Claim(article("a.txt", "Varn Courier", "Fourteen people died at the bridge."), "Fourteen people died")
    two = Claim(article("b.txt", "Varn Courier", "The fall of the bridge killed 14."), "killed 14")
    assert distinct(one, two) == 1


def test_two_unknown_outlets_are_not_taken_for_one():
    one = Claim(article("a.txt", "unknown", "Fourteen people died at the bridge."), "Fourteen people died")
    two = Claim(article("b.txt", "unknown", "The fall of the bridge killed 14."), "killed 14")
    assert distinct(one, two) == 2


def test_copied_text_has_the_origin_of_the_earlier_article():
    first = Claim(article("a.txt", "Varn Courier", published="2031-05-01"), TEXT)
    reprint = Claim(article("b.txt", "Quay Post"), TEXT)
    corpus = Corpus([first, reprint])
    assert corpus.origin(reprint)["origin"] == "Varn Courier, own reporting"
    assert "words in a row as in a.txt" in corpus.origin(reprint)["reason"]
    assert corpus.counts() == {"p1": 1}


def test_an_outlet_that_reprints_another_keeps_its_own_report_apart():
    first = Claim(article("a.txt", "Varn Courier", published="2031-05-01"), TEXT)
    reprint = Claim(article("b.txt", "Quay Post"), TEXT)
    own = Claim(article("c.txt", "Quay Post", "Our reporter counted 14 dead."), "14 dead")
    assert distinct(first, reprint, own) == 2


def test_one_speaker_in_three_outlets_is_one_origin():
    claims = [
        Claim(article(f"{n}.txt", outlet, f"{words}, Orla Tenn said."), words, speaker=speaker)
        for n, (outlet, words, speaker) in enumerate(
            [
                ("Varn Courier", "Fourteen died", "Orla Tenn"),
                ("Quay Post", "14 are dead", "Tenn"),
                ("VTV", "14 died", "Orla Tenn"),
            ]
        )
    ]
    corpus = Corpus(claims)
    assert corpus.counts() == {"p1": 1}
    assert corpus.origin(claims[0])["origin"] == "Orla Tenn"


def test_words_from_an_own_interview_are_told_so_and_add_no_origin():
    quoted = Claim(article("a.txt", "Varn Courier", "14 died, Orla Tenn said."), "14 died", speaker="Orla Tenn")
    asking = article("b.txt", "Quay Post", "14 died, Orla Tenn told the Quay Post.")
    asked = Claim(asking, "14 died", speaker="Orla Tenn", relayed_from="Quay Post", cue="told")
    corpus = Corpus([quoted, asked])
    assert corpus.counts() == {"p1": 1}
    assert corpus.origin(asked)["chain"] == "Quay Post ← own interview ← Orla Tenn"


def test_an_organisation_and_its_head_are_one_line():
    body = Claim(article("a.txt", "Varn Courier", "14 died, the Varn Harbour Watch said."), "14 died",
                 speaker="Varn Harbour Watch", speaker_kind="organisation")  # fmt: skip
    head = Claim(article("b.txt", "Quay Post", "Fourteen died, said Ilse Brandt."), "Fourteen died",
                 speaker="Ilse Brandt", speaker_role="head of the Varn Harbour Watch")  # fmt: skip
    unnamed = Claim(article("c.txt", "VTV", "14 are dead, its spokesman said."), "14 are dead",
                    speaker="a spokesman for the Varn Harbour Watch", speaker_kind="anonymous")  # fmt: skip
    assert distinct(body, head, unnamed) == 1


def test_two_organisations_with_a_common_word_stay_apart():
    one = Claim(article("a.txt", "Varn Courier", "14 died, the Ministry of Health said."), "14 died",
                speaker="Ministry of Health", speaker_kind="organisation")  # fmt: skip
    two = Claim(article("b.txt", "Quay Post", "14 died, the Ministry of Works said."), "14 died",
                speaker="Ministry of Works", speaker_kind="organisation")  # fmt: skip
    assert distinct(one, two) == 2


def test_officials_without_names_are_not_one_official():
    one = Claim(article("a.txt", "Varn Courier", "14 died, an official said."), "14 died",
                speaker="an official", speaker_kind="anonymous")  # fmt: skip
    two = Claim(article("b.txt", "Quay Post", "Fourteen died, an official said."), "Fourteen died",
                speaker="an official", speaker_kind="anonymous")  # fmt: skip
    assert distinct(one, two) == 2


def test_an_official_without_a_name_whom_two_outlets_have_from_a_third_is_one():
    def said(path: str, outlet: str) -> Claim:
        return Claim(article(path, outlet, "14 died, an official told the Meridian."), "14 died",
                     speaker="an official", speaker_kind="anonymous", relayed_from="Meridian")  # fmt: skip

    corpus = Corpus([said("a.txt", "Varn Courier"), said("b.txt", "Quay Post")])
    assert corpus.counts() == {"p1": 1}
    assert corpus.origin(corpus.claims[0])["origin"] == "Meridian (not in this folder)"


def test_a_credit_is_followed_through_the_credited_outlet_to_its_speaker():
    theirs = Claim(article("a.txt", "Meridian", "14 died, Orla Tenn said."), "14 died", speaker="Orla Tenn")
    relay = Claim(article("b.txt", "Quay Post", "14 died, the Meridian reported."), "14 died", relayed_from="Meridian")
    corpus = Corpus([theirs, relay])
    assert corpus.counts() == {"p1": 1}
    assert corpus.origin(relay)["chain"] == "Quay Post ← Meridian ← Orla Tenn"


def test_a_dateline_makes_the_agency_the_origin():
    one = Claim(article("a.txt", "Varn Courier", f"VARN (Reuters) - {TEXT}"), TEXT)
    two = Claim(
        article("b.txt", "Quay Post", "The fall killed 14, Reuters reported."), "killed 14", relayed_from="Reuters"
    )
    corpus = Corpus([one, two])
    assert corpus.counts() == {"p1": 1}
    assert corpus.origin(one)[["origin", "origin_kind", "in_corpus"]].tolist() == [
        "Reuters (not in this folder)", "missing", False,
    ]  # fmt: skip


def test_the_same_document_is_one_origin():
    one = Claim(article("a.txt", "Varn Courier", "Girders broke, the indictment says."), "Girders broke",
                speaker="the indictment", speaker_kind="document")  # fmt: skip
    two = Claim(article("b.txt", "Quay Post", "Two girders broke."), "Two girders broke",
                speaker="Indictment", speaker_kind="document")  # fmt: skip
    assert distinct(one, two) == 1


def test_a_headline_has_the_origin_of_the_text_below_it():
    text = "Fourteen dead in Varn\n\n14 people died, Orla Tenn said."
    one = article("a.txt", "Varn Courier", text)
    assert (
        distinct(Claim(one, "Fourteen dead in Varn", headline=True), Claim(one, "14 people died", speaker="Orla Tenn"))
        == 1
    )


def test_a_circle_ends_is_named_and_counts_once():
    one = Claim(article("a.txt", "Varn Courier", "14 died, the Quay Post said."), "14 died", relayed_from="Quay Post")
    two = Claim(article("b.txt", "Quay Post", "14 died, the Courier said."), "14 died", relayed_from="Varn Courier")
    corpus = Corpus([one, two])
    assert corpus.counts() == {"p1": 1}
    findings = corpus.trace().findings
    assert findings["kind"].tolist() == ["circular-citation"]
    assert findings["claim_ids"][0].split() == sorted([one.claim_id, two.claim_id])


def test_one_speaker_quoted_in_conflict_is_a_misquotation():
    one = Claim(article("a.txt", "Varn Courier", "14 died, Orla Tenn said."), "14 died", "p1", "Orla Tenn")
    two = Claim(article("b.txt", "Quay Post", "19 died, Orla Tenn said."), "19 died", "p2", "Orla Tenn")
    late = Claim(
        article("c.txt", "VTV", "21 died, Orla Tenn said.", published="2031-05-12"), "21 died", "p3", "Orla Tenn"
    )
    found = Corpus([one, two, late], pairs=[(one, two, "conflict"), (one, late, "conflict")]).trace().findings
    assert found[["kind", "subject"]].values.tolist() == [["misquotation", "Orla Tenn"]]


def test_an_outlet_that_says_both_on_one_day_contradicts_itself():
    one = Claim(article("a.txt", "Varn Courier", "Fourteen people died."), "Fourteen people died", "p1")
    two = Claim(article("b.txt", "Varn Courier", "Nineteen people died."), "Nineteen people died", "p2")
    found = Corpus([one, two], pairs=[(one, two, "conflict")]).trace().findings
    assert found[["kind", "subject"]].values.tolist() == [["self-contradiction", "Varn Courier"]]


def test_an_outlet_that_is_not_in_the_folder_is_told_with_what_leans_on_it():
    claim = Claim(article("a.txt", "Varn Courier", "14 died, the Meridian said."), "14 died", relayed_from="Meridian")
    found = Corpus([claim]).trace().findings
    assert found[["kind", "subject", "claim_ids"]].values.tolist() == [["missing-origin", "Meridian", claim.claim_id]]


FAMILY = tuple(SourceConfig(name=name, family="Harbour Group") for name in ("Varn Courier", "Quay Post"))


def test_what_two_outlets_of_one_family_report_themselves_is_one_origin():
    one = Claim(article("a.txt", "Varn Courier", "Fourteen people died at the bridge."), "Fourteen people died")
    two = Claim(article("b.txt", "Quay Post", "The fall of the bridge killed 14."), "killed 14")
    other = Claim(article("c.txt", "VTV", "The fall killed fourteen."), "killed fourteen")
    corpus = Corpus([one, two, other], sources=FAMILY)
    assert corpus.counts() == {"p1": 2}
    assert Corpus([one, two, other]).counts() == {"p1": 3}
    assert "both of Harbour Group" in " ".join(corpus.trace().origins["reason"])


def test_speakers_of_their_own_make_two_origins_of_one_family():
    one = Claim(article("a.txt", "Varn Courier", "14 died, Orla Tenn said."), "14 died", speaker="Orla Tenn")
    two = Claim(article("b.txt", "Quay Post", "14 died, Ilse Brandt said."), "14 died", speaker="Ilse Brandt")
    own = Claim(article("c.txt", "Quay Post", "The fall killed 14."), "killed 14")
    assert distinct(one, two, sources=FAMILY) == 2
    assert distinct(one, own, sources=FAMILY) == 2


def test_unnamed_speakers_of_one_family_are_one_where_the_words_are_the_same():
    words = "Two of the main girders were rusted through and nobody had looked at them"
    one = Claim(article("a.txt", "Varn Courier", f"{words}, an official said."), words, speaker_kind="anonymous",
                speaker="an official")  # fmt: skip
    nearly = "Two of the main girders had rusted through, and for years nobody looked at them"
    same = Claim(article("b.txt", "Quay Post", f"{nearly}, an engineer said."), nearly, speaker_kind="anonymous",
                 speaker="an engineer")  # fmt: skip
    other = "Rust had eaten through the girders long before"
    unlike = Claim(article("c.txt", "Quay Post", f"{other}, an official said."), other, speaker_kind="anonymous",
                   speaker="an official")  # fmt: skip
    assert distinct(one, same, sources=FAMILY) == 1
    assert distinct(one, same) == 2
    assert distinct(one, unlike, sources=FAMILY) == 2


WIRE = "The harbour board of Varn closed the tramway on Wednesday and will not open it again before October."


def test_an_agency_s_text_comes_from_the_agency_also_where_it_is_credited_in_part():
    one = Claim(article("a.txt", "Varn Courier", f"VARN (Reuters) - {WIRE}"), WIRE)
    two = Claim(article("b.txt", "Quay Post", f"{WIRE} Reuters contributed to this report."), WIRE)
    corpus = Corpus([one, two])
    assert corpus.counts() == {"p1": 1}
    assert [corpus.origin(claim)["chain"] for claim in (one, two)] == [
        "Varn Courier ← Reuters (not in this folder)",
        "Quay Post ← Reuters (not in this folder)",
    ]


def test_the_credit_in_a_reprint_tells_whose_text_it_is_where_dates_do_not():
    text = f"{WIRE} An official told the Varn Courier so."
    theirs = Claim(article("b.txt", "Varn Courier", text), WIRE, speaker="an official", speaker_kind="anonymous",
                   relayed_from="Varn Courier")  # fmt: skip
    reprint = Claim(article("a.txt", "Quay Post", text), WIRE, speaker="an official", speaker_kind="anonymous",
                    relayed_from="Varn Courier")  # fmt: skip
    corpus = Corpus([theirs, reprint])
    assert corpus.counts() == {"p1": 1}
    assert corpus.origin(reprint)["chain"].startswith("Quay Post ← Varn Courier")
    assert corpus.origin(theirs)["chain"] == "Varn Courier ← an official (Varn Courier)"


def test_a_circle_is_found_though_its_articles_share_the_words_and_dates_tell_who_was_first():
    names = ("Varn Courier", "Quay Post", "VTV")
    claims = [
        Claim(article(f"{n}.txt", names[n], f"{WIRE[:-1]}, the {names[(n + 1) % 3]} reported.",
                      published=f"2031-05-0{n + 2}"), WIRE[:-1], relayed_from=names[(n + 1) % 3])
        for n in range(3)
    ]  # fmt: skip
    corpus = Corpus(claims)
    assert corpus.counts() == {"p1": 1}
    assert corpus.origin(claims[0])["origin"] == "Quay Post, VTV and Varn Courier, citing each other"
    assert corpus.trace().findings["kind"].tolist() == ["circular-citation"]


def test_a_credit_outweighs_the_date_of_a_later_version():
    theirs = Claim(article("a.txt", "Varn Courier", WIRE, published="2031-05-04"), WIRE)
    relay = Claim(article("b.txt", "Quay Post", f"{WIRE} So the Varn Courier reported.", published="2031-05-02"), WIRE,
                  relayed_from="Varn Courier")  # fmt: skip
    corpus = Corpus([theirs, relay])
    assert corpus.counts() == {"p1": 1}
    assert corpus.origin(relay)["chain"] == "Quay Post ← Varn Courier, own reporting"
    assert corpus.trace().findings.empty


def test_the_tree_of_a_position_counts_articles_outlets_and_origins():
    claims = [
        Claim(article("a.txt", "Varn Courier", "14 died, Orla Tenn said."), "14 died", speaker="Orla Tenn"),
        Claim(article("b.txt", "Quay Post", "Fourteen died, Orla Tenn said."), "Fourteen died", speaker="Orla Tenn"),
        Claim(article("c.txt", "VTV", "The fall killed 14."), "killed 14"),
    ]
    corpus = Corpus(claims)
    import pandas as pd

    lines = list(
        explain_position(pd.DataFrame([c.row() for c in claims]), corpus.trace().origins, [c.claim_id for c in claims])
    )
    assert lines[0] == "3 articles, 3 outlets, 2 origins:"
    assert lines[1] == "  Orla Tenn (a speaker): 2 articles"
    assert lines[-2] == "    c.txt (VTV, 2031-05-02)"
    assert lines[-1] == "      VTV, own reporting: in its own voice; nothing copied, credited or quoted"
