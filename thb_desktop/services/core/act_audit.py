"""Act audit: whether the author of an entry had the right, a second person, and kept to the rows of the act.

The services refuse beforehand; this finds what was written without them, with the key of the database and
another program.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from thb_desktop.domain.act_checks import OWN_ACTS, Change, fault_of, right_of_row
from thb_desktop.domain.act_rights import right_of_act
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.people import User
from thb_desktop.domain.record import from_record
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.second_person import ACTS, Approval
from thb_desktop.domain.vocabulary import SecondKind
from thb_desktop.errors import ApprovalForgedError, FormatError
from thb_desktop.findings import Finding, broken, of_entry
from thb_desktop.ledger.entry import Entry
from thb_desktop.ledger.signers import Signers
from thb_desktop.services.core.approvals import verify_approval
from thb_desktop.services.core.keys import certificates_of
from thb_desktop.services.core.signers import signers_of
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import registry


@dataclass(slots=True)
class ActAudit:
    """The audit of a chain's entries, in their order. root: the vault's root certificate, DER.

    used: the ids of the approvals used so far.
    """

    connection: Connection
    vault: str
    root: bytes
    users: dict[str, User] = field(init=False)
    signers: Signers = field(init=False)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.users = {user.id: user for user in registry.USER.all(self.connection)}
        self.signers = signers_of(self.connection)

    def check(self, before: Entry | None, entry: Entry, event: Event | None) -> Iterator[Finding]:
        """Check the right of the act, and its second person. before: the entry before."""
        right = right_of_act(entry.action)
        if right is not None and not self._may(entry.agent, right):
            yield broken("right-not-held", where=of_entry(entry.seq))
        if entry.action in OWN_ACTS and entry.subject != entry.agent:
            yield broken("act-exceeded.own", where=of_entry(entry.seq))
        if event is None or entry.action not in ACTS or _ends_a_handover(before, entry):
            return
        try:
            self._verify_seconded(entry, event)
        except (ApprovalForgedError, FormatError):
            yield broken("second-missing", where=of_entry(entry.seq))

    def check_rows(self, entry: Entry, changes: Iterable[Change]) -> Iterator[Finding]:
        """Check the rows that an entry tells against those of its act: one finding for each kind of fault."""
        found = set()
        for change in changes:
            fault = fault_of(change, action=entry.action, agent=entry.agent, subject=entry.subject)
            right = right_of_row(change)
            if fault is None and right is not None and not self._may(entry.agent, right):
                fault = "act-exceeded.right"
            if fault is not None and (fault, change.table) not in found:
                found.add((fault, change.table))
                yield broken(fault, where=of_entry(entry.seq), table=change.table)

    def _may(self, agent: str, right: Right) -> bool:
        return agent in self.users and may(self.users[agent].role, right)

    def _verify_seconded(self, entry: Entry, event: Event) -> None:
        """The event must contain the required approval, which must not have been used before."""
        told = [
            state.get("record") for state in event.states if state.get("entity") == registry.APPROVAL.name
        ]
        for record in told:
            approval = from_record(Approval, record if isinstance(record, dict) else {})
            fits = (approval.act, approval.requested_by) == (ACTS[entry.action], entry.agent)
            if fits and approval.id not in self.used:
                self.used.add(approval.id)
                if approval.kind is SecondKind.APPROVED:
                    self._verify_approved(approval)
                return
        raise ApprovalForgedError("no approval")

    def _verify_approved(self, approval: Approval) -> None:
        if not self._may(approval.approved_by or "", Right.SECOND):
            raise ApprovalForgedError("the second person's role does not include that")
        issued = certificates_of(self.connection, at=approval.at, signers=self.signers)
        verify_approval(approval, self.vault, certified_keys(issued, self.root))


def _ends_a_handover(before: Entry | None, entry: Entry) -> bool:
    """A user who hands over the vault is retired in the same act, under the approval of the handover."""
    return (
        before is not None
        and before.action == VaultAction.OFFICE_HANDED_OVER
        and entry.action == VaultAction.USER_RETIRED
        and before.agent == entry.agent == entry.subject
    )
