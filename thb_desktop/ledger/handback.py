"""Handbacks: the bytes that an interpreter signs of what they hand back (docs/formats/assignment.md)."""

import hashlib

from thb_desktop.domain.assignment import Handback
from thb_desktop.domain.record import Record, to_record
from thb_desktop.ledger import canonical

FORMAT = "thb-handback/1"


def row_digest(table: str, record: Record) -> str:
    """SHA-256 (hex) of a row as an event tells it: its table, and its record without fields at their
    default.
    """
    return hashlib.sha256(canonical.encode({"entity": table, "record": record})).hexdigest()


def handed_bytes(handback: Handback, vault: str) -> bytes:
    """Return the signed bytes of a handback for this vault (its id)."""
    told = {name: value for name, value in to_record(handback).items() if name != "signature"}
    return canonical.encode({"format": FORMAT, "vault": vault, "handback": told})
