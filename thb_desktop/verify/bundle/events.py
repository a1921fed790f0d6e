"""What the events of a custody extract tell of the records: who signed which digest, and the last rows."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from thb_desktop.domain.act_kinds import is_known
from thb_desktop.domain.act_rights import right_of_act
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.redaction_marks import WORDS
from thb_desktop.domain.rights import Right, may, role_named
from thb_desktop.domain.row_authors import AUTHORS, NAMED_IN_SOME, TIMES
from thb_desktop.domain.times import to_text
from thb_desktop.domain.vocabulary import (
    ConfirmationWay,
    CustodyAction,
    InterviewState,
    RecordDecisionKind,
    UserRole,
)
from thb_desktop.errors import CertificateError, FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.entry import Entry, SignedEntry
from thb_desktop.ledger.extract import Extract, ListedEvent
from thb_desktop.ledger.streamed import Spend, memory_of
from thb_desktop.verify.bundle.entries import SignedEntries
from thb_desktop.verify.bundle.persons import SignedPersons
from thb_desktop.verify.certificates import read_certificate
from thb_desktop.verify.custody_rows import states_of
from thb_desktop.verify.limits import ROW

Row = tuple[str, str]
"""The table and the id of a row."""
EXHIBIT, FILE, EVENT = "exhibit", "exhibit_file", "custody_event"
_LISTED = 10
_OF_EXHIBITS = (EXHIBIT, FILE, EVENT)
_DECISION, _LINK, _COPY = "record_decision", "person_link", "signing_copy"
CONFIRMED = {
    CustodyAction.TRANSFER_CONFIRMED.value: frozenset(
        {
            CustodyAction.TRANSFER_OUT.value,
            CustodyAction.TRANSFER_IN.value,
            CustodyAction.LOANED.value,
            CustodyAction.RETURNED_FROM_LOAN.value,
        }
    ),
    CustodyAction.CONFIRMATION_WITHDRAWN.value: frozenset({CustodyAction.TRANSFER_CONFIRMED.value}),
}
"""What a confirmation confirms, and what the withdrawal of one withdraws: an event of the same exhibit."""
_AFTER = frozenset(
    {
        InterviewState.SIGNED,
        InterviewState.SEALED,
        InterviewState.SUPPLEMENTED,
        InterviewState.RESTRICTED,
        InterviewState.ANNULLED_BY_DECISION,
    }
)
"""States of a record that was signed."""
_RESTRICTING = (RecordDecisionKind.RESTRICTED.value, RecordDecisionKind.RESTRICTION_LIFTED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBy:
    """Who signed a record: whether their certificate says a function, and whether that may sign records."""

    says_function: bool
    may_sign: bool


@dataclass(slots=True)
class Places:
    """The entries of an exhibit in the event chain, in their order: how many, and their digest."""

    count: int = 0
    digest: bytes = b""

    def take(self, number: int, leaf: str) -> None:
        self.count += 1
        self.digest = sha256(b"%s %d %s" % (self.digest, number, leaf.encode())).digest()


class SignedRecords:
    """What the events tell of the records, taken one by one. `verify.custody` verifies them.

    digests: by the id of an interview, each digest that an event INTERVIEW_SIGNED of it told. compared: by
    the id of a statement made elsewhere, who compared a page, and when. foreign: how many rows an event tells
    first in the name of somebody else than its author, or of another time. stray: how many confirmations name
    no earlier transfer of their exhibit. exceeded: the first entries whose author has a function without the
    right to the act. unknown: those of words that no version knows. places: by the id of an exhibit. keep:
    told the memory that is not given back.
    """

    def __init__(self, frame: Extract | None = None, *, keep: Spend = lambda _: None) -> None:
        self._functions = _certified(frame, "function") if frame else {}
        self._names = _certified(frame, "common_name") if frame else {}
        self._keep = keep
        self.digests: dict[str, dict[str, SignedBy]] = {}
        self._states: dict[Row, bytes] = {}
        self._exhibit_of: dict[Row, str] = {}
        self._decisions: dict[str, dict[str, Mapping[str, Value]]] = {}
        self._links: dict[str, Mapping[str, Value]] = {}
        self._copies: dict[str, dict[str, Mapping[str, Value]]] = {}
        self.persons = SignedPersons(keep)
        self.entries = SignedEntries(keep)
        self.compared: dict[str, set[tuple[str, str]]] = {}
        self.foreign = self.stray = 0
        self.exceeded: list[int] = []
        self.unknown: list[int] = []
        self._told: set[Row] = set()
        self._confirmable: dict[str, Row] = {}
        self.places: dict[str, Places] = {}

    def add(self, entry: Entry, listed: ListedEvent) -> None:
        """Take the rows as this event leaves them: the last state of each counts."""
        signed: Mapping[str, Value] = {}
        states = list(states_of(listed.content))
        self.persons.add(entry, states)
        self.entries.add(entry, listed.content, states)
        self._check_act(entry, states)
        for table, record in states:
            own = str(record.get("id"))
            if table == "interview" and own == entry.subject:
                signed = record
            if table == _DECISION:
                self._keep(ROW + memory_of(canonical.rewrite(record)))
                self._decisions.setdefault(str(record.get("interview_id")), {})[own] = record
            if table == _COPY:
                self._keep(ROW + memory_of(canonical.rewrite(record)))
                self._copies.setdefault(str(record.get("interview_id")), {})[own] = record
            if table == _LINK:
                self._keep(ROW + memory_of(canonical.rewrite(record)))
                self._links[own] = record
            if table == EVENT:
                self._check_confirmation(own, record)
            if table in _OF_EXHIBITS:
                row = table, own
                self._keep(0 if row in self._states else ROW)
                self._states[row] = state_of(record)
                self._exhibit_of[row] = own if table == EXHIBIT else str(record.get("exhibit_id"))
        self._take_place(entry, listed.event.signed, states)
        if entry.action == VaultAction.INTERVIEW_SIGNED:
            self._keep(ROW)
            digests = self.digests.setdefault(entry.subject, {})
            digests[str(signed.get("record_digest"))] = _signed_by(entry, self._functions)

    def _take_place(
        self, entry: Entry, signed: SignedEntry, states: Iterable[tuple[str, Mapping[str, Value]]]
    ) -> None:
        """Take where an entry of an exhibit is, from the first that tells the exhibit."""
        own = entry.subject
        if own not in self.places and any(
            table == EXHIBIT and record.get("id") == own for table, record in states
        ):
            self._keep(ROW)
            self.places[own] = Places()
        if own in self.places:
            self.places[own].take(entry.seq, signed.leaf_hash.hex())

    def _check_act(self, entry: Entry, states: Iterable[tuple[str, Mapping[str, Value]]]) -> None:
        """Take who did it: with which right, and in whose name its rows are."""
        right = right_of_act(entry.action)
        if right is not None and len(self.exceeded) < _LISTED and not may(role_named(entry.role), right):
            self.exceeded.append(entry.seq)
        if not is_known(entry.action) and len(self.unknown) < _LISTED:
            self.unknown.append(entry.seq)
        for table, record in states:
            if table in AUTHORS and entry.action != VaultAction.ENTRY_TOLD:
                self._check_author(entry, table, record)
            if table == EVENT and (record.get("confirms") or record.get(NAMED_IN_SOME[EVENT])):
                self.foreign += not self._is_named(entry, record)
        if entry.action == VaultAction.PAGE_COMPARED:
            self._keep(ROW)
            self.compared.setdefault(entry.subject, set()).add((entry.agent, to_text(entry.at)))

    def _check_author(self, entry: Entry, table: str, record: Mapping[str, Value]) -> None:
        """Count a row that its first event tells as if somebody else had made it, or at another time."""
        row = table, str(record.get("id"))
        if row in self._told:
            return
        self._keep(ROW)
        self._told.add(row)
        then = table not in TIMES or record.get(TIMES[table]) == to_text(entry.at)
        self.foreign += not (then and record.get(AUTHORS[table]) == entry.agent)

    def _check_confirmation(self, own: str, record: Mapping[str, Value]) -> None:
        """Count a confirmation of what its exhibit has no event of, as a vault's table would refuse it."""
        action, exhibit = str(record.get("action")), str(record.get("exhibit_id"))
        if own not in self._confirmable and any(action in each for each in CONFIRMED.values()):
            self._keep(ROW)
            self._confirmable[own] = exhibit, action
        allowed = CONFIRMED.get(action, frozenset())
        if allowed or record.get("confirms"):
            of, confirmed = self._confirmable.get(str(record.get("confirms")), ("", ""))
            self.stray += of != exhibit or confirmed not in allowed

    def _is_named(self, entry: Entry, record: Mapping[str, Value]) -> bool:
        """Whether a confirmation names the author of its entry: by id, and by the name that is certified.

        Who confirmed with their own key is this author. The rules of a vault's tables say so too, and whoever
        writes into one with a program of their own does without them.
        """
        names = self._names.get(entry.key, set())
        known = not names or record.get("recorder") in names
        told = record.get("actor", record.get("recorder"))  # a version may mask who it was
        if record.get("way") == ConfirmationWay.BY_KEY and told != record.get("recorder"):
            return False
        return known and record.get(NAMED_IN_SOME[EVENT]) == entry.agent

    def merged(self) -> Collection[str]:
        """Return the persons whose records were merged, also those that a bundle prints under another."""
        return {str(each.get(end)) for each in self._links.values() for end in ("kept_id", "other_id")}

    def merges(self) -> bytes:
        """Return the digest of the merges of records of persons that the events tell and do not undo."""
        undone = {str(each.get("of_id")) for each in self._links.values() if each.get("kind") == "SPLIT"}
        return merges_digest(
            each for own, each in self._links.items() if each.get("kind") == "MERGED" and own not in undone
        )

    def decisions_of(self, interview: str) -> bytes:
        """Return the digest of the decisions about a record, in the order in which they are told."""
        return decisions_digest(self._decisions.get(interview, {}).values())

    def has_seals_of(self, interview: str, digest: str) -> bool:
        """Whether each seal of a record tells this digest of it."""
        decisions = self._decisions.get(interview, {}).values()
        sealed = (row for row in decisions if row.get("kind") == RecordDecisionKind.SEALED.value)
        return all(row.get("digest") == digest for row in sealed)

    def copies_of(self, interview: str) -> bytes:
        """Return the digest of the copies of a record that were printed to be signed, each with its scan."""
        return decisions_digest(self._copies.get(interview, {}).values())

    def states_of(self, interview: str) -> Collection[str]:
        """Return in which states a record may be shown; one that supplements it may not be here."""
        if interview not in self.digests:
            return [each for each in InterviewState if each not in _AFTER]
        kinds = {str(row.get("kind")) for row in self._decisions.get(interview, {}).values()}
        if RecordDecisionKind.ANNULLED.value in kinds:
            return [InterviewState.ANNULLED_BY_DECISION]
        if self.is_restricted(interview):
            return [InterviewState.RESTRICTED]
        is_sealed = RecordDecisionKind.SEALED.value in kinds
        return [InterviewState.SUPPLEMENTED, InterviewState.SEALED if is_sealed else InterviewState.SIGNED]

    def is_restricted(self, interview: str) -> bool:
        """Whether the last decision on the use of a record restricts it."""
        told = (str(row.get("kind")) for row in self._decisions.get(interview, {}).values())
        restricting = [kind for kind in told if kind in _RESTRICTING]
        return bool(restricting) and restricting[-1] == RecordDecisionKind.RESTRICTED

    def is_last(self, row: Row, record: Mapping[str, Value], *, masked: bool = False) -> bool:
        """Whether the events told this state of a row last.

        masked: whether words in it are; then events tell none of its words, and the rest must be the same.
        """
        words = WORDS.get(row[0], ()) if masked else ()
        rest = {name: value for name, value in record.items() if name not in words}
        return self._states.get(row) == state_of(rest)

    def rows_of(self, exhibit: str) -> Collection[Row]:
        """Return the rows of an exhibit, of its files and of its custody events."""
        return self._rows.get(exhibit, ())

    @cached_property
    def _rows(self) -> Mapping[str, list[Row]]:
        """By the id of an exhibit, when all events were taken."""
        rows: dict[str, list[Row]] = {}
        for row, exhibit in self._exhibit_of.items():
            rows.setdefault(exhibit, []).append(row)
        return rows


