"""What happened to a counted thing: families of words for killed, wounded, arrested and the like."""

from __future__ import annotations

_FAMILIES: dict[str, tuple[str, str, str]] = {
    # measure: verb lemmas, noun lemmas, participles and adjectives that stand right behind a figure
    "killed": (
        "kill die slay murder perish massacre assassinate slaughter martyr drown behead",
        "death fatality toll killing murder slaying life dead deceased corpse body martyr massacre homicide",
        "killed dead slain murdered martyred massacred perished died drowned beheaded",
    ),
    "wounded": ("wound injure hurt maim hospitalize hospitalise", "injury injured wounded",
    "wounded injured hurt maimed hospitalized hospitalised"),
    "shot": ("shoot", "", "shot"),
    "casualties": ("", "casualty", ""),
    "missing": ("disappear vanish", "missing disappearance", "missing unaccounted"),
    "arrested": ("arrest detain apprehend", "arrest detention detainee", "arrested detained apprehended"),
    "displaced": ("displace evacuate flee uproot", "evacuation evacuee refugee",
    "displaced evacuated homeless uprooted"),
    "rescued": ("rescue save free release", "rescue", "rescued saved freed released"),
    "kidnapped": ("kidnap abduct", "hostage abduction kidnapping", "kidnapped abducted hostage"),
    "charged": ("charge indict accuse", "charge count indictment", "charged indicted accused"),
    "convicted": ("convict", "conviction", "convicted"),
    "infected": ("infect", "infection case", "infected"),
    "deployed": ("deploy station send dispatch", "deployment", "deployed stationed"),
    "withdrawn": ("withdraw pull", "withdrawal", "withdrawn"),
    "destroyed": ("destroy demolish raze", "", "destroyed demolished razed"),
    "damaged": ("damage", "", "damaged"),
    "dismissed": ("dismiss sack", "layoff redundancy", "dismissed sacked"),
    "fired": ("fire", "", "fired"),
    "hired": ("hire recruit employ", "", "hired recruited employed"),
    "captured": ("capture seize", "", "captured seized"),
    "trapped": ("trap strand", "", "trapped stranded"),
    "launched": ("launch", "", "launched"),
    "carried": ("carry", "", "aboard onboard"),
    "attended": ("attend", "attendance", "attending"),
}  # fmt: skip
_MONEY: dict[str, str] = {
    "cost": "cost price worth cost value estimate",
    "paid": "pay payment compensation settlement settle payout wage salary",
    "fined": "fine fined penalty", "spent": "spend spending expenditure", "raised": "raise fundraising",
    "damage": "damage loss",
    "invested": "invest investment", "sued for": "sue lawsuit", "debt": "owe debt",
    "earned": "earn revenue profit income",
    "donated": "donate donation", "bail": "bail bond", "reward": "reward", "budget": "budget funding fund",
}  # fmt: skip

VERBS = {word: measure for measure, (verbs, _, _) in _FAMILIES.items() for word in verbs.split()}
NOUNS = {word: measure for measure, (_, nouns, _) in _FAMILIES.items() for word in nouns.split()}
PARTICIPLES = {word: measure for measure, (_, _, words) in _FAMILIES.items() for word in words.split()}
MONEY = {word: measure for measure, words in _MONEY.items() for word in words.split()}

INTRANSITIVE = frozenset(["die", "perish", "drown", "disappear", "vanish", "flee", "attend", "withdraw", "pull"])
"""Verbs whose subject is what the figure counts; with all others the subject of an active verb is the doer."""

ABOUT_THINGS = frozenset({
    "case", "charge", "count", "body", "life", "killing", "rescue", "wound", "hostage", "refugee", "evacuee",
    "detainee", "corpse", "martyr",
})  # fmt: skip
"""Measure nouns that are also what is counted: "40 bodies", "three hostages", "20 lives"."""

VICTIMS = {
    "dead": "killed",
    "victim": "",
    "deceased": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "casualty": "casualties",
    "fatality": "killed",
    "missing": "missing",
}
"""Groups whose members are listed: "the dead included 67 children"."""

AMMUNITION = frozenset({
    "shot", "round", "bullet", "rocket", "missile", "shell", "mortar", "grenade", "torpedo", "warhead", "projectile",
    "munition",
})  # fmt: skip
"""What is fired from weapons; with everything else "fired" means dismissed."""
