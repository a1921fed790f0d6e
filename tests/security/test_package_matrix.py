"""SR-33: each of 25 ways to tamper with a package is refused with its reason, and nothing of it stays.

Marked `openssl` are those that the printed commands alone refuse: OpenSSL, sha256sum and the script in the
package, without this program.
"""

import os
import secrets
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.services.receiving.conftest import bucharest, post, receiver  # noqa: F401 - fixtures
from tests.support.package_attacks import CONTAINERS, Case
from tests.support.packages import ORDERED, opened
from tests.support.receiving import Post, Receiver, arrival, recorded_office
from tests.support.recipients import Holder, holder
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.crypto.envelopes.recipients import CertificateRecipient
from thb_desktop.errors import OfficeUnknownError, PackageNotSoundError, ThbError, VolumeMissingError
from thb_desktop.findings import Standing
from thb_desktop.services.packaging.folders import close_file
from thb_desktop.services.receiving import arrivals, offices
from thb_desktop.services.receiving.examining import examine, known_before


@pytest.fixture(scope="module")
def genuine(
    post: Post,  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[bytes, bytes]:
    place = tmp_path_factory.mktemp("genuine")
    post.desk.made(
        place / "second", identities_because=ORDERED, without=frozenset({post.desk.exhibit("E-05")})
    )
    first = opened(post.folder, place / "first.asice", post.addressee)
    second = opened(place / "second", place / "second.asice", post.addressee)
    return first.read_bytes(), second.read_bytes()


@pytest.fixture
def case(
    post: Post,  # noqa: F811
    receiver: Receiver,  # noqa: F811
    genuine: tuple[bytes, bytes],
    tmp_path: Path,
) -> Case:
    recorded_office(receiver.session, post)
    return Case(post=post, receiver=receiver, first=genuine[0], second=genuine[1], place=tmp_path)


def closed(case: Case, data: bytes, *keys: Holder) -> Path:
    """Close a container for these, as a thief or a recipient could."""
    (case.place / "package.asice").write_bytes(data)
    at = case.receiver.session.clock.read().at
    recipients = [CertificateRecipient.of(each.certificate, at=at) for each in keys]
    close_file(
        case.place / "package.asice", case.place / "closed", recipients, randomness=secrets.token_bytes
    )
    return case.place / "closed"


def refused(case: Case, folder: Path, *, by: Holder | None = None) -> set[str]:
    """Receive it; return the codes that refuse it. Whatever they are, nothing of it may stay in the vault."""
    key = by or case.post.addressee
    opener = KeyOpener(certificate=key.certificate, private_key=key.private_key)
    session = case.receiver.session
    try:
        looked = examine(known_before(session), folder, (opener,))
    except ThbError as refusal:
        assert case.receiver.objects == set()
        return {refusal.code}
    kept_out = {each.key for each in looked.findings if each.standing is Standing.BROKEN}
    reasons = kept_out | {each.key for each in looked.findings if each.code == "received-quarantined"}
    with pytest.raises((PackageNotSoundError, OfficeUnknownError)):
        arrivals.import_package(session, looked, arrival(case.receiver.small))
    assert case.receiver.objects == set()
    return reasons


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(("attack", "code", "openssl"), CONTAINERS.values(), ids=CONTAINERS)
def test_sr_33_a_tampered_container_is_refused_with_its_reason(
    case: Case, attack: Callable[[Case], bytes], code: str, openssl: bool
):
    data = attack(case)
    assert data not in (case.first, case.second)

    reasons = refused(case, closed(case, data, case.post.addressee))

    assert code in reasons
    if openssl:
        assert script_refuses(case, data)


def script_refuses(case: Case, data: bytes) -> bool:
    """Whether unzip, sha256sum and OpenSSL alone refuse it, by the script in the genuine package."""
    if not all(map(shutil.which, ("openssl", "unzip", "sha256sum"))):
        pytest.skip("a tool is not installed")
    place = case.place / "unpacked"
    (case.place / "t.asice").write_bytes(data)
    empty = {"PATH": os.environ["PATH"], "HOME": str(case.place)}
    unpacked = subprocess.run(
        ["unzip", "-q", "-o", case.place / "t.asice", "-d", place],
        check=False,
        capture_output=True,
        env=empty,
    )
    script = dict(case.files(case.first))["data/check.sh"]
    (place / "data").mkdir(exist_ok=True, parents=True)
    (place / "data" / "check.sh").write_bytes(script)
    checked = subprocess.run(
        ["sh", "data/check.sh", case.post.root], cwd=place, check=False, capture_output=True, env=empty
    )
    return unpacked.returncode != 0 or checked.returncode != 0


@pytest.mark.requirement("SR-33")
def test_sr_33_the_genuine_package_is_taken(case: Case):
    looked = examine(
        known_before(case.receiver.session),
        closed(case, case.first, case.post.addressee),
        (case.post.opener,),
    )

    assert not looked.is_broken
    assert not script_refuses(case, case.first)
    looked.taken.drop()


@pytest.mark.requirement("SR-33")
def test_sr_33_closed_for_somebody_else(case: Case):
    stranger = holder(ec.generate_private_key(ec.SECP256R1()), case.place, "stranger")

    assert refused(case, case.post.folder, by=stranger) == {"not-a-recipient"}


@pytest.mark.requirement("SR-33")
def test_sr_33_passed_on_by_somebody_to_whom_it_was_sent(case: Case):
    at = case.receiver.session.clock.read().at
    third = holder(ec.generate_private_key(ec.SECP256R1()), case.place, "third", since=at)

    assert "received-passed-on" in refused(case, closed(case, case.first, third), by=third)


@pytest.mark.requirement("SR-33")
def test_sr_33_an_office_that_is_not_trusted_any_more(case: Case):
    (office,) = offices.list_offices(case.receiver.session)
    offices.withdraw_office(case.receiver.session, office.id, "Its key was stolen")

    assert "received-quarantined" in refused(case, case.post.folder)


@pytest.mark.requirement("SR-33")
def test_sr_33_a_volume_that_is_missing(case: Case):
    folder = shutil.copytree(case.post.folder, case.place / "cut")
    (folder / "package.asice.001.p7m").unlink()

    assert refused(case, folder) == {VolumeMissingError.code}


@pytest.mark.requirement("SR-33")
def test_sr_33_a_package_that_came_before(case: Case):
    session = case.receiver.session
    newer = examine(
        known_before(session), closed(case, case.second, case.post.addressee), (case.post.opener,)
    )
    arrivals.import_package(session, newer, arrival(case.receiver.small))
    again = examine(known_before(session), case.place / "closed", (case.post.opener,))
    older = examine(known_before(session), case.post.folder, (case.post.opener,))

    assert "received-again" in {each.code for each in again.findings if each.standing is Standing.BROKEN}
    assert "received-older" in {each.code for each in older.findings if each.standing is Standing.UNKNOWN}
    with pytest.raises(PackageNotSoundError):
        arrivals.import_package(session, again, arrival(case.receiver.small, number="R-2"))
    older.taken.drop()
