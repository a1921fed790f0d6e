"""What changes whose key counts: offered keys, renewed certificates, recorded holders."""

from contextlib import closing
from functools import partial
from pathlib import Path

from tests.drills.acts.key_changes import ADDED, ADDED_USER, NEW
from tests.drills.acts.office import Template, lock_again, unlock
from tests.drills.acts.operation import Act, quiet
from tests.support.certificates import certified_before
from tests.support.offered import offer
from tests.support.second_person import ALONE, approval
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.crypto.certificates import read_holder
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.people import SigningIdentity
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.errors import DiskFullError
from thb_desktop.services.core.keys import certificate_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import identities, renewing, users
from thb_desktop.vault.tables import chain, registry

_ADMINISTRATOR = "Adam Beheerder"
_REFUSED = "It is not mine"


def with_offered_key(folder: Path, _: Template) -> None:
    """A key that somebody else put in for the judge, who has not agreed yet."""
    with closing(unlock(folder)) as session:
        offer(session, session.user)


def agree(folder: Path, _: Template) -> Act:
    session = unlock(folder)
    return quiet(partial(identities.agree_to_identity, session, _offered(session).id))


def agreement_found(session: Session, _: Path, __: Template) -> bool:
    return bool(_offered(session).agreed)


def refuse(folder: Path, _: Template) -> Act:
    session = unlock(folder)
    return quiet(partial(identities.refuse_identity, session, _offered(session).id, reason=_REFUSED))


def refusal_found(session: Session, _: Path, __: Template) -> bool:
    refused = _offered(session)
    assert (refused.withdrawn_at is None) == (not refused.withdrawn_because), "half of a refusal"
    return refused.withdrawn_because == _REFUSED


def _offered(session: Session) -> SigningIdentity:
    (only,) = registry.SIGNING_IDENTITY.all(session.read)
    return only


def with_certificates_of_before(folder: Path, _: Template) -> None:
    """Certificates that say no function, as older versions issued them."""
    with closing(unlock(folder)) as session:
        certified_before(session)


def renew_certificates(folder: Path, _: Template) -> Act:
    return quiet(partial(renewing.renew_certificates, unlock(folder)))


def renewed_found(session: Session, _: Path, __: Template) -> bool:
    """Those of all users in one transaction, or none."""
    renewed = {bool(read_holder(certificate_of(user)).function) for user in registry.USER.all(session.read)}
    assert len(renewed) == 1, "the certificates of some users are renewed, and those of others are not"
    return renewed == {True}


def with_a_holder_gone(folder: Path, _: Template) -> None:
    """An administrator, who holds no key of the identities, retired a clerk who did."""
    with closing(unlock(folder)) as session:
        hire = partial(users.add_user, session)
        clerk = hire(
            name=ADDED_USER,
            role=UserRole.CLERK,
            passphrase=passphrase(ADDED),
            own_passphrase=passphrase(),
            second=ALONE,
        )
        hire(
            name=_ADMINISTRATOR,
            role=UserRole.ADMINISTRATOR,
            passphrase=passphrase(NEW),
            own_passphrase=passphrase(),
            second=partial(approval, session, clerk, TwoPersonAct.ADD_USER, text=ADDED),
        )
    with closing(unlock(folder, NEW)) as session:
        judge = next(user for user in registry.USER.all(session.read) if user.role not in _HIRED)
        users.retire_user(
            session,
            clerk.id,
            reason="Moved to another office",
            own_passphrase=passphrase(NEW),
            second=approval(session, judge, TwoPersonAct.RETIRE_USER, clerk.id, text=PASSPHRASE),
        )


_HIRED = (UserRole.CLERK, UserRole.ADMINISTRATOR, UserRole.ANALYST)


def unlock_as_holder(folder: Path, _: Template) -> Act:
    """An unlock makes the key anew that is due, and records its holders; a medium that refuses lets it open.

    So the act looks whether it is recorded, and is refused if it is not; the next one begins with its unlock.
    """

    def act() -> str:
        if not _is_recorded(unlock(folder)):
            lock_again()
            raise DiskFullError("the key that is due was not renewed")
        return ""

    return act


def holders_found(session: Session, _: Path, __: Template) -> bool:
    return _is_recorded(session)


def _is_recorded(session: Session) -> bool:
    told = [signed.parsed().action for signed in chain.entries(session.read)]
    return VaultAction.HOLDERS_RECORDED in told
