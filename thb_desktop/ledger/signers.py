"""Signers: the users and the keys that count for them; `signer_decision` decides which.

A key counts for a user if it stood in the entry that made them a user, which takes two persons, or if an
earlier key of the same user agreed to it, until the user puts a key that they made in the place of all
others. The root certifies each key besides; its certificate alone lets nobody sign for anybody.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import cast

from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.entry import USER_RETIRED, Entry, Opening, SignedEntry
from thb_desktop.ledger.statement import SignedStatement, key_id

VAULT_CREATED, USER_ADDED, OFFICE_HANDED_OVER = "VAULT_CREATED", "USER_ADDED", "OFFICE_HANDED_OVER"
SCHEMA_MIGRATED = "SCHEMA_MIGRATED"
IDENTITY_VOUCHED, IDENTITY_AGREED = "IDENTITY_VOUCHED", "IDENTITY_AGREED"
ENDING = frozenset({"IDENTITY_WITHDRAWN", "IDENTITY_REFUSED"})
KEYS_MADE_OWN, CERTIFICATE_RENEWED = "KEYS_MADE_OWN", "CERTIFICATE_RENEWED"
ABOUT_USERS = frozenset({USER_ADDED, USER_RETIRED, IDENTITY_VOUCHED, IDENTITY_AGREED, KEYS_MADE_OWN}) | ENDING
"""The acts with a user as their subject that decide about keys. So does a renewed certificate of a key that
its user made, which waits for the root until then.
"""

HEADS = frozenset({"INVESTIGATING_JUDGE", "PROSECUTOR"})
MANAGERS = HEADS | {"ADMINISTRATOR"}
SECONDS = MANAGERS | {"CLERK", "EVIDENCE_CUSTODIAN"}
"""The roles that hand over, that manage users, and that approve: they decide about old entries too."""

APPROVED_WITHIN = timedelta(minutes=15)
"""How long an approval is valid, before and after its time."""
BEFORE_ALL = datetime.min.replace(tzinfo=UTC)
"""A time before that of every entry."""

AGREED_SINCE = 2
"""The first schema whose events tell that a user agreed to a further key."""

Record = Mapping[str, Value]
Rows = list[tuple[str, Record]]
"""The rows that an entry tells, each with its kind."""

Issued = Callable[[bytes], tuple[str, bytes]]
"""The user's id and public key (DER) of a certificate that the root issued; else CertificateError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An entry about users or their keys, its content, and the statement of the session that signed it."""

    signed: SignedEntry
    opening: Opening | None
    statement: SignedStatement | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A user as the entry `since` made them. until: the entry that retired them.

    present: whether they could approve: not retired by two persons. approved: by whom; empty if the one who
    made them stated that nobody else could, or founded the vault. bound: False if the approval names neither
    the user's id nor their key, as approvals did before; the same approval fits another key then.

    receiving_key: the newest that an entry of theirs told. made_by: whose program made the keys that count
    now; empty for who made their own. waits: the id of the key that replaces theirs as soon as the root
    certifies it, and the agreement to it.
    """

    id: str
    name: str
    role: str
    receiving_key: str
    since: int
    until: int | None = None
    present: bool = True
    approved: str = ""
    bound: bool = True
    made_by: str = ""
    waits: tuple[str, str] | None = None

    @classmethod
    def told(
        cls, row: "Record", since: int, *, by: str = "", approved: str = "", bound: bool = True
    ) -> "Member":
        """Read a user from the row that the entry `since` tells. by: its author; empty for the founder.

        Where nobody approved there is no approval that could name another key, so it is bound.
        """
        return cls(
            id=str(row.get("id")),
            name=str(row.get("name")),
            role=str(row.get("role")),
            receiving_key=str(row.get("receiving_key")),
            since=since,
            approved=approved,
            bound=bound or not approved,
            made_by=by,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """A key (DER) that certifies sessions which begin after the entry `since`, up to the entry `until`.

    identity: the id of a further key; empty for a user's first key. agreed: False for a further key of the
    time before users agreed to them, and for what was done with it: it counts for sessions of that time
    alone, and nobody should rely on it. own: whether its user made it in place of all that they had.
    over, over_in: for a key in whose place such a one came, the entry that replaced it and the session that
    wrote that: no other session that the key certified signs later entries.
    """

    user: str
    public: bytes
    since: int
    until: int | None = None
    identity: str = ""
    agreed: bool = True
    own: bool = False
    over: int | None = None
    over_in: str = ""

    def is_over(self, session: str, seq: int) -> bool:
        """Whether a session that the key certified can no longer sign this entry: the key was replaced."""
        return self.over is not None and seq > self.over and session != self.over_in

    def certifies(self, first: int) -> bool:
        """Whether a session may begin with this entry."""
        return self.since < first and (self.until is None or first <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signers:
    """The users of a vault and the keys that count for them. pending: further keys without an agreement."""

    members: Mapping[str, Member] = field(default_factory=dict)
    keys: tuple[SigningKey, ...] = ()
    pending: frozenset[str] = frozenset()

    def of(self, user: str, signer: str) -> SigningKey | None:
        """Return the key with this key id, if it counts for this user at any time."""
        return next((key for key in self.keys if (key.user, key_id(key.public)) == (user, signer)), None)


def about_member(role: str, name: str, user: str = "", key: str = "") -> str:
    """Return the subject of the approval of a new user. key: its id; both are empty in older approvals."""
    return " ".join(each for each in (role, name, user, key) if each)


def agreement_bytes(identity: str, user: str, public_key: bytes, vault: str) -> bytes:
    """Return what an earlier key of the user signs to agree to a further one (DER)."""
    return canonical.encode(
        {
            "format": "thb-identity-agreement/1",
            "vault": vault,
            "id": identity,
            "user_id": user,
            "key": key_id(public_key),
        }
    )


def told_rows(act: Act, entry: Entry) -> tuple[int, Rows]:
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
    return schema if isinstance(schema, int) else 0, cast(Rows, rows)


def is_in_time(row: Record, at: datetime) -> bool:
    """Whether an approval is of this time."""
    try:
        given = datetime.fromisoformat(str(row.get("at")).partition("[")[0])
        return abs(at - given) <= APPROVED_WITHIN
    except (ValueError, TypeError):
        return False
