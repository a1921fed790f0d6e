"""Certificates as older versions of the program issued them."""

from base64 import b64encode
from dataclasses import replace

from thb_desktop.crypto import certificates
from thb_desktop.domain.actions import VaultAction
from thb_desktop.services.core.keys import certificate_of, subject_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.office.enrolment import root_of
from thb_desktop.vault.tables import registry


def certified_before(session: Session) -> None:
    """Give every user a certificate as older versions issued it: over the same key, without a function."""
    root = root_of(session.office_record, session)
    with session.work() as work:
        for user in registry.USER.all(session.read):
            subject = replace(subject_of(user, session.office), function="")
            leaf = certificates.renew_leaf(
                root.signer.private_key,
                root.certificate,
                subject,
                certificate_of(user),
                until=work.at + certificates.USER_VALIDITY,
                randomness=session.environment.randomness,
            )
            work.save(replace(user, certificate=b64encode(leaf).decode("ascii")))
            work.record(user.id, VaultAction.CERTIFICATE_RENEWED)
