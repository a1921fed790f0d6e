"""Act audit: whether the author of an entry had the right, a second person, and kept to the rows of the act.

The services refuse beforehand; this finds what was written without them, with the key of the database and
another program.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from thb_desktop.domain.act_checks import MISSING, faults_of, right_of_row
from thb_desktop.domain.act_kinds import is_known
from thb_desktop.domain.act_needs import NEEDED_SINCE
from thb_desktop.domain.act_rights import right_of_act
from thb_desktop.domain.act_subjects import FOUNDING, OWN_ACTS
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.needed_reasons import lacks_reason
from thb_desktop.domain.people import User
from thb_desktop.domain.record import from_record
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.row_times import is_of_its_time
from thb_desktop.domain.second_person import ACTS, Approval, is_recorded_in_time
from thb_desktop.domain.times import from_text
from thb_desktop.domain.vocabulary import IdentityKind, SecondKind, TwoPersonAct
from thb_desktop.errors import ApprovalForgedError, FormatError
from thb_desktop.findings import Finding, broken, of_entry, unknown
from thb_desktop.ledger.entry import DRAFTING, Entry
from thb_desktop.ledger.fields import base64_bytes
from thb_desktop.ledger.signers import SECONDS, Signers
from thb_desktop.services.core.approvals import verify_approval
from thb_desktop.services.core.case_references import faults_of_references
from thb_desktop.services.core.compartment_holders import faults_of_renewals
from thb_desktop.services.core.founded_acts import check_founded
from thb_desktop.services.core.handovers_told import faults_of_handovers
from thb_desktop.services.core.keys import certificates_of
from thb_desktop.services.core.kinds_of_acts import is_of_its_kind
from thb_desktop.services.core.linguists import faults_of_linguists
from thb_desktop.services.core.new_certificates import CERTIFIED, is_certified
from thb_desktop.services.core.new_ids import faults_of_ids
from thb_desktop.services.core.own_renewals import faults_of_own_keys
from thb_desktop.services.core.receiving_keys import faults_of_receiving_keys
from thb_desktop.services.core.recorded_ways import faults_of_ways
from thb_desktop.services.core.renewals import is_renewal, retired_before
from thb_desktop.services.core.restorations import faults_of_restorations
from thb_desktop.services.core.returns_told import is_as_it_came
from thb_desktop.services.core.sealed_acts import faults_of_sealed
from thb_desktop.services.core.settlements import FORGED, SETTLED, settlement_of
from thb_desktop.services.core.signers import sessions_over, signers_of
from thb_desktop.services.core.standing_entries import faults_of_standing
from thb_desktop.services.core.stated_times import StatedTimes
from thb_desktop.services.core.telling_acts import (
    faults_of_entries,
    faults_of_roles,
    faults_of_struck_names,
)
from thb_desktop.services.core.told_lists import faults_of_lists
from thb_desktop.services.core.told_values import faults_of_values
from thb_desktop.services.core.told_withdrawals import faults_of_withdrawals
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.services.core.withheld_groups import is_grouped
from thb_desktop.vault.database import Connection, read_schema
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.told_rows import RowName, told_before

_DECIDED_ELSEWHERE = frozenset(
    {VaultAction.USER_ADDED, VaultAction.OFFICE_HANDED_OVER, VaultAction.BUNDLE_MADE}
)
_ABOUT_AN_ITEM = frozenset({VaultAction.KEY_MATERIAL_ADDED, VaultAction.KEY_MATERIAL_VIEWED})
"""Acts whose entry is about a sealed item, and whose approval is about the exhibit to which it belongs."""


@dataclass(slots=True)
class ActAudit:
    """The audit of a chain's entries, in their order. root: the vault's root certificate, DER.

    told: the highest schema that an event says before those. used: the ids of the approvals used so far.
    times: what the entries read so far stated. doubted: the entry that set the clock back for which a doubt
    was told last.
    """

    connection: Connection
    vault: str
    root: bytes
    told: int = 0
    schema: int = field(init=False)
    users: dict[str, User] = field(init=False)
    in_store: bool = field(init=False)
    office: str = field(init=False)
    signers: Signers = field(init=False)
    over: Mapping[str, int] = field(init=False)
    used: set[str] = field(default_factory=set)
    _signed: dict[str, int | None] = field(default_factory=dict)
    _at: int = 0
    doubted: int = 0
    times: StatedTimes = field(default_factory=StatedTimes)

    def __post_init__(self) -> None:
        self.schema = read_schema(self.connection)
        self.users = {user.id: user for user in registry.USER.all(self.connection)}
        offices = registry.OFFICE.all(self.connection)
        self.in_store = any(office.is_store for office in offices)
        self.office = next((office.name for office in offices), "")
        self.signers = signers_of(self.connection)
        self.over = sessions_over(self.connection)

    def check(self, before: Entry | None, entry: Entry, event: Event | None) -> Iterator[Finding]:
        """Check the right of the act, and its second person. before: the entry before."""
        if before is not None:
            self.times.take(before)
        if entry.seq > self.over.get(entry.key, entry.seq):
            yield broken("identity-replaced", where=of_entry(entry.seq), replaced=self.over[entry.key])
        right = right_of_act(entry.action)
        if right is not None and not self._may(entry.agent, right):
            yield broken("right-not-held", where=of_entry(entry.seq))
        for fault in (*self._faults_of_word(entry), *self._faults_of_content(entry, event)):
            yield broken(fault, where=of_entry(entry.seq))
        name = self.users[entry.agent].name if entry.agent in self.users else entry.agent
        yield from check_founded(self.connection, entry, self.vault, self.root, name=name)
        if event is None or entry.action not in ACTS or _ends_a_handover(before, entry):
            return
        try:
            approval = self._verify_seconded(entry, event)
        except (ApprovalForgedError, FormatError):
            yield broken("second-missing", where=of_entry(entry.seq))
        else:
            yield from self._doubts_of_time(entry, approval)

    def _doubts_of_time(self, entry: Entry, approval: Approval) -> Iterator[Finding]:
        """Tell the first act after each time that the clock was set back whose approval could be from before.

        So could those of all acts until that time is reached again.
        """
        back = self.times.back
        if back is None or back.entry == self.doubted:
            return
        if not is_recorded_in_time(approval, self.times.before_back(entry)):
            self.doubted = back.entry
            yield unknown(
                "second-set-back",
                where=of_entry(entry.seq),
                entry=back.entry,
                before=back.before,
                after=back.after,
            )

    def _faults_of_word(self, entry: Entry) -> Iterator[str]:
        """Return what the act itself, and what it is about, tell without its content."""
        if not is_known(entry.action):
            yield "act-exceeded.unknown"
        if entry.action in OWN_ACTS and entry.subject != entry.agent:
            yield "act-exceeded.own"
        if entry.action in FOUNDING and entry.seq != 1:
            yield "act-exceeded.first"
        if not is_of_its_kind(self.connection, entry.action, entry.subject, (), before=entry.seq + 1):
            yield "act-exceeded.about"
        if entry.action in DRAFTING and self._was_signed(entry):
            yield "act-exceeded.signed"

    def _faults_of_content(self, entry: Entry, event: Event | None) -> Iterator[str]:
        if event is None:
            return
        self._at = event.schema
        if lacks_reason(entry.action, event.reason):
            yield "act-exceeded.reason"
        if not self.told <= event.schema <= self.schema:
            yield "act-exceeded.schema"
        self.told = max(self.told, min(event.schema, self.schema))
        if not is_grouped(event):
            yield "act-exceeded.withheld"

    def _was_signed(self, entry: Entry) -> bool:
        """Whether an entry before this one signed the record."""
        if entry.subject not in self._signed:
            self._signed[entry.subject] = self._signed_at(entry.subject)
        at = self._signed[entry.subject]
        return at is not None and at < entry.seq

    def _signed_at(self, interview: str) -> int | None:
        record = registry.INTERVIEW.find(self.connection, interview)
        if record is None or not record.is_signed:
            return None
        with suppress(FormatError):  # the check of the chain reports it
            for signed, _ in chain.acts_of(self.connection, interview, VaultAction.INTERVIEW_SIGNED):
                return signed.parsed().seq
        return None

    def check_rows(self, entry: Entry, changes: Sequence[Change]) -> Iterator[Finding]:
        """Check the rows that an entry tells against those of its act: one finding for each kind of fault.

        The entry itself was checked before.
        """
        faults = [*faults_of(changes, action=entry.action, agent=entry.agent, subject=entry.subject)]
        if self._at < NEEDED_SINCE.get(entry.action, 0):
            faults = [each for each in faults if each[0] != MISSING]
        faults += faults_of_roles(self.connection, entry, changes)
        faults += faults_of_entries(self.connection, entry, changes)
        faults += faults_of_struck_names(self.connection, entry, changes)
        faults += faults_of_renewals(self.connection, entry, changes)
        faults += faults_of_own_keys(self.connection, entry)
        faults += faults_of_handovers(self.connection, entry, changes)
        faults += faults_of_receiving_keys(changes)
        faults += faults_of_restorations(self.connection, entry, changes)
        faults += faults_of_ways(entry, changes)
        faults += faults_of_references(self.connection, changes)
        faults += faults_of_lists(self.connection, entry, changes)
        faults += faults_of_withdrawals(self.connection, entry, changes)
        faults += faults_of_standing(self.connection, changes, before=entry.seq, schema=self._at)
        faults += faults_of_ids(self.connection, changes, before=entry.seq)
        faults += faults_of_linguists(self.connection, changes, before=entry.seq)
        faults += faults_of_sealed(self.connection, entry, changes)
        faults += faults_of_values(changes, self.users, schema=self._at)
        for change in changes:
            right = right_of_row(change)
            if right is not None and not self._may(entry.agent, right):
                faults.append(("act-exceeded.right", change.table))
            if not self._has_certificate(entry, change):
                faults.append(("act-exceeded.certificate", change.table))
        if not is_as_it_came(self.connection, entry.action, changes, self.vault, self.root):
            yield self._forged(entry)
        untimely = (each for each in changes if not is_of_its_time(each, entry.action, entry.at))
        faults += [("act-exceeded.time", each.table) for each in untimely]
        for fault, table in dict.fromkeys(faults):
            yield broken(fault, where=of_entry(entry.seq), table=table)

    def _forged(self, told: Entry) -> Finding:
        """Return that a return is not as its interpreter signed it, or who answered for that."""
        settled = settlement_of(self.connection, told, self.vault, self.root)
        if settled is None:
            return broken(FORGED, where=of_entry(told.seq))
        name = self.users[settled.agent].name
        return unknown(SETTLED, where=of_entry(told.seq), settled=settled.seq, name=name)

    def _has_certificate(self, entry: Entry, change: Change) -> bool:
        """Whether a row gets no other certificate than one of its user, or the renewal of its former one."""
        if entry.action == VaultAction.CERTIFICATE_RENEWED:
            return self._is_renewed(entry, change)
        if change.table not in CERTIFIED or change.before is not None or entry.action in FOUNDING:
            return True
        user = self.users.get(str(change.after["id" if change.table == registry.USER.name else "user_id"]))
        return user is not None and is_certified(change, user, self.office, self.root, at=entry.at)

    def _is_renewed(self, entry: Entry, change: Change) -> bool:
        """Whether a row gets a certificate that only renews the former one."""
        user = self.users.get(entry.subject)
        if user is None or change.before is None or "certificate" not in change.fields:
            return False
        is_own = change.before.get("kind") == IdentityKind.OWN_KEY
        withdrawn = None if is_own else change.before.get("withdrawn_at")
        left = from_text(str(withdrawn)) if withdrawn else None
        try:
            return is_renewal(
                base64_bytes(change.before["certificate"]),
                base64_bytes(change.after["certificate"]),
                self.root,
                user,
                self.office,
                at=entry.at,
                left=left or retired_before(self.connection, user.id, entry.seq),
            )
        except FormatError:
            return False

    def _may(self, agent: str, right: Right) -> bool:
        return agent in self.users and may(self.users[agent].role, right, in_store=self.in_store)

    def _verify_seconded(self, entry: Entry, event: Event) -> Approval:
        """Return the required approval, which the event must contain, and which was not used before."""
        told = [
            state.get("record") for state in event.states if state.get("entity") == registry.APPROVAL.name
        ]
        for record in told:
            approval = from_record(Approval, record if isinstance(record, dict) else {})
            if self._is_new(approval, entry) and self._is_for(approval, entry):
                self.used.add(approval.id)
                self._verify_given(approval, entry)
                return approval
        raise ApprovalForgedError("no approval")

    def _is_new(self, approval: Approval, entry: Entry) -> bool:
        """Whether no earlier entry told it, also one that this audit does not read: it founds one act."""
        row = RowName(registry.APPROVAL.name, approval.id)
        return approval.id not in self.used and told_before(self.connection, row, entry.seq) is None

    def _is_for(self, approval: Approval, entry: Entry) -> bool:
        """Whether it is of this act of this author, on what the act is about, and was valid then."""
        of_act = (approval.act, approval.requested_by) == (ACTS[entry.action], entry.agent)
        is_timely = is_recorded_in_time(approval, self.times.of(entry))
        return of_act and is_timely and self._is_about(approval, entry)

    def _is_about(self, approval: Approval, entry: Entry) -> bool:
        """Whether the approval is of what the act is about. Signers decides it of a user who is made; of a
        bundle, only its file has the digest of the pages.
        """
        if entry.action in _DECIDED_ELSEWHERE:
            return True
        if entry.action in _ABOUT_AN_ITEM:
            item = registry.SEALED_ITEM.find(self.connection, entry.subject)
            return item is not None and approval.subject == item.subject_id
        if entry.action == VaultAction.PACKAGE_MADE:
            package = registry.PACKAGE.find(self.connection, entry.subject)
            return package is not None and approval.subject == package.sheet
        if entry.action == VaultAction.IDENTITY_ANNEX_MADE:
            annex = registry.IDENTITY_ANNEX.find(self.connection, entry.subject)
            return annex is not None and approval.subject == annex.sheet
        return approval.subject == entry.subject

    def _verify_given(self, approval: Approval, entry: Entry) -> None:
        """Somebody who could approve then signed it; alone acts only who nobody else could approve."""
        others = self._others(entry)
        if approval.kind is SecondKind.ALONE:
            if others:
                raise ApprovalForgedError("somebody else could approve")
            return
        if approval.approved_by not in others:
            raise ApprovalForgedError("this user could not approve it")
        issued = certificates_of(self.connection, at=approval.at, entry=entry.seq, signers=self.signers)
        verify_approval(approval, self.vault, certified_keys(issued, self.root))

    def _others(self, entry: Entry) -> set[str]:
        """Return who could approve the act at its entry, as `list_second_persons` offered them then."""
        about = entry.subject if ACTS[entry.action] is TwoPersonAct.RETIRE_USER else ""
        return {
            each.id
            for each in self.signers.members.values()
            if each.since < entry.seq and (each.until is None or entry.seq <= each.until)
            if each.role in SECONDS and each.id not in (entry.agent, about)
        }


def _ends_a_handover(before: Entry | None, entry: Entry) -> bool:
    """A user who hands over the vault is retired in the same act, under the approval of the handover."""
    return (
        before is not None
        and before.action == VaultAction.OFFICE_HANDED_OVER
        and entry.action == VaultAction.USER_RETIRED
        and before.agent == entry.agent == entry.subject
    )
