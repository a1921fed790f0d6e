"""Signer decision: which keys sign for which user, decided from entries, never from a certificate alone."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import cast

from thb_desktop.errors import CertificateError, FormatError, SignatureError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.approved import approved_bytes
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.entry import USER_RETIRED, Entry, VerifySignature
from thb_desktop.ledger.fields import base64_bytes
from thb_desktop.ledger.signers import (
    AGREED_SINCE,
    ENDING,
    HEADS,
    IDENTITY_AGREED,
    IDENTITY_VOUCHED,
    MANAGERS,
    OFFICE_HANDED_OVER,
    SECONDS,
    USER_ADDED,
    Act,
    Issued,
    Member,
    Signers,
    SigningKey,
    agreement_bytes,
)
from thb_desktop.ledger.statement import KeyStatement, key_id

Record = Mapping[str, Value]


def decide(
    acts: Sequence[Act],
    *,
    vault: str,
    issued: Issued,
    verify_signature: VerifySignature,
    founder: str = "",
) -> Signers:
    """Decide which keys count for whom. acts: in the order of the chain, as they are stored: all that is
    believed of one is verified here. founder: the id of the first user's key, if the root names it.

    What a key of the time before agreements did counts as soon as its user agrees, so the acts are read again
    with the agreements that they led to.
    """
    agreed: frozenset[str] = frozenset()
    while True:
        deciding = _Deciding(vault, issued, verify_signature, agreed, founder)
        for act in acts:
            with suppress(FormatError):  # the check of the chain reports it
                deciding.take(act, act.signed.parsed())
        found = frozenset(key.identity for key in deciding.keys if key.identity and key.agreed)
        if found <= agreed:
            return Signers(
                members=deciding.members, keys=tuple(deciding.keys), pending=frozenset(deciding.pending)
            )
        agreed |= found


class _Deciding:
    """What the entries so far decided. pending: further keys by their ids, with the entry that told them."""

    def __init__(
        self,
        vault: str,
        issued: Issued,
        verify_signature: VerifySignature,
        agreed: frozenset[str],
        founder: str,
    ) -> None:
        """agreed: the further keys to which an earlier reading found an agreement."""
        self.members: dict[str, Member] = {}
        self.keys: list[SigningKey] = []
        self.pending: dict[str, SigningKey] = {}
        self._vault, self._issued, self._verify, self._agreed = vault, issued, verify_signature, agreed
        self._agreeing = False
        self._founder = founder
        self._used: set[str] = set()
        self._ended: set[str] = set()
        self._handed_over: tuple[str, int] | None = None

    def take(self, act: Act, entry: Entry) -> None:
        schema, rows = _content(act, entry)
        if schema >= AGREED_SINCE and not self._agreeing:
            self._agreeing = True
            self.keys = [key if key.agreed else replace(key, until=entry.seq - 1) for key in self.keys]
        if entry.seq == 1:
            self._found(rows)
        elif entry.action in (USER_ADDED, OFFICE_HANDED_OVER):
            self._add(act, entry, rows)
        elif entry.action == USER_RETIRED:
            self._retire(act, entry, rows)
        elif entry.action in (IDENTITY_VOUCHED, IDENTITY_AGREED):
            for row in _of_kind(rows, "signing_identity"):
                self._vouch(act, entry, row)
        elif entry.action in ENDING:
            for row in _of_kind(rows, "signing_identity"):
                self._end(str(row.get("id")), entry.seq)

    def _found(self, rows: "_Rows") -> None:
        """The first user begins alone. Every head covers entry 1: nobody can put another one in its place."""
        for row in _of_kind(rows, "user"):
            self._admit(row, since=0, agreed=True)
        if self._founder and {key_id(key.public) for key in self.keys} != {self._founder}:
            self.members.clear()
            self.keys.clear()

    def _add(self, act: Act, entry: Entry, rows: "_Rows") -> None:
        """A user is made by who may do it, with a second person."""
        is_added = entry.action == USER_ADDED
        author = self._author(act, entry)
        if author is None or author.member.role not in (MANAGERS if is_added else HEADS):
            return
        by = author.member
        for row in _of_kind(rows, "user"):
            about = f"{row.get('role')} {row.get('name')}"
            if (not is_added or row.get("id") == entry.subject) and self._is_seconded(
                "ADD_USER" if is_added else "HAND_OVER", about, by, entry, rows
            ):
                self._admit(row, since=entry.seq, agreed=author.agreed)
                self._handed_over = None if is_added else (by.id, entry.seq)

    def _retire(self, act: Act, entry: Entry, rows: "_Rows") -> None:
        """Whoever wrote it, the user signs nothing more; but only two persons take an approver away."""
        user, author = self.members.get(entry.subject), self._author(act, entry)
        if user is None:
            return
        by_two = author is not None and (
            self._handed_over == (user.id, entry.seq - 1)
            or self._is_seconded("RETIRE_USER", user.id, author.member, entry, rows)
        )
        until = entry.seq if user.until is None else user.until
        self.members[user.id] = replace(user, until=until, present=user.present and not by_two)

    def _vouch(self, act: Act, entry: Entry, row: Record) -> None:
        identity, user = str(row.get("id")), self.members.get(str(row.get("user_id")))
        if user is None or any(key.identity == identity and key.agreed for key in self.keys):
            return
        try:
            holder, public = self._issued(base64_bytes(row.get("certificate")))
        except (CertificateError, FormatError):
            return
        if holder != user.id or any(key.public == public and key.agreed for key in self.keys):
            return
        key = SigningKey(user=user.id, public=public, since=entry.seq, identity=identity)
        if entry.action == IDENTITY_VOUCHED and identity not in self.pending:
            self.pending[identity] = key
            if not self._agreeing:
                author = self._author(act, entry)
                by_user = author is not None and author.agreed and author.member.id == user.id
                self._put(replace(key, agreed=by_user or identity in self._agreed))
        elif identity in self._ended or self.pending.get(identity, key).public != public:
            return
        if self._is_agreed(row, key, entry.seq):
            self._put(key)

    def _put(self, key: SigningKey) -> None:
        self.keys = [each for each in self.keys if each.identity != key.identity] + [key]
        if key.agreed:
            self.pending.pop(key.identity, None)

    def _end(self, identity: str, seq: int) -> None:
        self.pending.pop(identity, None)
        self._ended.add(identity)
        self.keys = [
            replace(key, until=seq) if key.identity == identity and key.until is None else key
            for key in self.keys
        ]

    def _admit(self, row: Record, *, since: int, agreed: bool) -> None:
        user = str(row.get("id"))
        try:
            holder, public = self._issued(base64_bytes(row.get("certificate")))
        except (CertificateError, FormatError):
            return
        if user in self.members or holder != user:
            return
        self.members[user] = Member(
            id=user,
            name=str(row.get("name")),
            role=str(row.get("role")),
            receiving_key=str(row.get("receiving_key")),
            since=since,
        )
        self.keys.append(SigningKey(user=user, public=public, since=since, agreed=agreed))

    def _author(self, act: Act, entry: Entry) -> "_Author | None":
        """Return who wrote an entry: its session signed it, and a key of that user certified the session."""
        member, statement = self.members.get(entry.agent), self._stated(act, entry)
        if act.statement is None or statement is None or member is None or entry.role != member.role:
            return None
        if member.until is not None and entry.seq > member.until:
            return None
        for key in self._keys_at(member.id, statement.first):
            if key_id(key.public) == statement.signer and (key.agreed or not self._agreeing):
                is_signed = self._holds(key.public, act.statement.statement, act.statement.signature)
                by_session = self._holds(statement.session, act.signed.entry, act.signed.signature)
                return _Author(member, key.agreed) if is_signed and by_session else None
        return None

    def _stated(self, act: Act, entry: Entry) -> KeyStatement | None:
        """Return the statement behind an entry, if it says of its session what the entry says."""
        with suppress(FormatError):
            statement = act.statement.parsed() if act.statement else None
            if statement is not None and entry.vault == self._vault and entry.seq >= statement.first:
                said = (statement.vault, statement.agent, statement.role, statement.key)
                return statement if said == (entry.vault, entry.agent, entry.role, entry.key) else None
        return None

    def _is_seconded(self, act: str, about: str, author: Member, entry: Entry, rows: "_Rows") -> bool:
        """Whether the entry tells an unused approval of this act, or nobody else could approve it."""
        for row in _of_kind(rows, "approval"):
            told = (row.get("act"), row.get("subject"), row.get("requested_by"))
            approval = str(row.get("id"))
            if told != (act, about, author.id) or approval in self._used:
                continue
            if row.get("kind") == "ALONE":
                return not self._others(author, about, entry.seq)
            approver = self.members.get(str(row.get("approved_by")))
            if approver and approver in self._others(author, about, entry.seq):
                self._used.add(approval)
                return self._is_approved(row, approver, entry.seq)
        return False

    def _others(self, author: Member, about: str, seq: int) -> list[Member]:
        """Who else could approve something about this user."""
        return [
            each
            for each in self.members.values()
            if each.present
            and each.since < seq
            and each.role in SECONDS
            and each.id not in (author.id, about)
        ]

    def _is_approved(self, row: Record, approver: Member, seq: int) -> bool:
        signed = approved_bytes(row, self._vault)
        return any(
            self._holds(key.public, signed, _signature(row.get("signature")))
            for key in self._keys_at(approver.id, seq)
            if key.agreed
        )

    def _is_agreed(self, row: Record, key: SigningKey, seq: int) -> bool:
        signed = agreement_bytes(key.identity, key.user, key.public, self._vault)
        return any(
            self._holds(earlier.public, signed, _signature(row.get("agreed")))
            for earlier in self._keys_at(key.user, seq)
            if earlier.agreed and earlier.public != key.public
        )

    def _keys_at(self, user: str, first: int) -> Iterator[SigningKey]:
        return (key for key in self.keys if key.user == user and key.certifies(first))

    def _holds(self, key: bytes, data: bytes, signature: bytes) -> bool:
        try:
            self._verify(key, data, signature)
        except SignatureError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class _Author:
    """Who wrote an entry. agreed: with a key to which they agreed."""

    member: Member
    agreed: bool


_Rows = list[tuple[str, Record]]


def _of_kind(rows: _Rows, kind: str) -> Iterator[Record]:
    return (row for each, row in rows if each == kind)


def _content(act: Act, entry: Entry) -> tuple[int, _Rows]:
    """Return the schema and the rows of the content; nothing if it was erased or is not what was signed."""
    if act.opening is None or act.opening.commitment != entry.commitment:
        return 0, []
    content = canonical.parse(act.opening.payload)
    if not isinstance(content, dict):
        return 0, []
    schema, states = content.get("schema"), content.get("states")
    rows = [
        (state["entity"], cast(Record, state["record"]))
        for state in (states if isinstance(states, list) else [])
        if isinstance(state, dict)
        and isinstance(state.get("entity"), str)
        and isinstance(state.get("record"), dict)
    ]
    return schema if isinstance(schema, int) else 0, cast(_Rows, rows)


def _signature(untrusted: Value) -> bytes:
    try:
        return bytes.fromhex(untrusted) if isinstance(untrusted, str) else b""
    except ValueError:
        return b""
