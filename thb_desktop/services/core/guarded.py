"""Guarded checks: an error that the check of one entry did not expect names that entry, and stops no unlock.

Whoever has the key of the database can write rows and entries that no program of ours wrote. A check that
stumbles over one of them must not keep everybody out of the vault.
"""

from collections.abc import Iterable, Iterator

from thb_desktop.errors import VerificationError
from thb_desktop.findings import Finding, broken, of_entry

_UNEXPECTED = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError),
    VerificationError,
)
"""What a check raises for what it did not expect; not what stops it: a medium that fails, or a person."""


def guarded(entry: int, *checks: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what each of the checks of an entry finds, and once that one of them could not end."""
    has_ended = True
    for check in checks:
        try:
            yield from check
        except _UNEXPECTED:
            has_ended = False
    if not has_ended:
        yield broken("act-exceeded.unchecked", where=of_entry(entry))
