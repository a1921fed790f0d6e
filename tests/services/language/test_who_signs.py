"""Before a linguist signs, it is told whose key does: it is the key that signs then."""

from contextlib import closing
from pathlib import Path

from tests.services.language.test_certificates import given, reasoned, rendered
from tests.services.office.test_identities import FILE
from tests.support.assignments import office_with_job, open_store
from tests.support.language_jobs import JobSetup
from tests.support.offices import unlock
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.crypto.certificates import read_holder
from thb_desktop.crypto.signing import key_id
from thb_desktop.domain.language_work import LanguageCertificate
from thb_desktop.services.assignments import desk as at_desk
from thb_desktop.services.assignments import giving
from thb_desktop.services.core.linguists import Linguists
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.language import certificates
from thb_desktop.services.office import identities, users


def certified(desk: JobSetup) -> LanguageCertificate:
    """As at the desk of the office: with the newest key of the linguist, opened by their passphrase."""
    user_id = desk.first.interpreter.user_id
    assert user_id is not None
    secret = passphrase(f"{OTHER_PASSPHRASE} {desk.first.interpreter.name}")
    guest = users.signer_of(desk.session, user_id, secret, any_key=True)
    with closing(guest.keys):
        return certificates.certify(
            desk.session, desk.job.id, given(desk), reasoned(desk), signer=guest.keys.signer
        )


def key_of(desk: JobSetup, row: LanguageCertificate) -> tuple[str, str]:
    """The name and the key in the certificate that verifies a row."""
    session = desk.session
    linguists = Linguists.of(session.read, session.vault_id, root_certificate(session.office_record))
    certificate = linguists.certificate_behind(row)
    assert certificate is not None
    holder = read_holder(certificate)
    return holder.name, key_id(holder.public_key)


def test_the_key_that_is_told_is_the_one_that_signs(desk: JobSetup):
    rendered(desk)
    told = certificates.who_signs(desk.session, desk.job.id)
    assert told is not None

    row = certified(desk)

    assert (told.holder, told.key) == key_of(desk, row)
    assert (told.holder, told.cards) == (desk.first.interpreter.name, ())


def test_a_key_file_that_was_added_signs_from_then_on_and_is_told(desk: JobSetup):
    rendered(desk)
    before = certificates.who_signs(desk.session, desk.job.id)
    user_id = desk.first.interpreter.user_id
    assert user_id is not None
    identities.add_key_file(
        desk.session,
        user_id,
        passphrase=passphrase(f"{OTHER_PASSPHRASE} {desk.first.interpreter.name}"),
        file=FILE,
        file_passphrase=bytearray(b"words"),
    )
    told = certificates.who_signs(desk.session, desk.job.id)
    assert told is not None

    row = certified(desk)

    assert (told.holder, told.key) == key_of(desk, row)
    assert told != before


def test_in_a_store_the_key_of_its_interpreter_is_told(tmp_path: Path):
    folder = tmp_path / "office.thbvault"
    lies = office_with_job(folder)
    with closing(unlock(folder)) as session:
        assignment = giving.assign(session, lies.job.id)
        told = certificates.who_signs(session, lies.job.id)
        assert told is not None

    with closing(open_store(folder, assignment)) as store:
        here = at_desk.open_job(store).keys
        assert here == certificates.who_signs(store, lies.job.id)

    assert here is not None
    assert (here.holder, here.key) == (lies.linguist.name, told.key)
