"""Money that somebody with the key of the database alters, adds or removes beside the event chain is told."""

from pathlib import Path

import pytest

from tests.services.keeping.test_health import broken, changed, checked, office  # noqa: F401 - a fixture
from thb_desktop.vault.database import Connection


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize(
    "statements",
    [
        ("UPDATE money_transaction SET amount = '1.00'",),
        ("UPDATE money_transaction SET counterparty = 'Somebody'",),
        ("UPDATE pay_figure SET amount = '999.00'",),
        ("UPDATE account SET holder = 'S-99'",),
        ("DROP TRIGGER pay_figure_is_kept", "DELETE FROM pay_figure"),
        (
            """INSERT INTO hand_over (id, case_id, number, kind, at, amount, currency, source)
            SELECT '019e8269-5e20-7389-a9fc-38ceff5cde99', id, 'H-99', 'CASH', '2026-01-01', '5.00', 'EUR',
                'none'
            FROM case_file LIMIT 1""",
        ),
        (
            """INSERT INTO bank_statement (id, case_id, number, account_id, format, currency)
            SELECT '019e8269-5e20-7389-a9fc-38ceff5cde98', case_id, 'ST-99', id, 'CSV', 'EUR'
            FROM account LIMIT 1""",
        ),
    ],
)
def test_money_that_was_altered_behind_the_chain_is_told(office: Path, statements: tuple[str, ...]):  # noqa: F811
    def tamper(connection: Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    changed(office, tamper)

    assert "tables-differ" in broken(checked(office))
