"""Receiving keys as rows tell them: whether anything can be wrapped for one.

A user tells their own key, and anything could stand there. Nobody else's renewal may end at it.
"""

from base64 import b64decode
from collections.abc import Collection, Iterator

from thb_desktop.crypto import compartments
from thb_desktop.domain.change import Change
from thb_desktop.errors import SealedValueDamagedError
from thb_desktop.vault.tables import registry


def is_usable(told: object) -> bool:
    """Whether this is the public half of a receiving key, in base64."""
    try:
        compartments.wrap_for(public_half(told), bytearray(1), context=b"")
    except SealedValueDamagedError:
        return False
    return True


def public_half(told: object) -> bytes:
    """Read it from base64. Raises SealedValueDamagedError."""
    try:
        return b64decode(told if isinstance(told, str) else "", validate=True)
    except ValueError:
        raise SealedValueDamagedError("a public receiving key is not in its form") from None


def faults_of_receiving_keys(changes: Collection[Change]) -> Iterator[tuple[str, str]]:
    """Find a user who is told with a new receiving key that is none."""
    for change in changes:
        is_told = change.before is None or "receiving_key" in change.fields
        if change.table == registry.USER.name and is_told and not is_usable(change.after["receiving_key"]):
            yield "act-exceeded.value", change.table
