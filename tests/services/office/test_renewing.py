"""Renewing certificates: over the same keys, with the function, by a holder of the root's key."""

from base64 import b64decode
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.services.bundling.test_bundles import prepared
from tests.support.certificates import certified_before
from tests.support.offices import BEGIN, JUDGE, LATER, copy_of, unlock
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.crypto import certificates
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import CertificateRenewalDueError, LaidOutBeforeError, NotAllowedError
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.keys import certificate_of
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.office import renewing, users
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.pdf import check_pdf

CLERK = "Marc Lejeune"


@pytest.fixture
def before(sample_office: Path, tmp_path: Path) -> Path:
    """A vault whose certificates say no function, with a clerk who was retired and one who was not."""
    folder = copy_of(sample_office, tmp_path / "before.thbvault")
    with closing(unlock(folder)) as session:
        for name, words in ((CLERK, OTHER_PASSPHRASE), ("Gone Clerk", "pebble saddle mirror walnut copper")):
            users.add_user(
                session,
                name=name,
                role=UserRole.INTERPRETER,
                passphrase=passphrase(words),
                second=ALONE,
            )
        gone = next(user for user in users.list_users(session) if user.name == "Gone Clerk")
        users.retire_user(session, gone.id, reason="Left", own_passphrase=passphrase(), second=ALONE)
        certified_before(session)
    return folder


def functions(session: Session) -> dict[str, str]:
    return {
        user.name: certificates.read_holder(certificate_of(user)).function
        for user in registry.USER.all(session.read)
    }


def holder(user: User) -> certificates.Holder:
    return certificates.read_holder(b64decode(user.certificate))


def test_a_vault_of_before_signs_no_bundle_and_says_what_to_do(before: Path, tmp_path: Path):
    with closing(unlock(before)) as session:
        laid_out = prepared(session)

        with pytest.raises(CertificateRenewalDueError):
            bundles.sign_bundle(session, laid_out, tmp_path / "bundle.pdf", second=ALONE)

        told = {each.code: each for each in check_vault(session).findings}
        assert set(told["certificate-renewal-due"].values["names"]) == {JUDGE, CLERK, "Gone Clerk"}
        assert not (tmp_path / "bundle.pdf").exists()


def test_one_act_renews_all_of_them_and_a_bundle_holds_at_once(before: Path, tmp_path: Path):
    with closing(unlock(before)) as session:
        former = {user.id: user for user in registry.USER.all(session.read)}

        renewed = renewing.renew_certificates(session)

        assert functions(session) == {
            JUDGE: "INVESTIGATING_JUDGE",
            CLERK: "INTERPRETER",
            "Gone Clerk": "INTERPRETER",
        }
        assert {user.name for user in renewed} == set(functions(session))
        assert renewing.list_renewals(session) == ()
        for user in registry.USER.all(session.read):
            assert holder(user).public_key == holder(former[user.id]).public_key
            assert holder(user).not_before == holder(former[user.id]).not_before
        bundles.sign_bundle(session, prepared(session), tmp_path / "bundle.pdf", second=ALONE)
        found = check_pdf(tmp_path / "bundle.pdf", trusted_roots=[root_certificate(session.office_record)])
        assert verdict(found) is Standing.HOLDS, [one for one in found if one.standing is not Standing.HOLDS]
        assert verdict(check_vault(session).findings) is not Standing.BROKEN


def test_the_certificate_of_a_retired_user_ends_when_they_were_retired(before: Path):
    with closing(unlock(before)) as session:
        renewing.renew_certificates(session)

        gone = next(user for user in registry.USER.all(session.read) if not user.active)
        entries = [signed.parsed() for signed in chain.entries_of(session.read, gone.id)]
        retired = next(each.at for each in entries if each.action == VaultAction.USER_RETIRED)
        assert holder(gone).not_after == retired.replace(microsecond=0)


def test_a_certificate_that_has_ended_is_renewed_by_the_same_act(sample_office: Path, tmp_path: Path):
    folder = copy_of(sample_office, tmp_path / "ended.thbvault")
    with closing(unlock(folder, start=LATER + timedelta(days=6 * 365))) as session:
        laid_out = prepared(session)
        with pytest.raises(CertificateRenewalDueError):
            bundles.sign_bundle(session, laid_out, tmp_path / "bundle.pdf", second=ALONE)

        renewing.renew_certificates(session)

        judge = next(user for user in registry.USER.all(session.read) if user.name == JUDGE)
        assert holder(judge).not_after > LATER + timedelta(days=10 * 365)
        assert holder(judge).not_before == BEGIN
        with pytest.raises(LaidOutBeforeError):
            bundles.sign_bundle(session, laid_out, tmp_path / "bundle.pdf", second=ALONE)
        bundles.sign_bundle(session, prepared(session), tmp_path / "bundle.pdf", second=ALONE)


def test_nothing_is_written_when_nothing_is_due(samples: Session):
    size = samples.journal.size

    assert renewing.renew_certificates(samples) == ()

    assert samples.journal.size == size


def test_a_clerk_renews_no_certificate(before: Path):
    with closing(unlock(before)) as session:
        users.add_user(
            session,
            name="Clerk Two",
            role=UserRole.CLERK,
            passphrase=passphrase("harbour velvet pencil summer button"),
            own_passphrase=passphrase(),
            second=ALONE,
        )

    with (
        closing(unlock(before, "harbour velvet pencil summer button")) as session,
        pytest.raises(NotAllowedError),
    ):
        renewing.renew_certificates(session)
