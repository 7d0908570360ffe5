"""References: pronouns and descriptions in a claim become what they stand for, or stay where that is not safe."""

# ruff: noqa: E501 - tables keep one entry a line

from __future__ import annotations

import pytest

from .articles import extract

pytestmark = pytest.mark.model

RESOLVED = [
    ("The ferry left Port Saleth at dawn. It sank near the pier.", "The ferry sank near the pier"),
    ("A ferry left Port Saleth at dawn. Its crew had radioed for help.", "The ferry’s crew had radioed for help"),
    ("Elena Brandt resigned on Monday. Her deputy took over the office.", "Elena Brandt’s deputy took over the office"),
    ("Two soldiers crossed the river. They were arrested at the border.", "The two soldiers were arrested at the border"),
    ("Two soldiers crossed the river. Their boat was found empty.", "The two soldiers’ boat was found empty"),
    ("The soldiers’ families waited in Marun for nine days.", "The soldiers’ families waited in Marun for nine days"),
    ("The council called the men ‘bridge builders’ in a letter.", "The council called the men bridge builders in a letter"),
    ("Brandt Shipping said it would cut 300 jobs.", "Brandt Shipping would cut 300 jobs"),
    ("The company said it would cut 300 jobs.", "The company would cut 300 jobs"),
    ("Police said they found a weapon in the car.", "Police found a weapon in the car"),
    ("Elena Brandt said her office had lost the files.", "Elena Brandt’s office had lost the files"),
    ("Tomas Reuel left Norvia after he lost the vote in March.", "Tomas Reuel lost the vote in March"),
    ("“I never met the builders,” Tomas Reuel said.", "Tomas Reuel never met the builders"),
    ("“I am ready to leave the council,” Tomas Reuel said.", "Tomas Reuel is ready to leave the council"),
    ("“My office knew about the cracks,” Tomas Reuel said.", "Tomas Reuel’s office knew about the cracks"),
    ("“I know that I have lost my seat,” Tomas Reuel said.", "Tomas Reuel knows that he has lost his seat"),
    ("A bomb hit the town of Marun on Friday. The army shelled the town again.", "The army shelled Marun again"),
    ("Nine died in Marun, a town in the north. The army shelled the town again.", "The army shelled Marun again"),
    ("The Ministry of Transport knew. The ministry closed the bridge in May.", "The Ministry of Transport closed the bridge in May"),
    ("Brandt Shipping, a family company, lost a vessel. Divers searched for the company for a week.", "Divers searched for Brandt Shipping for a week"),
    ("Senator Paul Hadek voted against it. Voters wrote to the senator in May.", "Voters wrote to Paul Hadek in May"),
    ("There was an attack on a bus depot in May. The attack destroyed nine buses.", "The attack on a bus depot destroyed nine buses"),
]  # fmt: skip

LEFT = [
    ("The ferry passed the tanker. It sank near the pier.", "It sank near the pier"),
    ("It was unclear who had fired the shots.", "It was unclear who had fired the shots"),
    ("The army said it was an accident.", "It was an accident"),
    ("The army said it killed nine people.", "It killed nine people"),
    ("Soldiers passed the farmers. They were arrested at the border.", "They were arrested at the border"),
    ("Tomas Reuel left Norvia. She was arrested at the border.", "She was arrested at the border"),
    ("A lawyer said his client had left the country.", "His client had left the country"),
    ("A bomb hit the town of Marun and the town of Lom. The army shelled the town again.", "The army shelled the town again"),
    ("Clara Weyn, the head of a small company, resigned. The company closed in May.", "The company closed in May"),
    ("There was an attack on a depot. Later there was an attack on a bridge. The attack wounded nine.", "The attack wounded nine"),
    ("“I never met the builders,” a guard said.", "I never met the builders"),
    ("Tomas Reuel sold his house in May.", "Tomas Reuel sold his house in May"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statement"), RESOLVED)
def test_what_a_claim_refers_to_stands_in_its_statement(text: str, statement: str) -> None:
    claims = extract(text).claims
    assert statement in set(claims.statement)
    assert all(row.quote == text[row.start : row.end] for row in claims.itertuples())


@pytest.mark.parametrize(("text", "statement"), LEFT)
def test_a_reference_that_could_be_another_stays_as_it_is(text: str, statement: str) -> None:
    assert statement in set(extract(text).claims.statement)


def test_a_name_has_a_bounded_number_of_words_however_long_a_row_of_capitals_is() -> None:
    claims = extract("Orrin " * 20 + "Group lost a vessel in May. Divers searched for the group for a week.").claims
    assert f"Divers searched for the {'Orrin ' * 6}Group for a week" in set(claims.statement)
