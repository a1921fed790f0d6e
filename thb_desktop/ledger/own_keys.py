"""Own keys: what changes of the keys of a user who puts keys that they made in the place of all they had."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thb_desktop.ledger.entry import Entry
from thb_desktop.ledger.signers import Member, Record, Rows, SigningKey

OWN_KEY = "OWN_KEY"
"""The kind of the row of such a key."""


def of_kind(rows: Rows, kind: str) -> Iterator[Record]:
    return (row for each, row in rows if each == kind)


def made_own(user: Member, rows: Rows) -> Member:
    """Return the user with the receiving key of their row, and what waits to be certified.

    The first of these rows counts: an honest entry has one.
    """
    told = next((row for row in of_kind(rows, "user") if row.get("id") == user.id), {})
    made = next((row for row in of_kind(rows, "signing_identity") if is_own(row, user.id)), None)
    if made is None or not told:
        return user
    waits = str(made.get("id")), str(made.get("agreed"))
    return replace(user, receiving_key=str(told.get("receiving_key")), waits=waits)


def is_own(row: Record, user: str) -> bool:
    """Whether a row is of a key that this user made in place of all that they had, and that stands."""
    return (row.get("kind"), row.get("user_id"), row.get("withdrawn_at")) == (OWN_KEY, user, None)


def further_ended(keys: Sequence[SigningKey], user: str, seq: int) -> list[SigningKey]:
    """End the keys of cards and files of a user. That with which they agree stays until it is replaced."""

    def is_further(key: SigningKey) -> bool:
        return key.user == user and bool(key.identity) and not key.own and key.until is None

    return [replace(key, until=seq) if is_further(key) else key for key in keys]


def replaced_by(keys: Sequence[SigningKey], user: str, entry: Entry) -> list[SigningKey]:
    """End all keys of a user at this entry, in whose session alone they may have certified what follows."""

    def ended(key: SigningKey) -> SigningKey:
        if key.user != user or key.over is not None:
            return key
        until = entry.seq if key.until is None else key.until
        return replace(key, until=until, over=entry.seq, over_in=entry.key)

    return list(map(ended, keys))
