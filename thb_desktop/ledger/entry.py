"""The entry: what happened to one subject, signed and linked to the entry before.

It reveals nothing secret.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import ClassVar, Self

from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical, tree, withheld
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.exact_form import CODE, COUNT, DIGEST, ID, ID_OR_NOTHING, INSTANT, NUMBER, ExactForm
from thb_desktop.ledger.fields import HASH_SIZE, SIGNATURE_SIZE, StrictObject, instant_of, instant_text

Sign = Callable[[bytes], bytes]
"""Data in, ECDSA P-256/SHA-256 out: r and s in 32 bytes each."""
VerifySignature = Callable[[bytes, bytes, bytes], None]
"""(SubjectPublicKeyInfo in DER, data, signature r and s): returns, or raises SignatureError."""

BEFORE_THE_FIRST = bytes(HASH_SIZE)
"""`prev` of the first entry."""

# The actions that the chain itself understands; every other action is a word of the case.
CLOCK_WENT_BACK = "CLOCK_WENT_BACK"
USER_RETIRED = "USER_RETIRED"
DRAFTING = frozenset(
    (
        "INTERVIEW_HELD",
        "SUPPLEMENT_BEGUN",
        "RECTIFICATION_BEGUN",
        "FORMALITIES_SET",
        "FORMALITY_ADDED",
        "FORMALITY_CHANGED",
        "FORMALITY_STRUCK",
        "SEGMENT_ADDED",
        "SEGMENT_SET",
        "SEGMENT_MOVED",
        "SEGMENT_SPLIT",
        "SEGMENTS_JOINED",
        "SEGMENT_STRUCK",
        "TURNS_SET",
        "PRESENCE_NOTED",
        "RENDERING_SET",
        "RENDERING_STATE_SET",
        "RENDERING_CONFIRMED",
        "RENDERINGS_CERTIFIED",
        "STATEMENT_BEGUN",
        "STATEMENT_SET",
        "TURNS_TAKEN_OVER",
        "PLACE_SET",
        "PAGE_COMPARED",
        "STATEMENT_COMPARED",
        "INTERVIEW_READ_BACK",
    )
)
"""Acts before a signed interview record. An extract may withhold their contents, because a draft is not a
record.
"""

MAX_ENTRY_SIZE = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event. Identifiers are random, codes are words of a list; the content is stored separately.

    seq: 1, 2, 3 ... in this vault (the index of its leaf is seq - 1). prev: leaf hash of the entry before.
    at: the claimed time; clock: which clock; boot: this run of the machine, or empty; mono: ns in it. agent,
    role: who acted, in which role. subject: what it happened to; n: 1, 2, 3 ... for this subject. commitment:
    see `commit`. key: SHA-256 (hex) of the public key that signs.
    """

    FORMAT: ClassVar[str] = "thb-entry/1"

    vault: str
    seq: int
    prev: bytes
    at: datetime
    clock: str
    boot: str
    mono: int
    agent: str
    role: str
    action: str
    subject: str
    n: int
    commitment: bytes
    key: str

    def to_value(self) -> Value:
        return {
            "format": self.FORMAT,
            "vault": self.vault,
            "seq": self.seq,
            "prev": self.prev.hex(),
            "at": instant_text(self.at),
            "clock": self.clock,
            "boot": self.boot,
            "mono": self.mono,
            "agent": self.agent,
            "role": self.role,
            "action": self.action,
            "subject": self.subject,
            "n": self.n,
            "commitment": self.commitment.hex(),
            "key": self.key,
        }

    def to_bytes(self) -> bytes:
        return canonical.encode(self.to_value())

    @classmethod
    def parse(cls, untrusted: bytes) -> "Entry":
        """Read canonical bytes; raises FormatError, UnknownFieldError or NotCanonicalError."""
        found = _by_form(untrusted)
        return found or cls.from_value(canonical.parse(untrusted, max_size=MAX_ENTRY_SIZE))

    @classmethod
    def from_value(cls, untrusted: Value) -> Self:
        record = StrictObject(untrusted, cls.__slots__, what="an entry", form=cls.FORMAT)
        return cls(
            vault=record.id("vault"),
            seq=record.integer("seq", least=1),
            prev=record.digest("prev"),
            at=record.instant("at"),
            clock=record.code("clock"),
            boot="" if record.value("boot") == "" else record.id("boot"),
            mono=record.integer("mono", least=0),
            agent=record.id("agent"),
            role=record.code("role"),
            action=record.code("action"),
            subject=record.id("subject"),
            n=record.integer("n", least=1),
            commitment=record.digest("commitment"),
            key=record.digest("key").hex(),
        )


