"""A small vault's event chain in memory, with real keys and certificates, for tests that tamper with it."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key
from cryptography.x509.oid import NameOID

from thb_desktop.errors import SignatureError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.approved import approved_bytes
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.chain import check_chain
from thb_desktop.ledger.checkpoint import Head, Mark, SignedHead, sign_head
from thb_desktop.ledger.counters import Counters
from thb_desktop.ledger.entry import (
    BEFORE_THE_FIRST,
    USER_RETIRED,
    Entry,
    Opening,
    SignedEntry,
    sign_entry,
)
from thb_desktop.ledger.extract import Extract, build_extract
from thb_desktop.ledger.faults import Fault
from thb_desktop.ledger.fields import base64_text, instant_text
from thb_desktop.ledger.signers import ABOUT_USERS, VAULT_CREATED, about_member
from thb_desktop.ledger.statement import KeyStatement, SignedStatement, key_id, sign_statement
from thb_desktop.ledger.tree import Tree

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=1)))


def some_id(label: str) -> str:
    """Return an identifier that looks random and is the same in every run."""
    return hashlib.sha256(label.encode()).hexdigest()[:32]


class Key:
    """A P-256 key that is the same in every run, signing deterministically (RFC 6979)."""

    def __init__(self, label: str) -> None:
        secret = int.from_bytes(hashlib.sha256(f"key {label}".encode()).digest(), "big") >> 1
        self.private = ec.derive_private_key(secret, ec.SECP256R1())
        self.public = self.private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        self.id = key_id(self.public)

    def sign(self, data: bytes) -> bytes:
        r, s = decode_dss_signature(self.private.sign(data, ec.ECDSA(SHA256(), deterministic_signing=True)))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def verify_signature(public_key: bytes, data: bytes, signature: bytes) -> None:
    """The check that the application injects, here straight from OpenSSL."""
    key = load_der_public_key(public_key)
    assert isinstance(key, ec.EllipticCurvePublicKey)
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    try:
        key.verify(encode_dss_signature(r, s), data, ec.ECDSA(SHA256()))
    except InvalidSignature:
        raise SignatureError("a signature does not fit") from None


@dataclass(frozen=True, kw_only=True)
class Person:
    """A user: an opaque id, a role, and a certified key."""

    label: str
    role: str
    agent: str
    key: Key
    certificate: bytes


@dataclass(frozen=True, kw_only=True)
class Session:
    """A login: the key that signs the entries from then on."""

    person: Person
    key: Key


def certificate(
    name: str, public: ec.EllipticCurvePublicKey, issuer: str, issuer_key: Key, *, agent: str = "", ca: bool
) -> bytes:
    attributes = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
    if agent:
        attributes.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, agent))
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name(attributes))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(public)
        .serial_number(int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") | 1)
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2046, 1, 1, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=0 if ca else None), critical=True)
    )
    return builder.sign(issuer_key.private, SHA256(), ecdsa_deterministic=True).public_bytes(Encoding.DER)


@dataclass(kw_only=True)
class Stored:
    """The stored chain, in the order of storage. Tests change it and check the findings."""

    vault: str
    certified: dict[str, tuple[bytes, ...]]
    statements: list[SignedStatement] = field(default_factory=list)
    entries: list[SignedEntry] = field(default_factory=list)
    heads: list[SignedHead] = field(default_factory=list)
    openings: dict[int, Opening] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)

    def copy(self) -> "Stored":
        return replace(
            self,
            statements=list(self.statements),
            entries=list(self.entries),
            heads=list(self.heads),
            openings=dict(self.openings),
            marks=list(self.marks),
        )

    def faults(self) -> tuple[Fault, ...]:
        return check_chain(
            self.entries,
            vault=self.vault,
            statements=self.statements,
            certified=self.certified,
            heads=self.heads,
            marks=self.marks,
            opening_of=lambda entry: self.openings.get(entry.seq),
            verify_signature=verify_signature,
        )

    def codes(self) -> set[str]:
        return {fault.code for fault in self.faults()}


class Office:
    """One vault and its users. It records events as the application does, with a head after each."""

    def __init__(self, label: str = "vault", *, shows_signers: bool = False) -> None:
        self.label, self.shows_signers = label, shows_signers
        self.vault = some_id(label)
        self.root_key = Key(f"{label} root")
        self.root = certificate(
            f"Root of {label}", self.root_key.private.public_key(), f"Root of {label}", self.root_key, ca=True
        )
        self.people: list[Person] = []
        self.stored = Stored(vault=self.vault, certified={})
        self.tree = Tree()
        self.counters = Counters()
        self.sessions: list[Session] = []
        self.at = BEGIN
        self.boot = 1
        self.running = timedelta()

    def enrol(self, label: str, role: str) -> Person:
        agent, key = some_id(f"{self.label} {label}"), Key(f"{self.label} {label}")
        made = certificate(
            label, key.private.public_key(), f"Root of {self.label}", self.root_key, agent=agent, ca=False
        )
        person = Person(label=label, role=role, agent=agent, key=key, certificate=made)
        self.people.append(person)
        self.stored.certified[agent] = (key.public,)
        return person

    def log_in(self, person: Person) -> Session:
        key = Key(f"{self.label} {person.label} session {len(self.sessions)}")
        statement = KeyStatement(
            vault=self.vault,
            agent=person.agent,
            role=person.role,
            session=key.public,
            first=self.tree.size + 1,
            since=self.at,
            signer=person.key.id,
        )
        self.stored.statements.append(sign_statement(statement, person.key.sign))
        session = Session(person=person, key=key)
        self.sessions.append(session)
        return session

    def record(self, session: Session, action: str, subject: str, payload: Value = None) -> SignedEntry:
        seq = self.tree.size + 1
        opening = Opening(nonce=bytes.fromhex(2 * some_id(f"nonce {seq}")), payload=canonical.encode(payload))
        self.at += timedelta(minutes=3)
        self.running += timedelta(minutes=3)
        entry = Entry(
            vault=self.vault,
            seq=seq,
            prev=self.stored.entries[-1].leaf_hash if self.stored.entries else BEFORE_THE_FIRST,
            at=self.at,
            clock="DEVICE_CLOCK",
            boot=some_id(f"boot {self.boot}"),
            mono=int(self.running.total_seconds()) * 10**9,
            agent=session.person.agent,
            role=session.person.role,
            action=action,
            subject=subject,
            n=self.counters.advance(subject),
            commitment=opening.commitment,
            key=session.key.id,
        )
        return self._append(sign_entry(entry, session.key.sign), opening, session)

    def _append(self, signed: SignedEntry, opening: Opening, session: Session) -> SignedEntry:
        self.tree.append(signed.leaf_hash)
        self.stored.entries.append(signed)
        self.stored.openings[self.tree.size] = opening
        self.stored.heads.append(sign_head(self.head(session.key.id), session.key.sign))
        return signed

    def head(self, key: str) -> Head:
        return Head(
            vault=self.vault,
            size=self.tree.size,
            root=self.tree.root,
            subjects=self.counters.size,
            counters=self.counters.root,
            at=self.at,
            key=key,
        )

    def reboot(self) -> None:
        self.boot += 1
        self.at += timedelta(hours=20)
        self.running = timedelta()


PHONE, KNIFE, RECORD = some_id("a telephone"), some_id("a knife"), some_id("an interview record")


def added(
    office: Office,
    person: Person,
    by: Person,
    approver: Person | None,
    *,
    approved: Person | None = None,
    bound: bool = True,
) -> Value:
    """The content of the entry that makes somebody a user, approved by somebody or by nobody.

    approved: whom the approval is about, if it is somebody else. bound: False for one of before, which names
    no key.
    """
    about = approved or person
    subject = about_member(about.role, about.label, *((about.agent, about.key.id) if bound else ()))
    approval: dict[str, Value] = {
        "id": some_id(f"approval of {person.label}"),
        "kind": "ALONE" if approver is None else "APPROVED",
        "act": "ADD_USER",
        "subject": subject,
        "requested_by": by.agent,
        "approved_by": approver.agent if approver else None,
        "at": instant_text(office.at) if bound else "2026-03-02T09:00:00.000000+01:00",
    }
    if approver:
        approval["signature"] = approver.key.sign(approved_bytes(approval, office.vault)).hex()
    return {"schema": 2, "states": [{"entity": "approval", "record": approval}, user_state(person)]}


def user_state(person: Person) -> Value:
    record: dict[str, Value] = {
        "id": person.agent,
        "name": person.label,
        "role": person.role,
        "certificate": base64_text(person.certificate),
        "receiving_key": "",
    }
    return {"entity": "user", "record": record}


def founded_example(label: str = "vault") -> Office:
    """The same as `example`, with entries that make the users, as the application writes them."""
    return example(label, shows_signers=True)


OF_NOW = ("RECOVERY_CODE_CONFIRMED", "INTERVIEW_HELD", "INTERVIEW_SIGNED")
OF_FIRST_FORMS = ("USER_ENROLLED", "INTERVIEW_SAVED", "INTERVIEW_FROZEN")
"""Words for acts that the frozen extracts hold, and that no version of the program has."""


def example(
    label: str = "vault",
    *,
    shows_signers: bool = False,
    bound: bool = True,
    words: tuple[str, str, str] = OF_NOW,
) -> Office:
    """Three users, two days, three subjects, seventeen entries; the clerk is retired on the second day."""
    enrolled, held, recorded = words
    office = Office(label, shows_signers=shows_signers)
    judge = office.enrol("Judge A. Example", "INVESTIGATING_JUDGE")
    clerk = office.enrol("Clerk B. Example", "CLERK")
    keeper = office.enrol("Keeper C. Example", "EVIDENCE_CUSTODIAN")
    morning = office.log_in(judge)
    at_desk = None if shows_signers else office.log_in(clerk)
    made: Value = {"schema": 2, "states": [user_state(judge)]}
    office.record(morning, "VAULT_CREATED", office.vault, made if shows_signers else {"name": "training"})
    for person, approver in ((judge, None), (clerk, None), (keeper, clerk)):
        if shows_signers and person is not judge:
            office.record(
                morning, "USER_ADDED", person.agent, added(office, person, judge, approver, bound=bound)
            )
        else:
            office.record(morning, enrolled, person.agent, {"role": person.role})
    at_desk = at_desk or office.log_in(clerk)
    office.record(at_desk, "SEIZED", PHONE, {"place": "Ruritania", "by": "patrol"})
    office.record(at_desk, "SEALED", PHONE, {"seal": "A-1001"})
    office.record(at_desk, "SEIZED", KNIFE, {"place": "Freedonia", "by": "patrol"})
    office.record(at_desk, held, RECORD, {"account": "It was a Tuesday."})
    office.record(morning, recorded, RECORD, {"account": "It was a Tuesday."})
    office.reboot()
    again, stores = office.log_in(judge), office.log_in(keeper)
    office.record(again, USER_RETIRED, clerk.agent, {"reason": "moved"})
    office.record(stores, "TRANSFER_IN", PHONE, {"from": "patrol"})
    office.record(stores, "UNSEALED", PHONE, {"seal": "A-1001"})
    office.record(stores, "ACQUIRED", PHONE, {"sha256": some_id("image") * 2})
    office.record(stores, "RESEALED", PHONE, {"seal": "A-1002"})
    office.record(stores, "STORED", KNIFE, {"location": "shelf 4"})
    office.record(again, "DISCLOSED", RECORD, {"to": "court"})
    office.record(again, "DISCLOSED", PHONE, {"to": "court"})
    return office


def changed(signed: SignedEntry, **fields: object) -> SignedEntry:
    """Return the entry with changed fields and its old signature."""
    return replace(signed, entry=replace(signed.parsed(), **fields).to_bytes())  # type: ignore[arg-type]


def re_signed(signed: SignedEntry, key: Key, **fields: object) -> SignedEntry:
    """Return the entry with changed fields, signed by a key that it names."""
    return sign_entry(replace(signed.parsed(), key=key.id, **fields), key.sign)  # type: ignore[arg-type]


def rebuilt(office: Office, stored: Stored, start: int, session: Session, **fields: object) -> Stored:
    """Rewrite everything from entry `start` on, with links and heads, signed in one session."""
    result = stored.copy()
    del result.heads[start:]
    tree = Tree(signed.leaf_hash for signed in stored.entries[:start])
    counters = Counters()
    for signed in stored.entries[:start]:
        counters.advance(signed.parsed().subject)
    for place in range(start, len(stored.entries)):
        prev = result.entries[place - 1].leaf_hash if place else BEFORE_THE_FIRST
        result.entries[place] = re_signed(
            stored.entries[place],
            session.key,
            prev=prev,
            agent=session.person.agent,
            role=session.person.role,
            **(fields if place == start else {}),
        )
        tree.append(result.entries[place].leaf_hash)
        counters.advance(result.entries[place].parsed().subject)
        head = Head(
            vault=office.vault,
            size=place + 1,
            root=tree.root,
            subjects=counters.size,
            counters=counters.root,
            at=result.entries[place].parsed().at,
            key=session.key.id,
        )
        result.heads.append(sign_head(head, session.key.sign))
    return result


def each_flip(data: bytes, every: int = 1) -> Iterator[bytes]:
    for place in range(0, len(data), every):
        yield data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def extract_of(
    office: Office, *subjects: str, earlier: Iterable[Mark] = (), closed: Collection[int] = ()
) -> Extract:
    """Build the extract of some subjects as the application does, without the content of the `closed`
    entries.
    """
    stored = office.stored
    events = [(signed, stored.openings[place]) for place, signed in enumerate(stored.entries, start=1)]
    return build_extract(
        head=stored.heads[-1],
        tree=office.tree,
        counters=office.counters,
        events=[
            (signed, None if signed.parsed().seq in closed else opening)
            for signed, opening in events
            if signed.parsed().subject in subjects
        ],
        statements=stored.statements,
        root=office.root,
        users=[person.certificate for person in office.people],
        earlier=earlier,
        signers=[each for each in events if each[0].parsed().action in ABOUT_USERS | {VAULT_CREATED}]
        if office.shows_signers
        else None,
    )
