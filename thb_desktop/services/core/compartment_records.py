"""Compartment records: the keys and grants of compartments that the events record.

The acts that make or give a key have a user or the vault as their subject, so they are found without reading
the whole chain, and none of them can be hidden: a signed head counts the entries of each subject.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.people import CompartmentGrant, CompartmentVersion
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import ThbError
from thb_desktop.ledger.entry import Opening, SignedEntry
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

_ABOUT_USER = (VaultAction.USER_ADDED, VaultAction.KEYS_GIVEN, VaultAction.USER_RETIRED)
_ABOUT_VAULT = (VaultAction.OFFICE_HANDED_OVER, VaultAction.HOLDERS_RECORDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyAct:
    """An entry that may make or give keys: its number, its author, and the rows that it records."""

    seq: int
    author: str
    versions: tuple[Record, ...]
    grants: tuple[Record, ...]


def key_acts(connection: Connection) -> tuple[KeyAct, ...]:
    """Return these entries in their order. One whose content was changed or erased records nothing."""
    acts = {act.seq: act for signed, opening in _stored(connection) if (act := _read(signed, opening))}
    return tuple(acts[seq] for seq in sorted(acts))


def is_recorded(acts: tuple[KeyAct, ...], compartment: Compartment) -> bool:
    """Whether an event records a holder of this compartment; in a vault from before schema 2 none does."""
    return any(grant["compartment"] == compartment for act in acts for grant in act.grants)


def holders_recorded(
    acts: tuple[KeyAct, ...], compartment: Compartment, until: Callable[[str], int | None]
) -> set[str]:
    """Return the users to whom the maker or a holder of some version of the key gave it by an event.

    until: the entry that retired a user, 0 for nobody's id, None for an active one.
    """
    makers, held = set[tuple[int, str]](), set[tuple[int, str]]()
    for act in acts:
        retired = until(act.author)
        if retired is not None and act.seq > retired:
            continue
        for record in act.versions:
            if (record["compartment"], record.get("set_by")) == (compartment, act.author):
                makers.add((_number(record), act.author))
        for record in act.grants:
            given = _number(record), str(record.get("user_id"))
            if record["compartment"] == compartment and (given[0], act.author) in makers | held:
                held.add(given)
    return {user for _, user in held}


def agrees_with_rows(
    acts: tuple[KeyAct, ...], version: CompartmentVersion, grants: list[CompartmentGrant]
) -> bool:
    """Whether these rows of a compartment are the newest key that the events record, and all its grants."""
    told = [record for act in acts for record in act.versions if record["compartment"] == version.compartment]
    newest = max((_number(record) for record in told), default=0)
    made = [_key_of(record) for record in told if _number(record) == newest]
    given = [
        record
        for act in acts
        for record in act.grants
        if record["compartment"] == version.compartment and _number(record) == newest
    ]
    present = [to_record(grant) for grant in grants]
    return (
        version.version == newest
        and set(made) == {_key_of(to_record(version))}
        and len(given) == len(present)
        and all(record in given for record in present)
    )


def _stored(connection: Connection) -> Iterator[tuple[SignedEntry, Opening | None]]:
    yield from chain.newest(connection, subject="", before=2, count=1)
    for office in registry.OFFICE.all(connection):
        for action in _ABOUT_VAULT:
            yield from chain.acts_of(connection, office.id, action)
    for user in registry.USER.all(connection):
        for action in _ABOUT_USER:
            yield from chain.acts_of(connection, user.id, action)


def _read(signed: SignedEntry, opening: Opening | None) -> KeyAct | None:
    with suppress(ThbError):
        entry = signed.parsed()
        if opening is not None and opening.commitment == entry.commitment:
            states = Event.parse(opening.payload).states
            return KeyAct(
                seq=entry.seq,
                author=entry.agent,
                versions=_of(states, registry.COMPARTMENT_VERSION.name),
                grants=_of(states, registry.COMPARTMENT_GRANT.name),
            )
    return None


def _of(states: Sequence[Record], entity: str) -> tuple[Record, ...]:
    return tuple(
        record
        for state in states
        if state["entity"] == entity
        and isinstance(record := state["record"], dict)
        and isinstance(record.get("compartment"), str)
        and isinstance(record.get("version"), int)
    )


def _number(record: Record) -> int:
    number = record["version"]
    return number if isinstance(number, int) else 0


def _key_of(record: Record) -> tuple[object, ...]:
    """What of a recorded version never changes; `renewal_due` may."""
    return tuple(record.get(name) for name in ("version", "key_check", "set_by", "signature"))
