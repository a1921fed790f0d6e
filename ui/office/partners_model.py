"""What the part about other offices asks of the vault: the two registers, and what is withdrawn from them."""

from base64 import b64decode
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.crypto.certificates import read_holder
from thb_desktop.domain.package import Recipient
from thb_desktop.domain.receiving import ForeignOffice
from thb_desktop.services.office import users
from ui.jobs import VaultJobs
from ui.partners.offices_model import OfficesModel
from ui.partners.recipients_model import RecipientsModel
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.packaging.register import PlaceSaid


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A recipient or an office abroad, until when its certificate is valid, and who recorded it.

    place: who recorded State and kind of an addressee last; None where nobody did. place_by: their name.
    """

    entry: Recipient | ForeignOffice
    expires: datetime
    recorded_by: str
    is_expired: bool
    """By the time of the vault when it was listed."""
    place: "PlaceSaid | None" = None
    place_by: str = ""


class PartnersModel(ViewModel):
    """listed: every partner, also those that were withdrawn. withdrawn: the name of one that was."""

    changes = Topic.OFFICE

    listed = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.offices = OfficesModel(jobs, self)
        self.recipients = RecipientsModel(jobs, self)
        for recorded in (self.offices.recorded, self.recipients.recorded):
            recorded.connect(lambda _: self.reload())

    def reload(self) -> None:
        self.read(_partners, self.listed.emit)

    def withdraw(self, partner: Partner, reason: str) -> None:
        """Let nothing more of an office count, or close nothing more for a recipient."""

        def work(session: "Session") -> str:
            from thb_desktop.services.packaging import register
            from thb_desktop.services.receiving import offices

            if isinstance(partner.entry, Recipient):
                return register.withdraw_recipient(session, partner.entry.id, reason).name
            return offices.withdraw_office(session, partner.entry.id, reason).name

        self.write(work, self.withdrawn.emit)


def _partners(session: "Session") -> tuple[Partner, ...]:
    from thb_desktop.services.packaging import register
    from thb_desktop.services.receiving import offices

    now = session.clock.read().at
    names = {each.id: each.name for each in users.list_users(session)}
    entries: tuple[Recipient | ForeignOffice, ...] = (
        *register.list_all_recipients(session),
        *offices.list_all_offices(session),
    )
    places = register.places_said(session)
    return tuple(
        Partner(
            entry=each,
            expires=(expires := _expiry(each)),
            recorded_by=names.get(each.added_by, ""),
            is_expired=expires < now,
            place=(place := places.get(each.id)),
            place_by=names.get(place.by, "") if place is not None else "",
        )
        for each in entries
    )


def _expiry(entry: Recipient | ForeignOffice) -> datetime:
    stored = entry.certificate if isinstance(entry, Recipient) else entry.root
    return read_holder(b64decode(stored)).not_after
