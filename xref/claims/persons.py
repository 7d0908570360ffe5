"""Whether `he` or `she` fits a person: by a title before the name, else by a common given name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from xref.claims.attribution.lexicon import word_set

_HE_TITLES = r"Mr|Sir|Lord|King|Prince|Congressman|Emperor|Sheikh|Sultan|Father|Baron|Duke|Emir"
_SHE_TITLES = r"Mrs|Ms|Miss|Dame|Lady|Queen|Princess|Congresswoman|Empress|Sister|Baroness|Duchess"
_TITLED = re.compile(
    rf"\b(?:(?P<he>{_HE_TITLES})|(?P<she>{_SHE_TITLES}))\.? (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_HE_NAMES = word_set(
    """aaron abdul abdullah adam ahmad ahmed alan albert alex alexander ali anders andreas andrew anthony
    antonio arthur barack bashar ben benjamin bernie bill bob brad brandon brett brian bruce carl
    carlos charles chris christopher chuck clarence colin craig daniel dave david dennis diego
    dmitry donald doug douglas ed eduardo edward elijah emmanuel eric erik ethan eugene fernando
    francis francisco frank fred gary george gerald giovanni glenn gordon greg gregory hans harold
    harry hassan henry howard hussein ian ibrahim igor ivan jack jacob jake james jan jason javier
    jeff jeffrey jeremy jerome jerry jesse jim joe joel john jon jonathan jorge jose joseph joshua
    juan julian justin karl keith ken kenneth kevin khaled kyle larry lawrence leonard louis luis
    luke marc marco marcus mario mark martin matt matthew max michael mike mikhail mitch mohamed
    mohammad mohammed muhammad mustafa nathan neil nicholas nick nikolai norman omar oscar patrick
    paul pedro peter philip phil rafael ralph raymond ricardo richard rick rob robert roberto roger
    ron ronald rudy russell ryan sam samuel scott sean sergei sergey seth stanley stephen steve
    steven stuart ted terry theodore thomas tim timothy todd tom tomas tommy tony travis victor
    viktor vincent vladimir walter warren wayne will william yusuf zachary"""
)
_SHE_NAMES = word_set(
    """abigail adriana aisha alice alicia alison amanda amy ana andrea angela anita ann anna anne annie
    ashley barbara beatrice becky beth betty beverly bonnie brenda brittany camilla carla carmen
    carol caroline carolyn catherine cecilia charlotte cheryl christina christine cindy claire
    claudia cynthia dana dawn deborah debra denise diana diane donna dorothy ebony edith eileen
    elaine elena elisabeth elizabeth ellen emily emma erin esther eva evelyn fatima fiona florence
    frances gabriela gina gloria grace hannah heather helen hillary holly irene isabel ivanka
    jacqueline jane janet janice jean jenna jennifer jenny jessica jill joan joanna jodie josephine
    joyce juanita judith judy julia julie kamala karen kate katherine kathleen kathryn kathy katie
    kelly kimberly kirsten kristen laila laura lauren leila linda lisa lois lori lorraine louise
    lucia lucy lydia mandy margaret maria marie marilyn marina marion martha mary maya megan melania
    melissa meredith michelle mildred mona monica nadia nancy naomi natalie natasha nicole nina nora
    olga olivia pamela patricia paula peggy penelope phyllis rachel rebecca renee rita rosa rose
    ruth sabrina sally samantha sandra sara sarah sharon sheila shirley silvia sofia sonia sophia
    sophie stacy stella stephanie susan suzanne sylvia tamara tammy tanya tatiana teresa theresa
    tiffany tina tracy ursula valerie vanessa vera veronica victoria virginia wanda wendy yolanda
    yvonne zainab"""
)
_FOLLOWED = re.compile(
    r"(?P<name>[A-Z][\w’'-]+),? (?:[a-z][\w’'-]* ){0,6}?(?P<pronoun>he|his|him|himself|she|her|herself)\b"
)
"""A name and the next pronoun, with no other name between: `Reuel sold his house`."""


def is_given_name(word: str) -> bool:
    """Whether a lower-case word is a common given name."""
    return word in _HE_NAMES or word in _SHE_NAMES


class Sexes:
    """Which of an article's persons are `he` and which `she`.

    Parameters
    ----------
    text : the article's text, whose titles (`Mr`, `Queen`) decide before given names.
    """

    def __init__(self, text: str) -> None:
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for found in _TITLED.finditer(text):
            votes[found["name"].split()[-1]]["he" if found["he"] else "she"] += 1
        self._by_title = {name: count.most_common(1)[0][0] for name, count in votes.items() if len(count) == 1}
        follows: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for found in _FOLLOWED.finditer(text):
            follows[found["name"]]["she" if found["pronoun"].startswith(("she", "her")) else "he"] += 1
        self._by_pronoun = {
            name: count.most_common(1)[0][0]
            for name, count in follows.items()
            if count.most_common(1)[0][1] > 2 * (count.total() - count.most_common(1)[0][1])
        }

    def fits(self, name: str, pronoun: str) -> bool:
        """Whether the pronoun may stand for the name; True where nothing is known of the name."""
        wanted = "she" if pronoun in ("she", "her") else "he"
        return self.of(name) in ("", wanted)

    def of(self, name: str) -> str:
        """`he`, `she`, or "" where nothing is known of the name."""
        words = name.split()
        last = words[-1] if words else ""
        return self._by_title.get(last) or given_name_sex(name) or self._by_pronoun.get(last, "")


def given_name_sex(name: str) -> str:
    """`he` or `she` by a common given name, "" when it tells nothing."""
    first = name.split()[0].lower().strip(".") if len(name.split()) > 1 else ""
    return "he" if first in _HE_NAMES else "she" if first in _SHE_NAMES else ""
