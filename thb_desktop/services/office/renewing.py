"""Renewing certificates: the root issues them again over the same keys, with the function of their users."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace

from thb_desktop.crypto.certificates import USER_VALIDITY, read_holder, renew_leaf
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.people import SigningIdentity, User
from thb_desktop.domain.rights import Right
from thb_desktop.services.core.keys import Root, certificates_of, subject_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.renewals import Renewal, due_renewals
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.office.enrolment import root_of
from thb_desktop.vault.tables import registry


@permitted(Right.SEE_OFFICE)
def list_renewals(session: Session) -> tuple[User, ...]:
    """List the users of whom a certificate says no function, or ends within half a year."""
    due = due_renewals(session.read, at=session.clock.read().at)
    return tuple({each.user.id: each.user for each in due}.values())


@permitted(Right.MANAGE_USERS)
def renew_certificates(session: Session) -> tuple[User, ...]:
    """Renew these certificates over the same keys, and return their users as `list_renewals` does.

    A new certificate begins when the former one did, so that what was signed stays valid; it ends in five
    years, or when its user was retired or the key withdrawn. Raises NotAllowedError (you do not hold the
    root's key), CertificateRequestError (the root has ended).
    """
    due = due_renewals(session.read, at=session.clock.read().at)
    users = {each.user.id: each.user for each in due}
    if not due:
        return ()
    root = root_of(session.office_record, session)
    with session.work() as work:
        for user in users.values():
            work.save(*_renewed(work, root, [each for each in due if each.user.id == user.id], session))
            work.record(user.id, VaultAction.CERTIFICATE_RENEWED)
    _show_renewed(session, session.keys.signer)
    return tuple(users.values())


def _renewed(
    work: UnitOfWork, root: Root, due: Sequence[Renewal], session: Session
) -> list[User | SigningIdentity]:
    made: list[User | SigningIdentity] = []
    for each in due:
        leaf = renew_leaf(
            root.signer.private_key,
            root.certificate,
            subject_of(each.user, session.office),
            each.certificate,
            until=each.until or work.at + USER_VALIDITY,
            randomness=session.environment.randomness,
        )
        certificate = b64encode(leaf).decode("ascii")
        made.append(replace(each.identity or each.user, certificate=certificate))
    return made


def _show_renewed(session: Session, signer: Signer) -> None:
    """Let the open session sign under the renewed certificate of its key."""
    session.user = registry.USER.find(session.read, session.user.id) or session.user
    for user_id, certificate in certificates_of(session.read):
        if user_id == session.user.id and read_holder(certificate).public_key == signer.public_key:
            session.keys = session.keys.certified_by(certificate)
