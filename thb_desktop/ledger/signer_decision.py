"""Signer decision: which keys sign for which user, decided from entries, never from a certificate alone."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice

from thb_desktop.errors import CertificateError, FormatError
from thb_desktop.ledger.approved import approved_bytes
from thb_desktop.ledger.entry import CLOCK_WENT_BACK, USER_RETIRED, Entry, VerifySignature
from thb_desktop.ledger.fields import base64_bytes
from thb_desktop.ledger.own_keys import further_ended, made_own, of_kind, replaced_by
from thb_desktop.ledger.signers import (
    AGREED_SINCE,
    BEFORE_ALL,
    CERTIFICATE_RENEWED,
    ENDING,
    HEADS,
    IDENTITY_AGREED,
    IDENTITY_VOUCHED,
    KEYS_MADE_OWN,
    MANAGERS,
    OFFICE_HANDED_OVER,
    SECONDS,
    USER_ADDED,
    Act,
    Issued,
    Member,
    Record,
    Rows,
    Signers,
    SigningKey,
    about_member,
    agreement_bytes,
    is_in_time,
    told_rows,
)
from thb_desktop.ledger.statement import KeyStatement, key_id
from thb_desktop.ledger.verified_once import Once, signature_in

_READINGS = 4
"""How often the acts are read for agreements to older keys: once more for each such key that made others."""
_NEWEST = 3
"""How many of a user's further keys are tried besides the first, with which users approve and agree."""
_ROWS = 16
"""How many users and approvals of one entry are looked at: an entry of the program tells one or two."""


def decide(
    acts: Sequence[Act],
    *,
    vault: str,
    issued: Issued,
    verify_signature: VerifySignature,
    founder: str = "",
    outside: bool = False,
) -> Signers:
    """Decide which keys count for whom. acts: in the order of the chain, as they are stored: all that is
    believed of one is verified here. founder: the id of the first user's key, if the root names it. outside:
    the content of retirements is kept back, so nobody can see who approved them: whoever was retired is gone.

    What a key of the time before agreements did counts as soon as its user agrees, so the acts are read again
    with the agreements that they led to, a few times. Acts that need more were made to cost their reader
    time; what they say of further keys counts less. The number of signatures is in proportion to the acts.
    """
    agreed: frozenset[str] = frozenset()
    verify_once = Once(verify_signature)
    for reading in range(_READINGS):
        deciding = _Deciding(vault, issued, verify_once, agreed, founder=founder, outside=outside)
        for act in acts:
            with suppress(FormatError):  # the check of the chain reports it
                entry = act.signed.parsed()
                if entry.action == CLOCK_WENT_BACK:
                    deciding.latest = BEFORE_ALL
                else:
                    deciding.take(act, entry)
        found = frozenset(key.identity for key in deciding.keys if key.identity and key.agreed)
        if found <= agreed or reading == _READINGS - 1:
            break
        agreed |= found
    return Signers(members=deciding.members, keys=tuple(deciding.keys), pending=frozenset(deciding.pending))


