"""Recorded epochs: which entry recorded the epoch of the header that the vault has not."""

from contextlib import suppress

from thb_desktop.domain.office import EPOCH, Office
from thb_desktop.domain.people import User
from thb_desktop.errors import ThbError
from thb_desktop.findings import Finding, of_entry, unknown
from thb_desktop.services.core.told_entries import entry_numbered
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.told_rows import RowName, told_before

_MOST = 1000
"""How many entries about the office are read: nobody changes its settings so often between two keyslots."""


def header_is_older(connection: Connection, office: Office, epoch: int) -> Finding:
    """Tell of a header with a lower epoch than one that is known, and who recorded that, if an entry did."""
    with suppress(ThbError):
        if office.header_epoch > epoch and (seq := _recorded_in(connection, office)) is not None:
            entry = entry_numbered(connection, seq)
            user = registry.USER.find(connection, entry.agent) if entry else None
            if user is not None:
                return _recorded_by(user, seq)
    return unknown("header-rolled-back.known")


def _recorded_by(user: User, seq: int) -> Finding:
    return unknown("header-rolled-back.recorded", where=of_entry(seq), name=user.name, role=user.role)


def _recorded_in(connection: Connection, office: Office) -> int | None:
    """Return the first of the entries that tell the office with the epoch that its row has."""
    row = RowName(registry.OFFICE.name, office.id)
    before, found = chain.size_of(connection) + 1, None
    for _ in range(_MOST):
        seq = told_before(connection, row, before)
        if seq is None or not _tells(connection, seq, office):
            break
        before = found = seq
    return found


def _tells(connection: Connection, seq: int, office: Office) -> bool:
    opening = chain.opening_of(connection, seq)
    states = Event.parse(opening.payload).states if opening else ()
    records = (each.get("record") for each in states if each.get("entity") == registry.OFFICE.name)
    return any(isinstance(each, dict) and each.get(EPOCH) == office.header_epoch for each in records)
