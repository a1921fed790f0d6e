"""A certificate in the place of the one that was compared: nothing is closed for it, nothing of it counts."""

import hashlib
from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.support.colleagues import AFTERWARDS, attacked, told
from tests.support.offices import unlock
from tests.support.own_program import OwnProgram
from tests.support.recipients import certificate_of, holder
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.compared_digests import compared_certificate
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.package import Recipient
from thb_desktop.domain.receiving import ForeignOffice
from thb_desktop.domain.vocabulary import RecipientKind, UserRole
from thb_desktop.errors import CertificateError
from thb_desktop.services.packaging import register
from thb_desktop.services.receiving import offices
from thb_desktop.vault.tables import registry

HOUR = timedelta(hours=1)
TOLD = "By telephone, by the holder"
Made = Callable[[RowId, OwnProgram, str, str], Recipient | ForeignOffice]


def new_certificate() -> bytes:
    return certificate_of(ec.generate_private_key(ec.SECP256R1()), since=AFTERWARDS)


def recipient(own: RowId, program: OwnProgram, certificate: str, digest: str) -> Recipient:
    return Recipient(
        id=own,
        kind=RecipientKind.ADDRESSEE,
        name="Judge of Borduria",
        certificate=certificate,
        sha256=digest,
        told=TOLD,
        added_by=program.session.user.id,
        at=program.next_time(),
    )


def foreign_office(own: RowId, program: OwnProgram, certificate: str, digest: str) -> ForeignOffice:
    return ForeignOffice(
        id=own,
        name="Office of Borduria",
        country="RO",
        root=certificate,
        sha256=digest,
        told=TOLD,
        added_by=program.session.user.id,
        at=program.next_time(),
    )


def record(folder: Path, made: Made, certificate: str, digest: str) -> None:
    action = VaultAction.RECIPIENT_ADDED if made is recipient else VaultAction.FOREIGN_OFFICE_ADDED

    def write(program: OwnProgram) -> None:
        own = RowId(program.session.new_id(program.next_time()))
        program.say(action, own, made(own, program, certificate, digest), reason=TOLD)

    attacked(folder, UserRole.PROSECUTOR, write, start=AFTERWARDS)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("made", [recipient, foreign_office])
@pytest.mark.parametrize("kind", ["another", "none"])
def test_a_certificate_under_the_fingerprint_of_another_is_named(office_copy: Path, made: Made, kind: str):
    stranger = b64encode(new_certificate()).decode() if kind == "another" else "%%%"

    record(office_copy, made, stranger, hashlib.sha256(new_certificate()).hexdigest())

    assert told(office_copy, start=AFTERWARDS + HOUR) == ({"act-exceeded.value"}, {"act-exceeded.value"})


def test_nothing_is_closed_for_it_and_no_package_of_it_counts(office_copy: Path, tmp_path: Path):
    own = holder(ec.generate_private_key(ec.SECP256R1()), tmp_path, "own", since=AFTERWARDS)
    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        register.add_recipient(
            session,
            RecipientKind.OWN_OFFICE,
            name="Our registry",
            certificate=own.certificate_file,
            fingerprint=hashlib.sha256(own.certificate).hexdigest(),
            told=TOLD,
        )
    stranger, compared = b64encode(new_certificate()).decode(), hashlib.sha256(new_certificate()).hexdigest()
    record(office_copy, recipient, stranger, compared)
    record(office_copy, foreign_office, stranger, compared)

    with closing(unlock(office_copy, start=AFTERWARDS + HOUR)) as session:
        chosen = [each.id for each in registry.RECIPIENT.all(session.read) if each.sha256 == compared]
        with pytest.raises(CertificateError, match="whose fingerprint was compared"):
            register.recipients_for(session, chosen)
        assert offices.list_offices(session) == ()
        assert len(offices.list_all_offices(session)) == 1


def test_the_compared_certificate_is_returned():
    certificate = new_certificate()

    text, digest = b64encode(certificate).decode(), hashlib.sha256(certificate).hexdigest()

    assert compared_certificate(text, digest) == certificate