class _Deciding:
    """What the entries so far decided. pending: further keys by their ids, with the entry that told them.

    latest: the latest time that they stated since the clock was last said to be set back.
    """

    def __init__(
        self,
        vault: str,
        issued: Issued,
        verify_once: Once,
        agreed: frozenset[str],
        *,
        founder: str,
        outside: bool,
    ) -> None:
        """agreed: the further keys to which an earlier reading found an agreement."""
        self.members: dict[str, Member] = {}
        self.keys: list[SigningKey] = []
        self.pending: dict[str, SigningKey] = {}
        self._vault, self._issued, self._holds, self._agreed = vault, issued, verify_once, agreed
        self._agreeing = False
        self._founder, self._outside = founder, outside
        self._used: set[str] = set()
        self._ended: set[str] = set()
        self._handed_over: tuple[str, int] | None = None
        self.latest = BEFORE_ALL

    def take(self, act: Act, entry: Entry) -> None:
        # An extract lacks the entries that say that a clock was set back.
        self.latest = entry.at if self._outside else max(self.latest, entry.at)
        schema, rows = told_rows(act, entry)
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
            for row in of_kind(rows, "signing_identity"):
                self._vouch(act, entry, row)
        elif entry.action in ENDING:
            for row in of_kind(rows, "signing_identity"):
                self._end(str(row.get("id")), entry.seq)
        elif entry.action in (KEYS_MADE_OWN, CERTIFICATE_RENEWED):
            self._make_own(act, entry, rows)

    def _found(self, rows: Rows) -> None:
        """The first user begins alone. Every head covers entry 1: nobody can put another one in its place."""
        for row in of_kind(rows, "user"):
            self._admit(row, Member.told(row, 0), agreed=True)
        if self._founder and {key_id(key.public) for key in self.keys} != {self._founder}:
            self.members.clear()
            self.keys.clear()

    def _add(self, act: Act, entry: Entry, rows: Rows) -> None:
        """A user is made by who may do it, with a second person."""
        is_added = entry.action == USER_ADDED
        author = self._author(act, entry)
        if author is None or author.member.role not in (MANAGERS if is_added else HEADS):
            return
        for row in islice(of_kind(rows, "user"), _ROWS):
            if not is_added or row.get("id") == entry.subject:
                self._make(row, author, entry, rows)

    def _make(self, row: Record, author: "_Author", entry: Entry, rows: Rows) -> None:
        """Admit a user by an approval that names their key, or by an older one of their role and name."""
        is_added, certified = entry.action == USER_ADDED, self._certified(row)
        role, name, user = (str(row.get(part)) for part in ("role", "name", "id"))
        named = user, key_id(certified[1]) if certified else ""
        for bound, about in ((True, about_member(role, name, *named)), (False, about_member(role, name))):
            second = self._second("ADD_USER" if is_added else "HAND_OVER", about, author.member, entry, rows)
            if second is not None:
                member = Member.told(row, entry.seq, by=author.member.id, approved=second, bound=bound)
                self._admit(row, member, agreed=author.agreed)
                self._handed_over = None if is_added else (author.member.id, entry.seq)
                return

    def _retire(self, act: Act, entry: Entry, rows: Rows) -> None:
        """Whoever wrote it, the user signs nothing more; but only two persons take an approver away."""
        user, author = self.members.get(entry.subject), self._author(act, entry)
        if user is None:
            return
        by_two = (self._outside and act.opening is None) or (
            author is not None
            and (
                self._handed_over == (user.id, entry.seq - 1)
                or self._second("RETIRE_USER", user.id, author.member, entry, rows) is not None
            )
        )
        until = entry.seq if user.until is None else user.until
        self.members[user.id] = replace(user, until=until, present=user.present and not by_two)

    def _vouch(self, act: Act, entry: Entry, row: Record) -> None:
        identity, user = str(row.get("id")), self.members.get(str(row.get("user_id")))
        if user is None or user.waits or any(key.identity == identity and key.agreed for key in self.keys):
            return
        holder, public = self._certified(row) or ("", b"")
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

    def _make_own(self, act: Act, entry: Entry, rows: Rows) -> None:
        """A user puts keys that they made in the place of all that they had, once before the root certified
        them: then the new key counts, and the former ones do not.
        """
        author, user = self._author(act, entry), self.members.get(entry.subject)
        if author is None or user is None or not author.agreed:
            return
        if entry.action == KEYS_MADE_OWN and author.member.id == user.id and user.waits is None:
            user = self.members[user.id] = made_own(user, rows)
            self.keys = further_ended(self.keys, user.id, entry.seq)
        elif author.member.role not in MANAGERS:
            return
        for row in islice(of_kind(rows, "signing_identity"), _ROWS):
            holder, public = self._certified(row) or ("", b"")
            identity = str(row.get("id"))
            key = SigningKey(user=user.id, public=public, since=entry.seq, identity=identity, own=True)
            is_new = holder == user.id and all(each.public != public for each in self.keys)
            is_waited_for = user.waits == (key.identity, row.get("agreed"))
            if is_new and is_waited_for and self._is_agreed(row, key, entry.seq):
                self.keys = [*replaced_by(self.keys, user.id, entry), key]
                self.members[user.id] = replace(user, waits=None, made_by="")
                return

    def _put(self, key: SigningKey) -> None:
        self.keys = [each for each in self.keys if each.identity != key.identity] + [key]
        if key.agreed:
            self.pending.pop(key.identity, None)

    def _end(self, identity: str, seq: int) -> None:
        """End a key of a card or file. One that its user made ends with the next that they make."""
        self.pending.pop(identity, None)
        self._ended.add(identity)
        self.keys = [
            replace(key, until=seq) if key.identity == identity and key.until is None and not key.own else key
            for key in self.keys
        ]

    def _certified(self, row: Record) -> tuple[str, bytes] | None:
        """Return whom the certificate of a row names, and the key; None if the root did not issue it."""
        try:
            return self._issued(base64_bytes(row.get("certificate")))
        except (CertificateError, FormatError):
            return None

    def _admit(self, row: Record, member: Member, *, agreed: bool) -> None:
        """member: as `Member.told` of the row. agreed: whether its author agreed to their own key."""
        certified = self._certified(row)
        if certified is not None and member.id not in self.members and certified[0] == member.id:
            self.members[member.id] = member
            key = SigningKey(user=member.id, public=certified[1], since=member.since, agreed=agreed)
            self.keys.append(key)

    def _author(self, act: Act, entry: Entry) -> "_Author | None":
        """Return who wrote an entry: its session signed it, and a key of that user certified the session."""
        member, statement = self.members.get(entry.agent), self._stated(act, entry)
        if act.statement is None or statement is None or member is None or entry.role != member.role:
            return None
        if member.until is not None and entry.seq > member.until:
            return None
        for key in self._keys_at(member.id, statement.first):
            if key.is_over(entry.key, entry.seq):
                continue
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

    def _second(self, act: str, about: str, author: Member, entry: Entry, rows: Rows) -> str | None:
        """Return who approved this act by an approval that the entry tells: unused, and of that time.

        Empty if nobody else could approve it; None if somebody could, and nobody did.
        """
        for row in islice(of_kind(rows, "approval"), _ROWS):
            told = (row.get("act"), row.get("subject"), row.get("requested_by"))
            approval = str(row.get("id"))
            if told != (act, about, author.id) or approval in self._used or not is_in_time(row, self.latest):
                continue
            if row.get("kind") == "ALONE":
                return None if self._others(author, about, entry.seq) else ""
            approver = self.members.get(str(row.get("approved_by")))
            if approver and approver in self._others(author, about, entry.seq):
                self._used.add(approval)
                return approver.id if self._is_approved(row, approver, entry.seq) else None
        return None

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
            self._holds(key.public, signed, signature_in(row.get("signature")))
            for key in self._agreed_at(approver.id, seq)
        )

    def _is_agreed(self, row: Record, key: SigningKey, seq: int) -> bool:
        signed = agreement_bytes(key.identity, key.user, key.public, self._vault)
        return any(
            self._holds(earlier.public, signed, signature_in(row.get("agreed")))
            for earlier in self._agreed_at(key.user, seq)
            if earlier.public != key.public
        )

    def _keys_at(self, user: str, first: int) -> Iterator[SigningKey]:
        return (key for key in self.keys if key.user == user and key.certifies(first))

    def _agreed_at(self, user: str, seq: int) -> list[SigningKey]:
        """Return the keys that may have signed an approval or agreement: the user's first, and the newest."""
        keys = [key for key in self._keys_at(user, seq) if key.agreed]
        return keys[:1] + keys[1:][-_NEWEST:]


@dataclass(frozen=True, slots=True)
class _Author:
    """Who wrote an entry. agreed: with a key to which they agreed."""

    member: Member
    agreed: bool