_FORM = ExactForm(
    Entry.FORMAT,
    {
        **dict.fromkeys(("action", "clock", "role"), CODE),
        **dict.fromkeys(("agent", "subject", "vault"), ID),
        **dict.fromkeys(("commitment", "key", "prev"), DIGEST),
        **dict.fromkeys(("n", "seq"), COUNT),
        "at": INSTANT,
        "boot": ID_OR_NOTHING,
        "mono": NUMBER,
    },
)


@lru_cache(maxsize=8)
def _by_form(untrusted: bytes) -> Entry | None:
    """Read an entry by its form; None if it does not fit. Several checks of one reading ask for the same."""
    told, at = _told(untrusted)
    if told is None or at is None:
        return None
    action, agent, _, boot, clock, commitment, key, mono, n, prev, role, seq, subject, vault = told
    return Entry(
        vault=vault,
        seq=int(seq),
        prev=bytes.fromhex(prev),
        at=at,
        clock=clock,
        boot=boot,
        mono=int(mono),
        agent=agent,
        role=role,
        action=action,
        subject=subject,
        n=int(n),
        commitment=bytes.fromhex(commitment),
        key=key,
    )


def _told(untrusted: bytes) -> tuple[tuple[str, ...] | None, datetime | None]:
    """Return the text of each value of an entry that has the form, and its time if there is such a time."""
    told = _FORM.read(untrusted)
    return told, instant_of(told[2]) if told else None


def _in_form(entry: Entry) -> bytes:
    """Write an entry whose values need no escape, as none does that has the form. Others are no JSON so."""
    e = entry
    return (
        f'{{"action":"{e.action}","agent":"{e.agent}","at":"{instant_text(e.at)}","boot":"{e.boot}",'
        f'"clock":"{e.clock}","commitment":"{e.commitment.hex()}","format":"{e.FORMAT}","key":"{e.key}",'
        f'"mono":{e.mono},"n":{e.n},"prev":"{e.prev.hex()}","role":"{e.role}","seq":{e.seq},'
        f'"subject":"{e.subject}","vault":"{e.vault}"}}'
    ).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedEntry:
    """The canonical bytes of an entry and their signature; together they are one leaf of the tree."""

    entry: bytes
    signature: bytes

    @property
    def leaf_hash(self) -> bytes:
        return tree.leaf_hash(self.entry + self.signature)

    def parsed(self) -> Entry:
        return Entry.parse(self.entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a commitment hides: the canonical payload and the 32 random bytes that make it unguessable.

    The commitment is over the payload without its withheld fields (`ledger.withheld`).
    """

    nonce: bytes
    payload: bytes

    @property
    def commitment(self) -> bytes:
        try:
            return commit(self.nonce, withheld.disclosed(self.payload))
        except FormatError:
            return commit(self.nonce, self.payload)

    def disclosed(self, told: withheld.Told | None = None) -> Self:
        """The opening as it is disclosed, with these of its withheld fields. Raises FormatError."""
        return replace(self, payload=withheld.disclosed(self.payload, told))


def sign_entry(entry: Entry, sign: Sign) -> SignedEntry:
    """Sign an entry. It is read first, so that only a readable entry is signed."""
    data = _in_form(entry)
    if None in _told(data):
        data = entry.to_bytes()
        Entry.parse(data)
    return SignedEntry(entry=data, signature=signature_of(sign, data))


def commit(nonce: bytes, payload: bytes) -> bytes:
    """Return SHA-256("thb-commitment/1" 0x00 nonce payload); the nonce has 32 bytes."""
    if len(nonce) != HASH_SIZE:
        message = "a nonce has 32 bytes"
        raise ValueError(message)
    return hashlib.sha256(b"thb-commitment/1\x00" + nonce + payload).digest()


def signature_of(sign: Sign, data: bytes) -> bytes:
    """Sign, and refuse a result that is not a raw P-256 signature."""
    signature = sign(data)
    if len(signature) != SIGNATURE_SIZE:
        message = "a signature has 64 bytes: r and s"
        raise ValueError(message)
    return signature
