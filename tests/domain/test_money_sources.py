"""Each transaction says where its figure comes from: a statement, an exhibit, or words."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support import money
from thb_desktop.domain.entry_rules import completed
from thb_desktop.domain.fields import Description
from thb_desktop.domain.finance_fields import HAND_OVER, PAY_FIGURE, TRANSFER
from thb_desktop.domain.ids import AccountId, CaseId, ExhibitId, StatementId
from thb_desktop.domain.money_sources import check_sources
from thb_desktop.errors import FigureSourceError
from thb_desktop.words import ENGLISH, sentence

BARE = replace(money.transaction(CaseId("c"), from_account_id=AccountId("a")), source="")


@pytest.mark.parametrize("source", ["", "  ", "\u00a0\n"])
def test_a_transaction_without_a_source_is_refused_at_its_field(source: str):
    with pytest.raises(FigureSourceError) as refused:
        completed(replace(BARE, source=source))

    assert refused.value.field == "money_transaction.source"
    assert refused.value.code == "figure-source"


@pytest.mark.parametrize(
    "given",
    [{"statement_id": StatementId("s")}, {"exhibit_id": ExhibitId("e")}, {"source": "I-01, turn 6"}],
    ids=lambda given: next(iter(given)),
)
def test_a_statement_an_exhibit_or_words_are_a_source(given: dict[str, Any]):
    row = replace(BARE, **given)

    assert completed(row) == row
    assert list(check_sources([row])) == []


def test_an_entry_of_before_may_stay_without_and_none_may_lose_its_source():
    corrected = replace(BARE, amount="11.00")

    assert completed(corrected, BARE) == corrected
    with pytest.raises(FigureSourceError):
        completed(BARE, replace(BARE, source="I-01, turn 6"))


def test_the_standing_entries_without_a_source_are_told():
    rows = [BARE, replace(BARE, struck="Entered twice"), money.transaction(CaseId("c")), *[BARE] * 6]

    (told,) = check_sources(rows)

    assert told.values["count"] == 7
    assert sentence(told, ENGLISH).startswith("7 transactions have no source")
    assert sentence(told, ENGLISH).count("2026-01-10 10.50 EUR") == 5


@pytest.mark.parametrize(
    ("description", "field"), [(HAND_OVER, "source"), (PAY_FIGURE, "source"), (TRANSFER, "basis")]
)
def test_the_other_figures_require_their_source_or_their_basis(description: Description, field: str):
    (found,) = (each for each in description.fields if each.name == field)

    assert found.required
