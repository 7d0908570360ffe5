"""Speakers are brought to one name, and led to whom they speak for, before origins are counted."""

import pytest
from origins.invented_articles import Article, Claim, Corpus

from xref.origins.spelling import is_one_name


def told(path: str, outlet: str, text: str, quote: str, **more: object) -> Claim:
    return Claim(Article(path, outlet, text), quote, **more)  # type: ignore[arg-type]


def origins(*claims: Claim) -> int:
    return Corpus(list(claims)).counts()["p1"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kamol durand", "kamel dourand"),
        ("ilen marosh", "ilen maroš"),
        ("mohammed aziz", "mohamed aziz"),
        ("rami tenn", "ramy tenn"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert is_one_name(one, other)
    assert is_one_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("john tenn", "joan tenn"),
        ("maria rossel", "mario rossel"),
        ("karin veld", "karin feldt"),
        ("orla tenn", "orla brandt"),
        ("daniel tenn", "danielle tenn"),
    ],
)
def test_names_that_are_alike_are_not_one(one: str, other: str) -> None:
    assert not is_one_name(one, other)


def test_two_spellings_of_one_speaker_are_one_origin():
    one = told("a.txt", "Varn Courier", "Boats left, said Kamel Dourand.", "Boats left", speaker="Kamel Dourand")
    two = told(
        "b.txt", "Quay Post", "The boats are gone, said Kamol Durand.", "The boats are gone", speaker="Kamol Durand"
    )
    assert origins(one, two) == 1


def test_two_people_of_alike_names_in_one_article_stay_two():
    text = "Boats left, said Kamel Dourand. The boats are gone, said Kamol Durand."
    both = Article("a.txt", "Varn Courier", text)
    assert origins(Claim(both, "Boats left", speaker="Kamel Dourand"),
                   Claim(both, "The boats are gone", speaker="Kamol Durand")) == 2  # fmt: skip


def test_a_spokeswoman_speaks_for_her_organisation_in_every_position():
    said = "The wall was sound, Varn Harbour spokeswoman Ilse Brandt said."
    hers = told("a.txt", "VTV", said, "The wall was sound", position="p2",
                speaker="Ilse Brandt", speaker_role="Varn Harbour spokeswoman")  # fmt: skip
    theirs = told("b.txt", "Quay Post", "Nothing was amiss, Varn Harbour says.", "Nothing was amiss", position="p3",
                  speaker="Varn Harbour", speaker_kind="organisation")  # fmt: skip
    shared = Claim(hers.article, "The wall", position="p4"), Claim(theirs.article, "Nothing", position="p4")
    corpus = Corpus([hers, theirs, *shared])
    assert corpus.origin(hers)["origin_id"] == corpus.origin(theirs)["origin_id"]
    assert corpus.origin(hers)["chain"] == "VTV ← Ilse Brandt ← Varn Harbour"


def test_what_writers_add_to_a_name_is_no_part_of_it():
    names = ("Varn Harbour Watch", "so-called Varn Harbour Watch", "UK-based Varn Harbour Watch",
             "Varn Harbour Watch monitoring group")  # fmt: skip
    claims = [
        told(
            f"{n}.txt",
            f"Outlet {n}",
            f"14 died, the {name} said.",
            "14 died",
            speaker=name,
            speaker_kind="organisation",
        )
        for n, name in enumerate(names)
    ]
    assert origins(*claims) == 1


def test_the_minister_is_the_minister_whom_the_article_names():
    text = "Foreign Minister Lena Karst spoke on Tuesday. At most 500 left, the minister said."
    described = told("a.txt", "VTV", text, "At most 500 left", speaker="the minister", speaker_kind="anonymous")
    named = told("b.txt", "Quay Post", "Not more than 500 left, said Lena Karst.", "Not more than 500 left",
                 speaker="Lena Karst", speaker_role="foreign minister")  # fmt: skip
    corpus = Corpus([described, named])
    assert corpus.counts() == {"p1": 1}
    assert "the minister is Lena Karst in a.txt" in corpus.origin(described)["reason"]


def test_the_minister_of_an_article_that_names_none_is_nobody_else_s():
    described = told("a.txt", "VTV", "At most 500 left, the minister said.", "At most 500 left",
                     speaker="the minister", speaker_kind="anonymous")  # fmt: skip
    named = told("b.txt", "Quay Post", "Not more than 500 left, said Lena Karst.", "Not more than 500 left",
                 speaker="Lena Karst", speaker_role="foreign minister")  # fmt: skip
    assert origins(described, named) == 2


