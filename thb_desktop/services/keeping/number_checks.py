"""Number checks: numbers of an action day that two teams of a case both have."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from thb_desktop.domain.action_day import check_twice, reconcile
from thb_desktop.errors import NumbersRangeError
from thb_desktop.findings import Finding, unknown
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def check_numbers(connection: Connection, at: datetime) -> Iterator[Finding]:
    """Tell the numbers that were issued twice: the program refuses it, another one can write it."""
    for case in registry.CASE_FILE.all(connection):
        teams = []
        for team in registry.ACTION_TEAM.where(connection, "case_id", case.id):
            with suppress(NumbersRangeError):
                if not team.struck:
                    teams.append(reconcile(team, (), (), at))
        for told in check_twice(teams):
            yield unknown("numbers-issued-twice", dict(told.values), case_file=case.reference)
