"""An identity annex of a signed bundle: whose identities can be told, to whom, and its making."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.identity_annex import IdentityAnnex
from thb_desktop.domain.ids import PersonId, RowId
from thb_desktop.domain.package import Recipient
from thb_desktop.domain.people import Person
from thb_desktop.domain.vocabulary import RecipientKind, TwoPersonAct
from thb_desktop.services.persons import people
from ui.jobs import VaultJobs
from ui.second_person import TypedSecond, approved
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexOffer:
    """persons: those of the bundle whose identity is sealed. recipients: the addressees that stand."""

    persons: tuple[Person, ...]
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexChoice:
    """What is typed for an annex."""

    persons: tuple[PersonId, ...]
    recipients: tuple[RowId, ...]
    reason: str
    addresses_because: str
    folder: Path


class AnnexModel(ViewModel):
    """offered: an AnnexOffer. made: the IdentityAnnex that was recorded."""

    changes = Topic.BUNDLES

    offered = Signal(object)
    made = Signal(object)

    def __init__(self, jobs: VaultJobs, bundle: Bundle, source: Path, parent: QObject | None = None) -> None:
        """source: the file of the bundle."""
        super().__init__(jobs, parent)
        self.bundle, self.source = bundle, source

    def offer(self) -> None:
        from thb_desktop.services.packaging import annexes, package_content, register

        case_id = self.bundle.case_id

        def work(session: "Session") -> AnnexOffer:
            named = annexes.persons_in(package_content.read_bundle(self.source))
            sealed = people.list_identified(session, case_id) & named
            return AnnexOffer(
                persons=tuple(each for each in people.list_persons(session, case_id) if each.id in sealed),
                recipients=tuple(
                    each for each in register.list_recipients(session) if each.kind is RecipientKind.ADDRESSEE
                ),
            )

        self.read(work, self.offered.emit)

    def make(self, choice: AnnexChoice, second: TypedSecond) -> None:
        """Let the second person approve exactly this, then open, print, sign and close the identities."""
        from thb_desktop.services.packaging import annexes, package_content

        def work(session: "Session") -> IdentityAnnex:
            options = annexes.AnnexOptions(
                bundle=package_content.read_bundle(self.source),
                persons=choice.persons,
                recipients=choice.recipients,
                reason=choice.reason,
                addresses_because=choice.addresses_because,
            )
            planned = annexes.plan_annex(session, self.bundle.case_id, options)
            given = approved(session, second, TwoPersonAct.REVEAL_IDENTITY, planned.sha256)
            return annexes.make_annex(session, planned, choice.folder, second=given)

        self.write(work, self.made.emit)
