"""Told values: what the program makes itself and nobody types, and another program can write otherwise.

A number that the program gives becomes part of the names of files; the name beside who recorded a custody
event is printed as theirs; that the check digits of an account hold is computed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from thb_desktop.domain.account_numbers import checksum_of
from thb_desktop.domain.change import Change
from thb_desktop.domain.finance import Account
from thb_desktop.domain.people import User
from thb_desktop.domain.record import from_record
from thb_desktop.vault.tables import registry

NUMBERS: Mapping[str, str] = MappingProxyType(
    {
        registry.LANGUAGE_JOB.name: "T-",
        registry.BUNDLE.name: "B-",
        registry.PACKAGE.name: "P-",
        registry.DISCLOSURE.name: "D-",
        registry.IDENTITY_ANNEX.name: "A-",
    }
)
"""The tables whose numbers the program gives, and how these begin."""
MADE_SINCE = 4
"""The schema since which the program makes them so. Whoever makes them otherwise must say since when."""
_CHECKED = frozenset({"checksum", "kind", "identifier", "network"})
"""What the check digits of an account are computed from, and what they are said to be."""
_DIGITS = re.compile(r"[0-9]{1,9}")


def faults_of_values(
    changes: Sequence[Change], users: Mapping[str, User], *, schema: int
) -> Iterator[tuple[str, str]]:
    """Return the faults of rows that say something else there than the program makes, each with its table.

    schema: that of the event.
    """
    for change in changes if schema >= MADE_SINCE else ():
        if not (_has_its_number(change) and _has_its_recorder(change, users) and _has_its_checksum(change)):
            yield "act-exceeded.value", change.table


def _has_its_number(change: Change) -> bool:
    start = NUMBERS.get(change.table)
    if start is None or "number" not in change.fields:
        return True
    number = str(change.after["number"])
    return number.startswith(start) and _DIGITS.fullmatch(number[len(start) :]) is not None


def _has_its_recorder(change: Change, users: Mapping[str, User]) -> bool:
    """Whether the name beside the user who recorded a custody event is theirs."""
    if change.table != registry.CUSTODY_EVENT.name or change.before is not None:
        return True
    recorded_by = change.after["recorded_by"]
    if recorded_by is None:
        return True
    user = users.get(str(recorded_by))
    return user is not None and user.name == change.after["recorder"]


def _has_its_checksum(change: Change) -> bool:
    """Whether the check digits of an account are as they are said to be, where these change, or what
    they are computed from."""
    if change.table != registry.ACCOUNT.name or change.fields.isdisjoint(_CHECKED):
        return True
    account = from_record(Account, change.after)
    return account.checksum is checksum_of(account)
