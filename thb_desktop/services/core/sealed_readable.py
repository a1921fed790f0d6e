"""Sealed and readable: whether what is sealed opens and is what it should be, where the user holds the key.

A program of a colleague's own can seal anything. What nobody can read is named with the entry that sealed it.
"""

from collections.abc import Iterable, Iterator

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.people import Identity
from thb_desktop.domain.person_claims import ClaimWords
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import NotAllowedError, SealedValueDamagedError
from thb_desktop.findings import Finding, broken, of_entry
from thb_desktop.ledger import canonical
from thb_desktop.services.core.compartments import open_compartment, opened_as
from thb_desktop.services.core.resealed import opened_by
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.told_rows import RowName, told_before

_COMPARTMENTS = (Compartment.IDENTITIES, Compartment.ASSESSMENTS, Compartment.KEY_MATERIAL)


def check_readable(session: Session) -> Iterator[Finding]:
    """Name each entry that sealed what nobody can read, where the session's user holds the key."""
    for compartment in _COMPARTMENTS:
        try:
            key = open_compartment(compartment, session)
        except (NotAllowedError, SealedValueDamagedError):  # other checks tell of the keys themselves
            continue
        try:
            yield from _unreadable(session, compartment, key)
        finally:
            wipe(key)


def is_readable_by(keys: Iterable[bytearray], identity: Record, session: Session) -> bool:
    """Whether one of these keys opens a sealed identity, and it is one."""
    table = registry.SEALED_IDENTITY.name
    return any(_is_readable(key, table, identity, session, Identity) for key in keys)


def kept_as_it_was(identity: Record) -> bytes:
    """Return what is sealed beside an identity that was entered again: what stood there, unread."""
    return canonical.encode({"unreadable": identity["sealed"]})


def _unreadable(session: Session, compartment: Compartment, key: bytearray) -> Iterator[Finding]:
    claims = {each.id for each in registry.PERSON_CLAIM.all(session.read)}
    if compartment is Compartment.IDENTITIES:
        for identity in registry.SEALED_IDENTITY.all(session.read):
            row = RowName(registry.SEALED_IDENTITY.name, identity.person_id)
            if not _is_readable(key, row.entity, to_record(identity), session, Identity):
                yield _named(session, row)
    for item in registry.SEALED_ITEM.all(session.read):
        row = RowName(registry.SEALED_ITEM.name, item.id)
        form = ClaimWords if item.subject_id in claims else None
        if item.compartment is compartment and not _is_readable(
            key, row.entity, to_record(item), session, form
        ):
            yield _named(session, row)


def _is_readable(
    key: bytearray, table: str, record: Record, session: Session, form: type[Identity | ClaimWords] | None
) -> bool:
    """form: what the opened bytes are; None where they may be any."""
    opened = opened_by(key, table, record, session)
    if opened is None:
        return False
    try:
        if form is not None:
            opened_as(form, opened)
    except SealedValueDamagedError:
        return False
    finally:
        wipe(opened)
    return True


def _named(session: Session, row: RowName) -> Finding:
    seq = told_before(session.read, row, session.journal.size + 1)
    return broken("sealed-unreadable", where=of_entry(seq or 0))
