"""What a window asks of the vault to record an office abroad."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.domain.receiving import ForeignOffice
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffice:
    """An office abroad as it is typed. root: its certificate in DER, or the file that holds it."""

    name: str
    country: str
    root: bytes | Path = field(repr=False)
    fingerprint: str
    told: str


class OfficesModel(ViewModel):
    """recorded: a ForeignOffice."""

    changes = Topic.EXHIBITS

    recorded = Signal(object)

    def record(self, new: NewOffice) -> None:
        """Record an office whose fingerprint was compared."""
        from thb_desktop.services.receiving import offices
        from thb_desktop.verify.run import certificates_in

        def work(session: "Session") -> ForeignOffice:
            return offices.add_office(
                session,
                name=new.name,
                country=new.country,
                roots=certificates_in(new.root) if isinstance(new.root, Path) else [new.root],
                fingerprint=new.fingerprint,
                told=new.told,
            )

        self.jobs.run(self, work, then=self.recorded.emit, refused=self.refuse)
