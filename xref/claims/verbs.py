"""Past tense of English verbs, for clauses that become sentences of their own (`..., killing 40` → `... killed 40`)."""

from __future__ import annotations

import re

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of finite verbs and modals (Penn Treebank)."""
_IRREGULAR = dict(
    pair.split(":")
    for pair in [
        "be:was",
        "become:became",
        "begin:began",
        "bind:bound",
        "bleed:bled",
        "blow:blew",
        "break:broke",
        "bring:brought",
        "build:built",
        "buy:bought",
        "catch:caught",
        "choose:chose",
        "come:came",
        "cost:cost",
        "cut:cut",
        "deal:dealt",
        "dig:dug",
        "do:did",
        "draw:drew",
        "drink:drank",
        "drive:drove",
        "eat:ate",
        "fall:fell",
        "feed:fed",
        "feel:felt",
        "fight:fought",
        "find:found",
        "flee:fled",
        "fly:flew",
        "forbid:forbade",
        "forget:forgot",
        "forgive:forgave",
        "freeze:froze",
        "get:got",
        "give:gave",
        "go:went",
        "grow:grew",
        "hang:hung",
        "have:had",
        "hear:heard",
        "hide:hid",
        "hit:hit",
        "hold:held",
        "hurt:hurt",
        "keep:kept",
        "know:knew",
        "lay:laid",
        "lead:led",
        "leave:left",
        "lend:lent",
        "let:let",
        "lie:lay",
        "light:lit",
        "lose:lost",
        "make:made",
        "mean:meant",
        "meet:met",
        "overthrow:overthrew",
        "overcome:overcame",
        "pay:paid",
        "put:put",
        "quit:quit",
        "read:read",
        "rebuild:rebuilt",
        "ride:rode",
        "ring:rang",
        "rise:rose",
        "run:ran",
        "say:said",
        "see:saw",
        "seek:sought",
        "sell:sold",
        "send:sent",
        "set:set",
        "shake:shook",
        "shoot:shot",
        "show:showed",
        "shut:shut",
        "sing:sang",
        "sink:sank",
        "sit:sat",
        "sleep:slept",
        "speak:spoke",
        "spend:spent",
        "spin:spun",
        "split:split",
        "spread:spread",
        "stand:stood",
        "steal:stole",
        "stick:stuck",
        "strike:struck",
        "swear:swore",
        "sweep:swept",
        "swim:swam",
        "take:took",
        "teach:taught",
        "tear:tore",
        "tell:told",
        "think:thought",
        "throw:threw",
        "undergo:underwent",
        "understand:understood",
        "uphold:upheld",
        "wake:woke",
        "wear:wore",
        "weep:wept",
        "win:won",
        "withdraw:withdrew",
        "withhold:withheld",
        "write:wrote",
    ]
)
_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")
_DOUBLED_LONG = frozenset(
    {
        "admit",
        "commit",
        "submit",
        "permit",
        "occur",
        "refer",
        "prefer",
        "transfer",
        "regret",
        "expel",
        "compel",
        "control",
        "cancel",
    }
)


def past_tense(lemma: str) -> str:
    """Past tense of a verb given as lemma: "kill" → "killed", "leave" → "left"."""
    lemma = lemma.lower()
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    if _DOUBLED.match(lemma) or lemma in _DOUBLED_LONG:
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def third_person(verb: str) -> str:
    """A verb's present tense as it goes with a name: "know" → "knows", "carry" → "carries"."""
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"
