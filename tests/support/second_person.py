"""Second persons for tests: none, if an office has one magistrate; otherwise a colleague at the desk."""

from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain.people import User
from thb_desktop.domain.second_person import Alone, Approval, AskSecond, Second
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import second_person, users

ALONE = Alone(reason="This office has one magistrate and nobody else")


def add_colleague(session: Session, name: str, role: UserRole) -> User:
    """Let one more person into the vault of who is at this desk, with the other passphrase."""
    return users.add_user(
        session,
        name=name,
        role=role,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )


def approval(
    session: Session, colleague: User, act: TwoPersonAct, subject: str, *, text: str = OTHER_PASSPHRASE
) -> Approval:
    """An approval by a colleague at this desk, by default with the other passphrase."""
    return second_person.approve(
        session, act=act, subject=subject, user_id=colleague.id, passphrase=passphrase(text)
    )


def second_for(session: Session, act: TwoPersonAct, subject: str, *, text: str = OTHER_PASSPHRASE) -> Second:
    """Return the first colleague who can approve; if there is none, a reason for acting alone."""
    colleagues = second_person.list_second_persons(session, act, subject)
    return approval(session, colleagues[0], act, subject, text=text) if colleagues else ALONE


def asked(session: Session, act: TwoPersonAct, *, text: str = OTHER_PASSPHRASE) -> AskSecond:
    """Let the first colleague approve what the act makes its subject; see `second_for`."""
    return lambda about: second_for(session, act, about, text=text)
