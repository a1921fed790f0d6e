"""The typed data of the second person of an act, and the resulting approval."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from thb_desktop.crypto import passphrases
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.second_person import Alone, Second
from thb_desktop.domain.vocabulary import TwoPersonAct

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedSecond:
    """The chosen colleague and their passphrase; or, if there is none, the reason."""

    user_id: AgentId | None = None
    passphrase: str = field(default="", repr=False)
    reason: str = ""

    @property
    def named(self) -> AgentId | Alone:
        """Return the second person named on the pages of a bundle."""
        return Alone(reason=self.reason) if self.user_id is None else self.user_id


def approved(session: "Session", typed: TypedSecond, act: TwoPersonAct, subject: str) -> Second:
    """Let the colleague approve, on the vault's thread. Raises what `approve` raises."""
    from thb_desktop.services.office import second_person

    if typed.user_id is None:
        return Alone(reason=typed.reason)
    passphrase = passphrases.prepare(typed.passphrase)
    return second_person.approve(
        session, act=act, subject=subject, user_id=typed.user_id, passphrase=passphrase
    )
