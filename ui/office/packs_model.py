"""What the part about data packs asks of the vault: the pack in use, its statements, and those before it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.domain.office_pack import OfficePack
from thb_desktop.domain.pack_statements import Compared
from thb_desktop.domain.packs import Pack
from thb_desktop.services.office import packs, users
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """A pack of the office, and who adopted it."""

    pack: OfficePack
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Packs:
    """The pack in use, its text and statements, and the packs that the office adopted, the last first."""

    present: Pack
    text: str
    statements: tuple[Compared, ...]
    adopted: tuple[Adopted, ...]


class PacksModel(ViewModel):
    """listed: a Packs. taken: the number of a pack that is in use now."""

    changes = Topic.OFFICE

    listed = Signal(object)
    taken = Signal(int)

    def reload(self) -> None:
        self.read(_packs, self.listed.emit)

    def adopt(self, file: Path, reason: str) -> None:
        """Put a pack of the office in place of the one in use."""

        def work(session: "Session") -> int:
            return packs.adopt_pack(session, packs.pack_text(file), reason=reason).version

        self.write(work, self.taken.emit)


def _packs(session: "Session") -> Packs:
    present, text = packs.present_pack(session)
    names = {each.id: each.name for each in users.list_users(session)}
    adopted = reversed(packs.list_packs(session))
    return Packs(
        present=present,
        text=text,
        statements=packs.statements_in_use(session),
        adopted=tuple(Adopted(pack=each, by=names.get(each.made_by, "")) for each in adopted),
    )
