"""Users of the vault: added, retired, and handing over."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.crypto import passphrases
from thb_desktop.domain.identity_binding_fields import Binding
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.services.office import users
from ui.office.keys_model import NewCode
from ui.second_person import TypedSecond, approved
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


class PeopleModel(ViewModel):
    """made: in whose program the keys of each were made, sent before the list. listed: all users. added: the
    new one. retired, readmitted: one was. absent: those to be readmitted.

    handed_over: the successor's recovery code. given: a user, and the compartments whose keys they got.
    bound: the user of whom it was stated how they were identified.
    """

    changes = Topic.OFFICE

    made = Signal(object)
    listed = Signal(object)
    added = Signal(object)
    retired = Signal()
    readmitted = Signal()
    absent = Signal(object)
    handed_over = Signal(object)
    given = Signal(object, object)
    bound = Signal(object)

    def reload(self) -> None:
        from thb_desktop.services.office import own_keys

        self.jobs.run(self, own_keys.list_keys_made, then=self.made.emit, refused=self.refuse)
        self.jobs.run(self, users.list_users, then=self.listed.emit, refused=self.refuse)

    def add(
        self, name: str, role: UserRole, typed: str, own: str, second: TypedSecond, *, binding: Binding
    ) -> None:
        """typed: the new user's passphrase. own: that of the user of this session."""

        def work(session: "Session") -> User:
            return users.add_user(
                session,
                name=name,
                role=role,
                passphrase=passphrases.prepare(typed),
                own_passphrase=passphrases.prepare(own) if own else None,
                second=lambda about: approved(session, second, TwoPersonAct.ADD_USER, about),
                binding=binding,
            )

        self.write(work, self._added)

    def state_binding(self, user: User, binding: Binding, reason: str) -> None:
        """State how the person of a user was identified, or correct it."""
        self.write(
            lambda session: users.state_binding(session, user.id, binding, reason=reason), self._stated
        )

    def _stated(self, user: User) -> None:
        self.bound.emit(user)
        self.reload()

    def when_open(self, then: Callable[[], None]) -> None:
        """Go on if acts can be recorded in this vault, as far as is known; else say at once why not."""
        self.read(_verify_open, lambda _: then())

    def _added(self, user: User) -> None:
        self.added.emit(user)
        self.reload()

    def retire(self, user: User, *, reason: str, own: str, second: TypedSecond) -> None:
        def work(session: "Session") -> None:
            approval = approved(session, second, TwoPersonAct.RETIRE_USER, user.id)
            users.retire_user(
                session, user.id, reason=reason, own_passphrase=passphrases.prepare(own), second=approval
            )

        self.write(work, lambda _: self.retired.emit())

    def give_keys(self, user: User) -> None:
        """Give the keys that their function includes and that the user who added them did not have."""
        self.write(
            lambda session: users.give_keys(session, user.id), lambda found: self.given.emit(user, found)
        )

    def readmit(self, user: User, *, typed: str, own: str) -> None:
        """typed: the passphrase that user has. own: that of the user of this session."""

        def work(session: "Session") -> None:
            from thb_desktop.services.keeping import rekeying

            rekeying.readmit_user(
                session,
                user.id,
                passphrase=passphrases.prepare(typed),
                own_passphrase=passphrases.prepare(own),
            )

        self.write(work, lambda _: self.readmitted.emit())

    def ask_absent(self) -> None:
        """Load the users who lost access when the master key was renewed without them."""

        def work(session: "Session") -> tuple[User, ...]:
            # Loading the module takes longer than a frame: the window would stand still.
            from thb_desktop.services.keeping import rekeying

            return rekeying.list_absent(session)

        self.read(work, self.absent.emit)

    def hand_over(self, name: str, *, typed: str, reason: str, own: str, second: TypedSecond) -> None:
        """typed: the successor's passphrase. own: that of the leaving user."""

        def work(session: "Session") -> NewCode:
            from thb_desktop.services.office import handover

            handed = handover.hand_over(
                session,
                name=name,
                passphrase=passphrases.prepare(typed),
                reason=reason,
                own_passphrase=passphrases.prepare(own),
                second=lambda about: approved(session, second, TwoPersonAct.HAND_OVER, about),
            )
            vault = session.vault_id
            # Nothing more can be written in it; the successor's code is tested on the locked vault.
            session.close()
            return NewCode(
                code=handed.recovery_code, office=session.office, vault=vault, locked=session.vault.folder
            )

        self.jobs.run(self, work, then=self.handed_over.emit, refused=self.refuse)


def _verify_open(session: "Session") -> bool:
    """Return True. Raises what an act would raise by what is known now."""
    session.verify_open()
    return True
