from __future__ import annotations

import pandas as pd
import pytest

from xref.reliability.votes import count_votes

COLUMNS = ["source", "value", "origin", "time"]


def voted(*rows: tuple[str, str, str, object]) -> dict[str, str]:
    """Value by voter on one item."""
    claims = pd.DataFrame(rows, columns=COLUMNS).assign(object="toll", attribute="x")
    votes = count_votes(claims)
    return {votes.voters[s]: votes.values[v] for s, v in zip(votes.voter, votes.value, strict=True)}


def test_of_one_sources_reports_the_latest_counts():
    assert voted(("A", "9", "", "2031-05-02"), ("A", "14", "", "2031-05-03T08:00:00Z")) == {"A": "14"}


def test_an_undated_report_counts_as_older_than_a_dated_one():
    assert voted(("A", "9", "", "2031-05-02"), ("A", "14", "", "")) == {"A": "9"}


def test_a_chain_of_relays_is_one_vote_of_its_end():
    assert voted(("C", "9", "B", ""), ("B", "9", "A", ""), ("A", "9", "", "")) == {"A": "9"}


def test_relays_of_an_origin_outside_the_table_vote_under_its_name():
    assert voted(("C", "9", "Orrin Wire", ""), ("B", "9", "Orrin Wire", ""), ("A", "9", "", "")) == {
        "Orrin Wire": "9",
        "A": "9",
    }


def test_the_origin_tells_the_value_when_a_relay_distorts_it():
    assert voted(("A", "9", "", "2031-05-02"), ("B", "90", "A", "2031-05-01")) == {"A": "9"}


def test_a_circle_of_citations_is_one_vote_of_the_earliest():
    assert voted(("A", "9", "B", "2031-05-02"), ("B", "9", "A", "2031-05-01")) == {"B": "9"}


def test_a_domain_is_closed_only_when_its_values_recur():
    def is_closed(things: int, values: int) -> bool:
        rows = [(s, f"thing {t}", "x", f"label {t % values}") for t in range(things) for s in "AB"]
        return bool(count_votes(pd.DataFrame(rows, columns=["source", "object", "attribute", "value"])).closed.all())

    assert is_closed(things=12, values=3)
    assert not is_closed(things=5, values=3)
    assert not is_closed(things=90, values=25)


@pytest.mark.parametrize("time", ["yesterday", "2031-13-40"])
def test_a_time_that_is_none_is_refused(time):
    with pytest.raises(ValueError, match=time):
        voted(("A", "9", "", time))
