"""What a window asks of the vault to record for whom packages are closed."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.package import Recipient
from thb_desktop.domain.vocabulary import RecipientKind
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecipient:
    """A recipient as it is typed. office: the office abroad whose receipts come from it. state, party: of an
    addressee.
    """

    kind: RecipientKind
    name: str
    certificate: Path
    fingerprint: str
    told: str
    office: RowId | None = None
    state: str = ""
    party: PartyKind | None = None


class RecipientsModel(ViewModel):
    """recorded: the recipients that stand, after one was recorded or corrected. offices: the offices abroad
    that stand.
    """

    changes = Topic.BUNDLES

    recorded = Signal(object)
    offices = Signal(object)

    def ask_offices(self) -> None:
        """Ask for the offices abroad, of which one can be that of a recipient."""
        from thb_desktop.services.receiving import offices

        self.jobs.run(self, offices.list_offices, then=self.offices.emit, refused=self.refuse)

    def record(self, new: NewRecipient) -> None:
        """Record a recipient; refused for a certificate that is not the one its holder told, or of no use."""
        from thb_desktop.services.packaging import register

        def work(session: "Session") -> tuple[Recipient, ...]:
            register.add_recipient(
                session,
                new.kind,
                name=new.name,
                certificate=new.certificate,
                fingerprint=new.fingerprint,
                told=new.told,
                office_id=new.office,
                state=new.state,
                party=new.party,
            )
            return register.list_recipients(session)

        self.jobs.run(self, work, then=self.recorded.emit, refused=self.refuse)

    def correct(self, recipient: Recipient, state: str, party: PartyKind | None, reason: str) -> None:
        """Say in which State an addressee is and what it is."""
        from thb_desktop.services.packaging import register

        def work(session: "Session") -> tuple[Recipient, ...]:
            register.correct_recipient(session, recipient.id, state=state, party=party, reason=reason)
            return register.list_recipients(session)

        self.jobs.run(self, work, then=self.recorded.emit, refused=self.refuse)
