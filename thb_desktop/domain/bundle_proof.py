"""What a reader needs to check a bundle: head and extract of the chain, attached records, keys."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from thb_desktop.domain.identity_binding_fields import NOT_STATED, Binding


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainHead:
    """The signed head of the bundle: size, roots (hex), the claimed time, and a short code."""

    size: int
    root: str
    counters_root: str
    at: str
    short_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """An attached record (`ledger.record_tree`), without the parts that were left out."""

    kind: str
    number: str
    sha256: str
    data: bytes


class KeyCertificate(NamedTuple):
    """A certificate of a key: the holder as it says them, and its validity."""

    name: str
    function: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerKey:
    """A key whose certificate a bundle has. key: its SHA-256 (hex). user_id: as certified. certificates: of
    the key, by their beginning; between two, it may have had none. entries: how many of the attached extract
    the sessions of the key signed; first, last: the numbers of the first and the last one; begun, ended:
    their times. binding: how the office says that it identified the holder.
    """

    key: str
    user_id: str
    certificates: tuple[KeyCertificate, ...]
    entries: int = 0
    first: int = 0
    last: int = 0
    begun: datetime | None = None
    ended: datetime | None = None
    binding: Binding = NOT_STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a reader needs to check the bundle: the event chain's head and extract (JSON), records, the root.

    root_certificate: DER. software: the program that made the bundle. build: the digest of its own files
    (SHA-256, hex); empty where no annex is printed. keys: of the users whose certificates
    are in the extract.
    """

    head: ChainHead
    custody_extract: bytes
    records: tuple[RecordFile, ...]
    root_certificate: bytes
    root_fingerprint: str
    software: str
    keys: tuple[SignerKey, ...] = ()
    build: str = ""
