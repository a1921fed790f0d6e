"""Key statements: at login, the key of a user's certificate certifies the key of the session."""

import hashlib
from bisect import bisect_right, insort
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Self

from thb_desktop.errors import FormatError, SignatureError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.entry import MAX_ENTRY_SIZE, Sign, VerifySignature, signature_of
from thb_desktop.ledger.faults import Fault
from thb_desktop.ledger.fields import StrictObject, base64_text, instant_text


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyStatement:
    """The key `signer` states: from entry `first` on, `session` signs for `agent` in `role`.

    session: the SubjectPublicKeyInfo (DER) of the session key. signer: SHA-256 (hex) of the certificate's
    key. first: the number of the next entry of the chain at login; a later statement of the same agent ends
    it.
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
        """The id of the session key, as in entries and heads."""
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
        record = StrictObject(untrusted, cls.__slots__, what="a key statement", form=cls.FORMAT)
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
    """Sign a key statement. It is parsed first."""
    data = statement.to_bytes()
    KeyStatement.parse(data)
    return SignedStatement(statement=data, signature=signature_of(sign, data))


def key_id(public_key: bytes) -> str:
    """Return the id of a key: SHA-256 of its SubjectPublicKeyInfo (DER), in hexadecimal."""
    return hashlib.sha256(public_key).hexdigest()


@dataclass(slots=True)
class KeyRing:
    """The keys of one chain, by their ids."""

    public: dict[str, bytes] = field(default_factory=dict)
    """SubjectPublicKeyInfo (DER) of session keys and of certificates."""
    sessions: dict[str, KeyStatement] = field(default_factory=dict)
    """The statement about each session key; keys of certificates are not here."""
    _starts: dict[str, list[int]] = field(default_factory=dict)
    _ends: dict[str, int] = field(default_factory=dict)

    def admit(self, statement: KeyStatement) -> None:
        self.public[statement.key] = statement.session
        self.sessions[statement.key] = statement
        insort(self._starts.setdefault(statement.agent, []), statement.first)

    def end(self, session: str, seq: int) -> None:
        """Let a session key sign nothing after this entry."""
        self._ends[session] = seq

    def time_fault(self, statement: KeyStatement, seq: int) -> str | None:
        """Return the fault if this session's key signs entry `seq`: too early, or already superseded."""
        if seq < statement.first:
            return "key-too-early"
        if seq > self._ends.get(statement.key, seq):
            return "key-superseded"
        starts = self._starts[statement.agent]
        return "key-superseded" if starts[bisect_right(starts, seq) - 1] > statement.first else None


def gather_keys(
    statements: Iterable[SignedStatement],
    *,
    vault: str,
    certified: Mapping[str, Collection[bytes]],
    verify_signature: VerifySignature,
) -> tuple[KeyRing, list[Fault]]:
    """Collect the session keys with a valid statement.

    certified: agent -> public keys (DER) of certificates.
    """
    ring = KeyRing()
    by_id = _by_id(certified)
    for keys in {id(keys): keys for keys in by_id.values()}.values():
        ring.public.update(keys)
    faults = []
    for place, signed in enumerate(statements, start=1):
        try:
            statement = signed.parsed()
        except FormatError as refusal:
            faults.append(Fault(code=f"statement-{refusal.code}", about="statement", first=place, last=place))
            continue
        code = _fault_of(signed, statement, vault, by_id, verify_signature)
        if code is None and ring.sessions.get(statement.key, statement) != statement:
            code = "statement-conflict"
        if code is None:
            ring.admit(statement)
        else:
            faults.append(Fault(code=code, about="statement", first=place, last=place))
    return ring, faults


def _by_id(certified: Mapping[str, Collection[bytes]]) -> dict[str, dict[str, bytes]]:
    """Return the keys of each agent by their ids. Agents who share one collection share the result."""
    shared = {id(keys): {key_id(key): key for key in keys} for keys in certified.values()}
    return {agent: shared[id(keys)] for agent, keys in certified.items()}


def _fault_of(
    signed: SignedStatement,
    statement: KeyStatement,
    vault: str,
    certified: Mapping[str, Mapping[str, bytes]],
    verify_signature: VerifySignature,
) -> str | None:
    if statement.vault != vault:
        return "statement-foreign-vault"
    signer = certified.get(statement.agent, {}).get(statement.signer)
    if signer is None:
        return "statement-foreign-signer"
    try:
        verify_signature(signer, signed.statement, signed.signature)
    except SignatureError:
        return "statement-altered"
    return None
