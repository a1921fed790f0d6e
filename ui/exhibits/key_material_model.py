"""Secret key material of an exhibit: sealed separately, opened for a reason by two persons."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.vocabulary import TwoPersonAct
from ui.second_person import TypedSecond, approved
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


class KeyMaterialModel(ViewModel):
    """opened: the secret, as bytes that the receiver overwrites. kept: a new one was sealed."""

    changes = Topic.EXHIBITS

    opened = Signal(object)
    kept = Signal()

    def reveal(self, exhibit_id: ExhibitId, justification: str, second: TypedSecond) -> None:
        from thb_desktop.services.persons import sealed

        def work(session: "Session") -> bytearray:
            approval = approved(session, second, TwoPersonAct.REVEAL_KEY_MATERIAL, exhibit_id)
            return sealed.reveal_key_material(
                session, exhibit_id, justification=justification, second=approval
            )

        self.write(work, self.opened.emit)

    def keep(self, exhibit_id: ExhibitId, typed: str, second: TypedSecond) -> None:
        from thb_desktop.services.persons import sealed

        secret = bytearray(typed.encode())

        def work(session: "Session") -> None:
            approval = approved(session, second, TwoPersonAct.ADD_KEY_MATERIAL, exhibit_id)
            sealed.add_key_material(session, exhibit_id, secret, second=approval)

        self.write(work, lambda _: self.kept.emit())
