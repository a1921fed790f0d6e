"""Other ends of the rows of a statement: an account that a row names is not another one by now."""

import pytest

from tests.support import money
from thb_desktop.domain.ids import AccountId, CaseId, StatementId
from thb_desktop.domain.statement_accounts import check_accounts

CASE, OWN, OTHER = CaseId("case"), AccountId("own"), AccountId("other")
WALLET = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"
OTHERS, OTHERWISE = "statement-rows-of-others", "statement-rows-otherwise"
ANOTHER = "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"


@pytest.mark.parametrize(
    ("counterparty", "identifier", "network", "case"),
    [
        ("ACME, BE68539007547034", "BE71 0961 2345 6769", "", OTHERS),
        ("ACME, BE68539007547034", "BE68 5390 0754 7034", "", ""),
        ("ACME, BE68539007547034", "539-0075470-34", "", ""),
        ("Ada, DE89370400440532013000", "BLZ 37040044, Kto 0532013000", "", OTHERWISE),
        ("Ada, PL61109010140000071219812874", "61 1090 1014 0000 0712 1981 2874", "", OTHERWISE),
        ("Ada, BE68539007547034", "5555 4444 3333 1111", "", OTHERWISE),
        ("Ada, BE68539007547034", WALLET, "bitcoin", OTHERWISE),
        (WALLET, "a wallet of the exchange", "bitcoin", OTHERWISE),
        ("Ada, 539-0075470-34", "BE71 0961 2345 6769", "", ""),
        ("ACME, Ghent", "BE71 0961 2345 6769", "", ""),
        ("", "BE71 0961 2345 6769", "", ""),
        (WALLET, ANOTHER, "bitcoin", OTHERS),
        (WALLET, WALLET, "bitcoin", ""),
        ("Exchange", ANOTHER, "bitcoin", ""),
    ],
)
def test_a_row_that_names_another_account_is_contradicted_only_where_both_are_written_alike(
    counterparty: str, identifier: str, network: str, case: str
):
    statement = money.statement(CASE, OWN, id=StatementId("s"))
    row = money.transaction(
        CASE, from_account_id=OWN, to_account_id=OTHER, counterparty=counterparty, source="row 3"
    )
    accounts = {
        OWN: money.account(CASE, id=OWN),
        OTHER: money.account(CASE, id=OTHER, identifier=identifier, network=network),
    }

    told = [(each.case, each.values["rows"]) for each in check_accounts(statement, [row], accounts)]

    assert told == ([(case, ("row 3",))] if case else [])
