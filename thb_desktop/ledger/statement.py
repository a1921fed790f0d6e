"""The key statement: at login, the key of a user's certificate vouches for the key of the session."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.entry import MAX_ENTRY_SIZE, Sign, signature_of
from thb_desktop.ledger.fields import Record, base64_text, instant_text


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyStatement:
    """From entry `first` on, `session` signs for `agent` in `role`: so says the key `signer`.

    session: the SubjectPublicKeyInfo (DER) of the session key. signer: SHA-256 (hex) of the certificate's.
    first: the number the next entry of the chain had at login; a later statement of the same agent ends it.
    """

    FORMAT: ClassVar[str] = "thb-key-statement/1"

    vault: str
    agent: str
    role: str
    session: bytes
    first: int
    since: datetime
    signer: str

    @property
    def key(self) -> str:
        """The id of the session key, as entries and heads name it."""
        return key_id(self.session)

    def to_value(self) -> Value:
        return {
            "format": self.FORMAT,
            "vault": self.vault,
            "agent": self.agent,
            "role": self.role,
            "session": base64_text(self.session),
            "first": self.first,
            "since": instant_text(self.since),
            "signer": self.signer,
        }

    def to_bytes(self) -> bytes:
        return canonical.encode(self.to_value())

    @classmethod
    def parse(cls, untrusted: bytes) -> Self:
        """Read canonical bytes; raises FormatError, UnknownFieldError or NotCanonicalError."""
        return cls.from_value(canonical.parse(untrusted, max_size=MAX_ENTRY_SIZE))

    @classmethod
    def from_value(cls, untrusted: Value) -> Self:
        record = Record(untrusted, cls.__slots__, what="a key statement", form=cls.FORMAT)
        return cls(
            vault=record.id("vault"),
            agent=record.id("agent"),
            role=record.code("role"),
            session=record.base64("session"),
            first=record.integer("first", least=1),
            since=record.instant("since"),
            signer=record.digest("signer").hex(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedStatement:
    """The canonical bytes of a key statement and their signature by the certificate's key."""

    statement: bytes
    signature: bytes

    def parsed(self) -> KeyStatement:
        return KeyStatement.parse(self.statement)


def sign_statement(statement: KeyStatement, sign: Sign) -> SignedStatement:
    """Sign a key statement; it is read back first."""
    data = statement.to_bytes()
    KeyStatement.parse(data)
    return SignedStatement(statement=data, signature=signature_of(sign, data))


def key_id(public_key: bytes) -> str:
    """Return the id of a key: SHA-256 of its SubjectPublicKeyInfo (DER), in hexadecimal."""
    return hashlib.sha256(public_key).hexdigest()
