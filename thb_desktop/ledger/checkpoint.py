"""The head: the signed state of the chain after a transaction, short enough to be kept elsewhere."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.entry import MAX_ENTRY_SIZE, Sign, signature_of
from thb_desktop.ledger.exact_form import COUNT, DIGEST, ID, INSTANT, ExactForm
from thb_desktop.ledger.fields import StrictObject, instant_of, instant_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A head remembered outside the vault; it is trusted, because somebody kept it.

    at: the claimed time of the head, if it was noted; it helps to name the kind of a rollback.
    """

    size: int
    root: bytes
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The state of a chain: its size and root, and the number and root of its subjects' counters."""

    FORMAT: ClassVar[str] = "thb-head/1"

    vault: str
    size: int
    root: bytes
    subjects: int
    counters: bytes
    at: datetime
    key: str

    @property
    def mark(self) -> Mark:
        return Mark(size=self.size, root=self.root, at=self.at)

    @property
    def short_code(self) -> str:
        """Sixteen letters and digits (80 bits) for paper and telephone, always the same for the same
        state.
        """
        return short_code(
            vault=self.vault,
            size=self.size,
            root=self.root,
            subjects=self.subjects,
            counters=self.counters,
        )

    def to_value(self) -> Value:
        return {
            "format": self.FORMAT,
            "vault": self.vault,
            "size": self.size,
            "root": self.root.hex(),
            "subjects": self.subjects,
            "counters": self.counters.hex(),
            "at": instant_text(self.at),
            "key": self.key,
        }

    def to_bytes(self) -> bytes:
        return canonical.encode(self.to_value())

    @classmethod
    def parse(cls, untrusted: bytes) -> Self:
        """Read canonical bytes; raises FormatError, UnknownFieldError or NotCanonicalError."""
        told = _FORM.read(untrusted)
        at = instant_of(told[0]) if told else None
        if told is None or at is None:
            return cls.from_value(canonical.parse(untrusted, max_size=MAX_ENTRY_SIZE))
        _, counters, key, root, size, subjects, vault = told
        return cls(
            vault=vault,
            size=int(size),
            root=bytes.fromhex(root),
            subjects=int(subjects),
            counters=bytes.fromhex(counters),
            at=at,
            key=key,
        )

    @classmethod
    def from_value(cls, untrusted: Value) -> Self:
        record = StrictObject(untrusted, cls.__slots__, what="a head", form=cls.FORMAT)
        return cls(
            vault=record.id("vault"),
            size=record.integer("size", least=1),
            root=record.digest("root"),
            subjects=record.integer("subjects", least=1),
            counters=record.digest("counters"),
            at=record.instant("at"),
            key=record.digest("key").hex(),
        )


_FORM = ExactForm(
    Head.FORMAT,
    {
        **dict.fromkeys(("counters", "key", "root"), DIGEST),
        **dict.fromkeys(("size", "subjects"), COUNT),
        "at": INSTANT,
        "vault": ID,
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedHead:
    """The canonical bytes of a head and their signature."""

    head: bytes
    signature: bytes

    def parsed(self) -> Head:
        return Head.parse(self.head)


def short_code(*, vault: str, size: int, root: bytes, subjects: int, counters: bytes) -> str:
    """Return the short code of a state, whoever signed its head and when."""
    state = canonical.encode([vault, size, root.hex(), subjects, counters.hex()])
    digest = hashlib.sha256(b"thb-head-code/1\x00" + state).digest()[:10]
    letters = base64.b32encode(digest).decode("ascii")
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))


def sign_head(head: Head, sign: Sign) -> SignedHead:
    """Sign a head. It is parsed first, so that only a readable head is signed."""
    data = head.to_bytes()
    Head.parse(data)
    return SignedHead(head=data, signature=signature_of(sign, data))
