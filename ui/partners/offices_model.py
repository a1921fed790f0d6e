"""What a window asks of the vault to record an office abroad."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.domain.receiving import ForeignOffice
from thb_desktop.errors import OfficeUnknownError, ThbError
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """A message of an office that is not in the register. root: that it names (DER). told: the refusal."""

    file: Path
    root: bytes = field(repr=False)
    told: ThbError


def met(file: Path, enter: "Callable[[Session], object]") -> "Callable[[Session], object]":
    """Return what enters a message of an office, or returns the Stranger who signed it."""
    from thb_desktop.services.messages import signed_messages

    def work(session: "Session") -> object:
        try:
            return enter(session)
        except OfficeUnknownError as error:
            return Stranger(file=file, root=signed_messages.root_named_in(file), told=error)

    return work


class OfficesModel(ViewModel):
    """recorded: a ForeignOffice. entered: what became of a message. stranger: a Stranger."""

    changes = Topic.EXHIBITS

    recorded = Signal(object)
    entered = Signal(object)
    stranger = Signal(object)

    def tell_met(self, found: object) -> None:
        """Tell what `met` returned."""
        (self.stranger if isinstance(found, Stranger) else self.entered).emit(found)

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