def state_of(record: Mapping[str, Value]) -> bytes:
    """Return the digest of a row: it takes less memory than the row."""
    return sha256(canonical.rewrite(record)).digest()


def decisions_digest(decisions: Iterable[Mapping[str, Value]]) -> bytes:
    """Return one digest of decisions in this order. Empty values may be left out."""
    digest = sha256()
    for row in decisions:
        digest.update(state_of({name: value for name, value in row.items() if value}))
    return digest.digest()


def merges_digest(merges: Iterable[Mapping[str, Value]]) -> bytes:
    """Return one digest of merges in the order of their ids. Empty values may be left out."""
    return decisions_digest(sorted(merges, key=lambda row: str(row.get("id"))))


def _certified(extract: Extract, field: str) -> dict[str, set[str]]:
    """Return what certificates of this root say in this field of the key behind each session key."""
    certified: dict[str, set[str]] = {}
    for untrusted in extract.users:
        try:
            user = read_certificate(untrusted)
        except CertificateError:
            continue
        certified.setdefault(user.key_id, set()).add(getattr(user, field))
    found: dict[str, set[str]] = {}
    for signed in extract.statements:
        try:
            statement = signed.parsed()
        except FormatError:
            continue
        found[statement.key] = certified.get(statement.signer, set())
    return found


def _signed_by(entry: Entry, functions: Mapping[str, set[str]]) -> SignedBy:
    said = functions.get(entry.key, set()) - {""}
    known = {role.value for role in UserRole}  # Python 3.11 has no `in` for the values of an enumeration
    held = [UserRole(function) for function in said & known]
    return SignedBy(
        says_function=bool(said),
        may_sign=len(held) == len(said) == 1 and may(held[0], Right.SIGN_RECORDS),
    )
