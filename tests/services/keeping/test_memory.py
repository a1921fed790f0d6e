"""Memory that may reach the disk: told at unlocking, and one event for each change of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.offices import unlock
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping.memory import note_memory
from thb_desktop.vault.journal import Event
from thb_desktop.vault.memory import MemoryRisk
from thb_desktop.vault.tables import chain

SWAP, BOTH, NONE = frozenset({MemoryRisk.SWAP}), frozenset(MemoryRisk), frozenset[MemoryRisk]()


def noted(session: Session, risks: frozenset[MemoryRisk]) -> frozenset[MemoryRisk]:
    session.environment = replace(session.environment, memory=lambda: risks)
    return note_memory(session)


def said(session: Session) -> list[tuple[str, str]]:
    """Action and reason of each event about memory."""
    found = []
    for signed in chain.entries(session.read):
        entry = signed.parsed()
        if entry.action.startswith("MEMORY_"):
            opening = chain.opening_of(session.read, entry.seq)
            assert opening is not None
            found.append((entry.action, Event.parse(opening.payload).reason))
    return found


@pytest.mark.requirement("SR-50")
def test_each_change_is_one_event_also_across_sessions(session: Session, folder: Path):
    for risks in (NONE, SWAP, SWAP, BOTH, BOTH):
        assert noted(session, risks) == risks
    session.close()
    again = unlock(folder)
    for risks in (BOTH, NONE, NONE, SWAP):
        noted(again, risks)

    told = said(again)
    again.close()
    swap = "this computer swaps memory to a disk that is not encrypted"
    sleep = "hibernation would write memory to a disk that is not encrypted"
    assert told == [
        ("MEMORY_MAY_REACH_DISK", swap),
        ("MEMORY_MAY_REACH_DISK", f"{sleep}; {swap}"),
        ("MEMORY_STAYS_OFF_DISK", "memory no longer reaches a disk that is not encrypted"),
        ("MEMORY_MAY_REACH_DISK", swap),
    ]


def test_where_nobody_looks_nothing_is_said(session: Session):
    size = session.journal.size

    assert note_memory(session) == NONE
    assert session.journal.size == size
