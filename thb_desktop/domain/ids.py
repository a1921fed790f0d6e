"""Identifiers: random, time-ordered, and without information about what they name."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import NewType

Randomness = Callable[[int], bytes]

VaultId = NewType("VaultId", str)
CaseId = NewType("CaseId", str)
AuthorityId = NewType("AuthorityId", str)
ProceedingId = NewType("ProceedingId", str)
OfficialId = NewType("OfficialId", str)
InterpreterId = NewType("InterpreterId", str)
PersonId = NewType("PersonId", str)
InterviewId = NewType("InterviewId", str)
SegmentId = NewType("SegmentId", str)
ExhibitId = NewType("ExhibitId", str)
InstrumentId = NewType("InstrumentId", str)
AccountId = NewType("AccountId", str)
StatementId = NewType("StatementId", str)
"""A statement of an account."""
HandOverId = NewType("HandOverId", str)
"""Money that changed hands outside accounts."""
CaseObjectId = NewType("CaseObjectId", str)
"""An address, a vehicle or another thing of a case that is neither an exhibit nor an account."""
BundleId = NewType("BundleId", str)
JobId = NewType("JobId", str)
DisclosureId = NewType("DisclosureId", str)
"""A linguist's job on a record."""
ConceptId = NewType("ConceptId", str)
"""A concept of a case's glossary."""
HandoverId = NewType("HandoverId", str)
AssignmentId = NewType("AssignmentId", str)
HandbackId = NewType("HandbackId", str)
FileId = NewType("FileId", str)
"""One file of an exhibit."""
AgentId = NewType("AgentId", str)
"""A user of the vault, as the author of entries in the event chain."""
RowId = NewType("RowId", str)
"""A part of an aggregate to which no other type refers."""
ObjectId = NewType("ObjectId", str)
"""A content object in the store: 32 hexadecimal digits, random."""


def told_of(person_id: str) -> str:
    """Return the subject of what documents tell of a person: acts on their roles, and on their age.

    It is counted apart from the person, whose other events never leave the office. A UUID of version 8, which
    follows from the id.
    """
    value = int.from_bytes(sha256(b"thb-told/1\0" + person_id.encode()).digest()[:16], "big")
    value = value & ~(0xF << 76) & ~(0b11 << 62) | 0x8 << 76 | 0b10 << 62
    return _in_groups(value)


def is_told_of(key: str) -> bool:
    """Whether it has the form of a subject that `told_of` returns, which no row has as its id."""
    return key[14:15] == "8"


class Ids:
    """New identifiers. Each sorts after the one before, even within one millisecond."""

    def __init__(self, randomness: Randomness) -> None:
        self._randomness = randomness
        self._last = 0

    def new(self, at: datetime) -> str:
        """Return a UUID version 7 (RFC 9562) as text: 48 bits of milliseconds, 74 random bits."""
        milliseconds = int(at.timestamp() * 1000) & (2**48 - 1)
        tail = int.from_bytes(self._randomness(10), "big")
        value = milliseconds << 80 | 0x7 << 76 | (tail >> 68 & 0xFFF) << 64 | 0b10 << 62 | tail & (2**62 - 1)
        if value >> 80 == self._last >> 80:  # the same millisecond: count on, as in RFC 9562, section 6.2
            value = max(value, self._last + 1)
        self._last = value
        return _in_groups(value)


def _in_groups(value: int) -> str:
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
