"""The custody extract: all events of some subjects, with everything that a stranger needs to check them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Self, TypeVar

from thb_desktop.errors import IncompleteExtractError, ProofError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.checkpoint import Mark, SignedHead
from thb_desktop.ledger.counters import CounterProof, Counters
from thb_desktop.ledger.entry import Entry, Opening, SignedEntry
from thb_desktop.ledger.fields import HASH_SIZE, SIGNATURE_SIZE, StrictObject, base64_text
from thb_desktop.ledger.statement import SignedStatement
from thb_desktop.ledger.streamed import Spend, Walk, in_pieces
from thb_desktop.ledger.tree import Proving, verify_consistency, verify_inclusion

_Part = TypeVar("_Part")
_LONG = ("events", "subjects")
"""The lists that grow with the case: they are read item by item."""
_LISTS = (*_LONG, "statements", "earlier", "signers")


def _free(_: int) -> None:
    """Spend memory that nobody counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry with its path to the root, and its content unless it was erased or is not shared."""

    signed: SignedEntry
    proof: tuple[bytes, ...]
    opening: Opening | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier head of the same chain, and the proof that the present one continues it."""

    size: int
    root: bytes
    proof: tuple[bytes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The content of `thb-custody-extract/2`. Signed parts are kept as the signed bytes.

    root, users: certificates in DER. counters: the number of events of each subject. events: in order of the
    chain. signers: the entries that show whose keys these are (`ledger.signers`); None in the first form,
    `thb-custody-extract/1`, which did not show it.
    """

    FORMAT: ClassVar[str] = "thb-custody-extract/2"
    FIRST: ClassVar[str] = "thb-custody-extract/1"

    vault: str
    head: SignedHead
    statements: tuple[SignedStatement, ...]
    root: bytes
    users: tuple[bytes, ...]
    counters: tuple[CounterProof, ...]
    events: tuple[Event, ...]
    earlier: tuple[Earlier, ...] = ()
    signers: tuple[Event, ...] | None = ()

    def to_bytes(self) -> bytes:
        shown: dict[str, Value] = (
            {} if self.signers is None else {"signers": [_event_value(each) for each in self.signers]}
        )
        return canonical.encode(
            {
                **shown,
                "format": self.FIRST if self.signers is None else self.FORMAT,
                "vault": self.vault,
                "head": {
                    "head": canonical.parse(self.head.head),
                    "signature": self.head.signature.hex(),
                },
                "statements": [
                    {"statement": canonical.parse(signed.statement), "signature": signed.signature.hex()}
                    for signed in self.statements
                ],
                "certificates": {
                    "root": base64_text(self.root),
                    "users": [base64_text(certificate) for certificate in self.users],
                },
                "subjects": [
                    {
                        "subject": counter.subject,
                        "n": counter.n,
                        "index": counter.index,
                        "proof": _hex(counter.proof),
                    }
                    for counter in self.counters
                ],
                "events": [_event_value(event) for event in self.events],
                "earlier": [
                    {"size": earlier.size, "root": earlier.root.hex(), "proof": _hex(earlier.proof)}
                    for earlier in self.earlier
                ],
            }
        )

    @classmethod
    def parse(cls, untrusted: bytes) -> Self:
        """Parse the format, and check nothing else. Raises FormatError (or a subclass).

        Signed parts are returned as bytes; the checks decide whether they are entries, heads and statements.
        """
        source = in_pieces(untrusted)
        frame, events, counters = cls.parse_frame(source()), list[Event](), list[CounterProof]()
        for each in listed_in(source()):
            if isinstance(each, ListedEvent):
                events.append(each.event)
            else:
                counters.append(each)
        return replace(frame, events=tuple(events), counters=tuple(counters))

    @classmethod
    def parse_frame(cls, pieces: Iterable[bytes], *, keep: Spend = _free, afford: Spend = _free) -> Self:
        """Parse everything but the events and the counters, which `listed_in` gives. Raises FormatError.

        keep: told the memory of what is returned. afford: asked before a large value is read.
        """
        walk = Walk(pieces, lists=_LISTS, passed=_LONG, afford=afford)
        values, lists = dict[str, Value](), dict[str, list[Value]]()
        for name, value in walk:
            keep(walk.size)
            if name in _LISTS:
                lists.setdefault(name, []).append(value)
            else:
                values[name] = value
        is_first = values.get("format") == cls.FIRST
        fields = ("vault", "head", "certificates", *_LISTS)
        record = StrictObject(
            {**dict.fromkeys(walk.names), **values},
            [name for name in fields if name != "signers"] if is_first else fields,
            what="an extract",
            form=cls.FIRST if is_first else cls.FORMAT,
        )
        certificates = StrictObject(record.value("certificates"), ("root", "users"), what="the certificates")

        def each(name: str, read: Callable[[Value], _Part]) -> tuple[_Part, ...]:
            return tuple(map(read, lists.get(name, ())))

        return cls(
            vault=record.id("vault"),
            head=_read_head(record.value("head")),
            statements=each("statements", _read_statement),
            root=certificates.base64("root"),
            users=certificates.base64s("users"),
            counters=(),
            events=(),
            earlier=each("earlier", _read_earlier),
            signers=None if is_first else tuple(one.event for one in each("signers", _read_event)),
        )


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """An event as it was read: its content is parsed already."""

    event: Event
    content: Value

    def parsed(self) -> Entry:
        """Raises FormatError."""
        return self.event.signed.parsed()


def listed_in(pieces: Iterable[bytes], *, afford: Spend = _free) -> Iterator[ListedEvent | CounterProof]:
    """Parse the events of an extract one by one, then the counters; `Extract.parse_frame` parses the rest.

    Raises FormatError. afford: asked before a large value is read.
    """
    others = [name for name in _LISTS if name not in _LONG]
    passed = (*others, "certificates", "format", "head", "vault")
    for name, value in Walk(pieces, lists=_LONG, passed=passed, afford=afford):
        if name == "events":
            yield _read_event(value)
        elif name == "subjects":
            yield _read_counter(value)


def build_extract(
    *,
    head: SignedHead,
    tree: Proving,
    counters: Counters,
    events: Iterable[tuple[SignedEntry, Opening | None]],
    statements: Iterable[SignedStatement],
    root: bytes,
    users: Iterable[bytes],
    earlier: Iterable[Mark] = (),
    signers: Iterable[tuple[SignedEntry, Opening | None]] | None = (),
) -> Extract:
    """Build an extract of the chain whose leaves are in `tree` and whose newest head is `head`.

    events: all entries of the chosen subjects, in order. statements: of the keys that signed them and the
    head. earlier: older heads that the chain must be shown to continue. signers: the entries that show whose
    keys these are, in order. Raises IncompleteExtractError if a subject lacks an event, ProofError if tree,
    counters or one of the proofs do not match the head.
    """
    parsed = head.parsed()
    if (tree.size, tree.root, counters.size, counters.root) != (
        parsed.size,
        parsed.root,
        parsed.subjects,
        parsed.counters,
    ):
        raise ProofError("the head is not the head of these entries")
    chosen = [(signed, signed.parsed(), opening) for signed, opening in events]
    found = Counter(entry.subject for _, entry, _ in chosen)
    if any(counters.of(subject) != number for subject, number in found.items()):
        raise IncompleteExtractError("an extract must contain every event of each of its subjects")
    return Extract(
        vault=parsed.vault,
        head=head,
        statements=tuple(statements),
        root=root,
        users=tuple(users),
        counters=tuple(counters.prove(subject) for subject in found),
        events=tuple(_event(tree, parsed.root, each, opening) for each, _, opening in chosen),
        earlier=tuple(_earlier(tree, parsed.root, mark) for mark in earlier),
        signers=None
        if signers is None
        else tuple(_event(tree, parsed.root, each, opening) for each, opening in signers),
    )


def _event(tree: Proving, root: bytes, signed: SignedEntry, opening: Opening | None) -> Event:
    index = signed.parsed().seq - 1
    proof = tree.inclusion_proof(index)
    verify_inclusion(leaf=signed.leaf_hash, index=index, size=tree.size, proof=proof, root=root)
    return Event(signed=signed, proof=proof, opening=opening)


def _earlier(tree: Proving, root: bytes, mark: Mark) -> Earlier:
    proof = tree.consistency_proof(mark.size)
    verify_consistency(old_size=mark.size, old_root=mark.root, size=tree.size, root=root, proof=proof)
    return Earlier(size=mark.size, root=mark.root, proof=proof)


def _hex(hashes: Iterable[bytes]) -> list[str]:
    return [each.hex() for each in hashes]


def _event_value(event: Event) -> Value:
    return {
        "entry": canonical.parse(event.signed.entry),
        "signature": event.signed.signature.hex(),
        "proof": _hex(event.proof),
        "opening": _opening_value(event.opening),
    }


def _opening_value(opening: Opening | None) -> Value:
    if opening is None:
        return None
    return {"nonce": opening.nonce.hex(), "payload": canonical.parse(opening.payload)}


def _read_head(untrusted: Value) -> SignedHead:
    record = StrictObject(untrusted, ("head", "signature"), what="a signed head")
    return SignedHead(head=canonical.rewrite(record.value("head")), signature=_signature(record))


def _read_statement(untrusted: Value) -> SignedStatement:
    record = StrictObject(untrusted, ("statement", "signature"), what="a signed key statement")
    return SignedStatement(
        statement=canonical.rewrite(record.value("statement")), signature=_signature(record)
    )


def _read_counter(untrusted: Value) -> CounterProof:
    record = StrictObject(untrusted, ("subject", "n", "index", "proof"), what="a subject")
    return CounterProof(
        subject=record.id("subject"),
        n=record.integer("n", least=1),
        index=record.integer("index", least=0),
        proof=record.digests("proof"),
    )


def _read_event(untrusted: Value) -> ListedEvent:
    record = StrictObject(untrusted, ("entry", "signature", "proof", "opening"), what="an event")
    opening = _read_opening(record.value("opening"))
    signed = SignedEntry(entry=canonical.rewrite(record.value("entry")), signature=_signature(record))
    event = Event(signed=signed, proof=record.digests("proof"), opening=opening and opening[0])
    return ListedEvent(event, opening and opening[1])


def _read_opening(untrusted: Value) -> tuple[Opening, Value] | None:
    if untrusted is None:
        return None
    record = StrictObject(untrusted, ("nonce", "payload"), what="an opening")
    content = record.value("payload")
    return Opening(nonce=record.octets("nonce", size=HASH_SIZE), payload=canonical.rewrite(content)), content


def _read_earlier(untrusted: Value) -> Earlier:
    record = StrictObject(untrusted, ("size", "root", "proof"), what="an earlier head")
    return Earlier(
        size=record.integer("size", least=1), root=record.digest("root"), proof=record.digests("proof")
    )


def _signature(record: StrictObject) -> bytes:
    return record.octets("signature", size=SIGNATURE_SIZE)
