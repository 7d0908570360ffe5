"""Words that attribute: verbs of speech, report, belief and denial, with what each tells about the speaker's stance."""

from __future__ import annotations

_ASSERTS = """
    acknowledge add address admit advise affirm agree allow announce answer argue assert assure attest bemoan boast caution
    comment complain concede conclude confess confirm contend continue convey counter cry declare decry demand describe detail
    determine disclose discuss echo elaborate emphasize emphasise estimate exclaim explain express find highlight imply indicate
    inform insist instruct interject joke lament learn maintain mention mock muse note notify observe offer opine outline
    pledge point proclaim promise pronounce quip quote read recall recommend recount reiterate relate relay remark remember
    remind repeat reply report respond retort reveal say scream shout show signal state stress submit swear sum tell testify
    tout tweet underline underscore urge vow warn whisper write yell post publish conclude certify rule decide determine
    criticize criticise praise blame accuse condemn denounce slam blast mock lambast call label dub brand hail credit
    ask wonder question inquire query request order
"""
_HEDGES = """
    allege assume believe claim conjecture consider doubt expect fear feel figure forecast foresee guess hint hope imagine
    insinuate intend judge plan predict presume project propose reckon speculate suggest suppose surmise suspect think
    understand want wish worry realize realise know see hear anticipate
"""
_DENIES = "deny reject dismiss refute dispute rebut rebuff disavow repudiate disown contradict"

STANCE_OF_VERB: dict[str, str] = {
    **dict.fromkeys(_ASSERTS.split(), "asserts"),
    **dict.fromkeys(_HEDGES.split(), "hedges"),
    **dict.fromkeys(_DENIES.split(), "denies"),
}
"""Lemma of a verb that attributes, and the stance it gives its speaker."""

TALK = frozenset(
    [
        "say",
        "add",
        "tell",
        "write",
        "state",
        "reply",
        "respond",
        "continue",
        "note",
        "explain",
        "announce",
        "declare",
        "tweet",
        "claim",
        "argue",
        "insist",
        "warn",
        "confirm",
        "report",
        "reveal",
        "ask",
        "admit",
        "acknowledge",
        "joke",
        "recall",
        "remark",
        "observe",
        "conclude",
        "quip",
        "assert",
        "stress",
        "emphasize",
        "emphasise",
        "contend",
        "complain",
        "concede",
        "comment",
        "answer",
        "shout",
        "yell",
        "exclaim",
        "post",
        "suggest",
        "allege",
        "maintain",
        "reiterate",
        "repeat",
        "counter",
        "testify",
        "lament",
        "muse",
        "opine",
        "retort",
        "disclose",
        "caution",
        "predict",
        "promise",
        "vow",
        "pledge",
        "read",
        "urge",
        "boast",
        "agree",
        "fear",
        "believe",
        "think",
    ]
)
"""Verbs that carry a quotation or a fronted content by themselves: `..., she said`."""

ABOUT = frozenset(
    [
        "accuse",
        "criticize",
        "criticise",
        "praise",
        "blame",
        "condemn",
        "denounce",
        "slam",
        "blast",
        "mock",
        "lambast",
        "discuss",
        "call",
        "label",
        "dub",
        "brand",
        "hail",
        "describe",
        "deny",
        "reject",
        "dismiss",
        "refute",
        "dispute",
        "demand",
        "promise",
        "pledge",
        "vow",
        "urge",
        "threaten",
        "claim",
        "confirm",
        "announce",
        "express",
        "detail",
        "outline",
        "recommend",
        "propose",
        "order",
        "request",
        "complain",
        "warn",
        "reveal",
        "disclose",
        "report",
        "credit",
        "tout",
    ]
)
"""Verbs whose object or infinitive is itself what is said: `accused the ministry of hiding figures`, `denied the charge`."""

INFINITIVE = frozenset(
    [
        "claim",
        "promise",
        "pledge",
        "vow",
        "threaten",
        "offer",
        "propose",
        "agree",
        "want",
        "hope",
        "plan",
        "intend",
        "expect",
        "wish",
        "urge",
        "ask",
        "order",
    ]
)
"""Verbs whose infinitive is a content: `vowed to return`."""

NOUNS: dict[str, str] = {
    **dict.fromkeys(
        [
            "announcement",
            "assertion",
            "argument",
            "assurance",
            "comment",
            "conclusion",
            "confirmation",
            "declaration",
            "finding",
            "insistence",
            "message",
            "news",
            "observation",
            "promise",
            "pledge",
            "remark",
            "report",
            "revelation",
            "statement",
            "suggestion",
            "testimony",
            "vow",
            "warning",
            "word",
            "view",
            "reminder",
            "notion",
        ],
        "asserts",
    ),
    **dict.fromkeys(
        [
            "accusation",
            "allegation",
            "belief",
            "charge",
            "claim",
            "expectation",
            "fear",
            "hope",
            "hint",
            "impression",
            "prediction",
            "rumor",
            "rumour",
            "speculation",
            "suspicion",
            "theory",
        ],
        "hedges",
    ),
    **dict.fromkeys(["denial", "rejection"], "denies"),
}
"""Nouns that attribute with a clause: `the allegation that ...`."""
