"""Other ends of the rows of a statement: an account that a row names is not another one by now."""

import pytest

from tests.support import money
from thb_desktop.domain.ids import AccountId, CaseId, StatementId
from thb_desktop.domain.statement_accounts import check_accounts

CASE, OWN, OTHER = CaseId("case"), AccountId("own"), AccountId("other")
WALLET = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"
ANOTHER = "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"


@pytest.mark.parametrize(
    ("counterparty", "identifier", "network", "is_told"),
    [
        ("ACME, BE68539007547034", "BE71 0961 2345 6769", "", True),
        ("ACME, BE68539007547034", "BE68 5390 0754 7034", "", False),
        ("ACME, BE68539007547034", "539-0075470-34", "", False),
        ("ACME, Ghent", "BE71 0961 2345 6769", "", False),
        ("", "BE71 0961 2345 6769", "", False),
        (WALLET, ANOTHER, "bitcoin", True),
        (WALLET, WALLET, "bitcoin", False),
        ("Exchange", ANOTHER, "bitcoin", False),
    ],
)
def test_a_row_that_names_another_account_than_its_other_end_is_told(
    counterparty: str, identifier: str, network: str, is_told: bool
):
    statement = money.statement(CASE, OWN, id=StatementId("s"))
    row = money.transaction(
        CASE, from_account_id=OWN, to_account_id=OTHER, counterparty=counterparty, source="row 3"
    )
    accounts = {
        OWN: money.account(CASE, id=OWN),
        OTHER: money.account(CASE, id=OTHER, identifier=identifier, network=network),
    }

    told = [each.values["rows"] for each in check_accounts(statement, [row], accounts)]

    assert told == ([("row 3",)] if is_told else [])
