"""Words that attribute, what each tells about the speaker's stance, and the complements that hold what is said."""

from __future__ import annotations

from spacy.tokens import Token

from xref.claims.attribution.lexicon import word_set as _words

_ASSERT = _words("""acknowledge add address admit advise affirm agree allow announce answer argue assert assure
            attest bemoan boast caution certify comment complain concede conclude confess confirm contend
            continue convey counter cry declare decry demand describe detail determine disclose discuss
            echo elaborate email emphasize emphasise estimate exclaim explain express find highlight imply
            indicate inform insist instruct interject joke lament learn maintain mention mock muse note
            notify observe opine outline pledge point proclaim promise pronounce quip quote read recall
            recommend recount reiterate relate relay remark remember remind reassure repeat reply report
            respond retort reveal rule say scream shout show signal state stress submit sum swear tell
            testify tout tweet underline underscore urge voice vow warn whisper write yell post publish
            decide demonstrate release issue criticize criticise praise blame accuse condemn denounce slam
            blast lambast call label dub brand hail applaud credit thank attack ask wonder question inquire
            query request order speak talk chant brag refer characterize characterise portray cast identify
            cite support endorse oppose back favor favour defend advocate nominate recognize recognise push
            campaign focus vouch encourage hint object rail depict capture decline text phone vote offer
            chide assail deplore welcome notice calculate charge clarify deride herald justify veto
            reference retweet list document renounce publicize publicise circulate bash hammer lobby press
            challenge liken paint position pitch balk revise name present""")
_HEDGE = _words("""allege assume believe claim conjecture consider convince doubt expect fear feel figure forecast
            foresee guess hope hop imagine insinuate intend judge plan predict presume project propose
            reckon speculate suggest suppose surmise suspect think understand want wish worry realize
            realise know hear anticipate seem appear seek threaten view see prefer like contemplate regard
            love hate despise""")
_DENY = _words("""deny reject dismiss refute dispute rebut rebuff disavow repudiate disown contradict refuse
            downplay""")

STANCE_OF_VERB: dict[str, str] = {
    **dict.fromkeys(_ASSERT, "asserts"),
    **dict.fromkeys(_HEDGE, "hedges"),
    **dict.fromkeys(_DENY, "denies"),
}
"""Lemma of a verb that attributes, and the stance it gives its speaker."""

STANCE_OF_ADJECTIVE: dict[str, str] = {
    **dict.fromkeys(_words("confident certain adamant convinced aware supportive critical upset"), "asserts"),
    **dict.fromkeys(
        _words("""hopeful worried concerned afraid optimistic sceptical skeptical doubtful nervous willing eager
            wary reluctant unsure"""),
        "hedges",
    ),
}
"""Adjectives that attribute what follows: `was confident that ...`, `wary of ...`."""

_ADJECTIVE_COMPLEMENTS = {
    **dict.fromkeys(_words("supportive critical wary skeptical sceptical"), frozenset({"of"})),
    **dict.fromkeys(_words("worried nervous hopeful optimistic"), frozenset({"about"})),
    **dict.fromkeys(_words("eager reluctant"), frozenset({"to"})),
}

TALK = _words("""say add tell write state reply respond continue note explain announce declare tweet claim argue
            insist warn confirm report reveal ask admit acknowledge joke recall remark observe conclude
            quip assert stress emphasize emphasise contend complain concede comment answer shout yell
            exclaim post suggest allege maintain reiterate repeat counter testify lament muse opine retort
            disclose caution predict promise vow pledge read urge boast agree fear believe think chant
            learn show email text indicate find scream whisper estimate interject elaborate""")
"""Verbs that carry a quotation or a fronted content by themselves: `..., she said`."""

NOT_STRIPPED = _words("""see hear know want wish like seem appear seek prefer allow decide realize realise feel rule""")
"""Verbs that stay part of their claim: what was seen or wanted is not said."""

SPEECH_ACT = _words("""accuse criticize criticise praise blame condemn denounce slam blast lambast describe deny
            reject dismiss refute dispute rebut demand promise pledge vow urge threaten claim announce warn
            call label propose recommend confirm acknowledge admit allege disclose reveal report inform
            notify show depict capture put set place give peg""")
"""Verbs after which a clause stays whole but is still the speaker's word: `denied the charge`, `vowed to return`."""