def test_an_official_who_asks_not_to_be_named_is_not_who_is_named_next():
    text = "Boats left, said an official who asked not to be named. The boats are gone, said Orla Tenn of the board."
    both = Article("a.txt", "VTV", text)
    hidden = Claim(both, "Boats left", speaker="an official", speaker_kind="anonymous")
    named = Claim(both, "The boats are gone", speaker="Orla Tenn", speaker_role="a member of the board")
    assert origins(hidden, named) == 2


def test_unnamed_speakers_of_one_outlet_count_once_and_of_two_outlets_twice():
    def said(path: str, outlet: str, who: str) -> Claim:
        return told(path, outlet, f"Planes left, {who} said.", "Planes left", speaker=who, speaker_kind="anonymous")

    assert origins(said("a.txt", "VTV", "a diplomat"), said("b.txt", "VTV", "a pilot")) == 1
    assert origins(said("a.txt", "VTV", "a diplomat"), said("b.txt", "Quay Post", "a man on the quay")) == 2


def test_an_unnamed_speaker_whom_three_outlets_have_from_one_counts_once():
    first = told("a.txt", "Varn Courier", "Inspectors knew, an official told the Courier.", "Inspectors knew",
                 speaker="an official", speaker_kind="anonymous", relayed_from="Varn Courier", cue="told")  # fmt: skip
    relay = told("b.txt", "Quay Post", "An insider told the Varn Courier that they knew.", "they knew",
                 speaker="An insider", speaker_kind="anonymous", relayed_from="Varn Courier")  # fmt: skip
    text = "The Varn Courier has a story. An insider told the paper that the board knew."
    vague = told("c.txt", "VTV", text, "the board knew",
                 speaker="An insider", speaker_kind="anonymous", relayed_from="the paper")  # fmt: skip
    assert origins(first, relay, vague) == 1


def test_the_same_words_in_quotation_marks_are_one_utterance():
    words = '"No town of ours will sleep below an unchecked wall again"'
    one = told("a.txt", "VTV", f"{words}, she said.", words, speaker="a guest", speaker_kind="anonymous")
    two = told("b.txt", "Quay Post", f"{words}, Orla Tenn said.", words, speaker="Orla Tenn")
    corpus = Corpus([one, two])
    assert corpus.counts() == {"p1": 1}
    assert "one utterance" in " ".join(corpus.trace().origins["reason"])


def test_a_sentence_that_goes_on_has_the_speaker_with_whom_it_began():
    text = '"We stay," Orla Tenn said, adding that 120 had left.'
    article = Article("a.txt", "VTV", text)
    other = told("b.txt", "Quay Post", "120 left, Orla Tenn said.", "120 left", speaker="Orla Tenn")
    corpus = Corpus([
        Claim(article, '"We stay,"', "p2", speaker="Orla Tenn", sentence=1),
        Claim(article, "adding that 120 had left", sentence=1),
        other,
    ])  # fmt: skip
    assert corpus.counts()["p1"] == 1


def test_the_subject_of_a_verb_of_speech_is_the_speaker():
    unread = told("a.txt", "VTV", "Hours before, Tenn announced that 600 had left.", "600 had left")
    named = Claim(unread.article, "Hours before", "p2", speaker="Orla Tenn")
    other = told("b.txt", "Quay Post", "600 left, Orla Tenn said.", "600 left", speaker="Orla Tenn")
    assert Corpus([unread, named, other]).counts()["p1"] == 1


def test_an_agency_s_text_is_the_agency_s_though_no_date_tells_who_was_first():
    text = "Fourteen people died when the swing bridge at Varn fell into the canal after two of its girders broke."
    wire = Claim(Article("a.txt", "Coast Wire Agency", text, ""), text)
    reprint = Claim(Article("b.txt", "Quay Post", text, ""), text)
    own = Claim(Article("c.txt", "Quay Post", "Our reporter counted 14 dead.", ""), "14 dead")
    corpus = Corpus([wire, reprint, own])
    assert corpus.origin(reprint)["origin"] == "Coast Wire Agency, own reporting"
    assert corpus.counts() == {"p1": 2}


def test_a_name_that_some_article_calls_a_company_is_no_persons_name():
    before = Article("before.txt", "Sabin News", "The wall belongs to the power company Orla Hydro. It is old.")
    text = "Orla Hydro denied the charge. The boats are safe, spokeswoman Ada Quist said."
    firm = Article("a.txt", "Varn Courier", text)
    denial = Claim(firm, "Orla Hydro denied the charge.", "p2", speaker="Orla Hydro", sentence=0)
    hers = Claim(firm, "The boats are safe", speaker="Ada Quist", speaker_role="spokeswoman", sentence=1)
    its = told(
        "b.txt", "Quay Post", "Orla Hydro insists the boats are safe.", "the boats are safe", speaker="Orla Hydro"
    )
    assert Corpus([denial, hers, its]).counts()["p1"] == 2
    assert Corpus([denial, hers, its], [before]).counts()["p1"] == 1