_COMPLEMENTS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "to",
        _words("""want expect seem plan seek appear urge refuse ask promise hope hop pledge decline vow decide
            intend agree threaten push warn encourage instruct propose offer claim wish request order
            advise like prefer vote lobby press challenge"""),
    ),
    (
        "-ing",
        _words("""support propose deny recall report admit suggest mention recommend oppose consider discuss
            describe"""),
    ),
    (
        "object",
        _words("""support endorse announce cite oppose express release discuss praise criticize criticise reject
            propose denounce blast mock mention report recall question dismiss slam publish issue echo
            declare reveal recognize nominate deny repeat claim acknowledge contradict detail blame
            highlight emphasize tout downplay request outline rebut credit prefer chant voice underscore
            reiterate disclose hail applaud dispute advocate decry condemn demand lament tweet back favor
            favour defend quote refute disavow recommend welcome deplore assail convey predict forecast
            fear doubt confirm stress recount remember urge project note explain reference list email veto
            herald document deride bemoan contemplate clarify revise renounce publicize publicise justify
            circulate bash state hate despise"""),
    ),
    (
        "as",
        _words("""describe see view portray cast identify dismiss characterize characterise label denounce slam
            cite praise regard hail criticize criticise list name defend paint present quote position
            attack tout remember pitch"""),
    ),
    ("of", _words("accuse warn speak complain boast suspect inform notify")),
    ("about", _words("""talk ask speak complain brag boast warn joke worry wonder tweet write think""")),
    (
        "for",
        _words("""call push ask campaign advocate criticize criticise slam praise blame thank attack vouch argue
            condemn credit blast hope hop chide"""),
    ),
    ("with", _words("agree disagree charge")),
    ("on", _words("comment elaborate insist agree")),
    ("at", _words("hint balk")),
    ("against", _words("rail warn campaign argue")),
    ("in", _words("believe")),
    ("complement", _words("call label dub brand")),
)
PREPOSITION_TO = _words("refer respond point object liken")
"""Verbs whose `to`-phrase is what is said or spoken of."""

COMPLEMENTS: dict[str, frozenset[str]] = {
    verb: frozenset(
        [kind for kind, verbs in _COMPLEMENTS if verb in verbs] + (["to-phrase"] if verb in PREPOSITION_TO else [])
    )
    for verb in frozenset().union(*(verbs for _, verbs in _COMPLEMENTS), PREPOSITION_TO)
} | _ADJECTIVE_COMPLEMENTS
"""Verb or adjective and the complements besides a clause that hold what is said: `to`, `object`, ...."""

STANCE_OF_NOUN: dict[str, str] = {
    **dict.fromkeys(
        _words("""announcement assertion argument admission assurance comment conclusion confidence confirmation
            declaration evidence finding insistence message news observation promise pledge remark report
            revelation statement suggestion testimony vow warning word view reminder notion case decision
            request call complaint agreement recognition mention praise opinion threat defense defence"""),
        "asserts",
    ),
    **dict.fromkeys(
        _words("""accusation allegation assumption belief charge claim concern doubt expectation fear hope hint
            idea impression plan prediction proposal rumor rumour speculation suspicion theory willingness
            desire criticism critique reluctance anxiety joke detail"""),
        "hedges",
    ),
    **dict.fromkeys(_words("denial rejection refusal"), "denies"),
}
"""Nouns that attribute: `the allegation that ...`."""

_NOUN_FRAMES: tuple[tuple[str, frozenset[str]], ...] = (
    ("to", _words("decision desire request pledge promise vow threat reluctance call")),
    ("about", _words("concern doubt joke claim anxiety detail")),
    ("of", _words("mention accusation rejection defense defence criticism denial assertion")),
    ("for", _words("praise proposal")),
    ("on", _words("opinion")),
)
NOUN_COMPLEMENTS: dict[str, frozenset[str]] = {
    noun: frozenset(kind for kind, nouns in _NOUN_FRAMES if noun in nouns)
    for noun in frozenset().union(*(nouns for _, nouns in _NOUN_FRAMES))
}
"""Noun and the complements other than a `that`-clause that hold a content: `the decision to leave`."""
CITING = frozenset({"citing", "quoting"})
"""Participles that name the source of what their verb says."""


def may_attribute(token: Token) -> bool:
    """Whether the word can be a cue by its lemma and part of speech."""
    lemma = token.lemma_.lower()
    if token.pos_ == "ADJ":
        return lemma in STANCE_OF_ADJECTIVE
    if lemma == "claim" and any(c.dep_ == "dobj" and c.lemma_.lower() in ("life", "victim") for c in token.children):
        return False  # a flood claims lives
    return lemma in STANCE_OF_VERB and (token.pos_ in ("VERB", "AUX") or token.lower_ == "said")
