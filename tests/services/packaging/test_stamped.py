"""A bundle with its time stamp: recorded by an act of its own, and carried by a package."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support import foreign
from tests.support.offices import copy_of, new_office, unlock
from tests.support.packages import Sending, opened, sending
from tests.support.stamps import answered
from thb_desktop.domain.actions import VaultAction
from thb_desktop.errors import AlreadyExistsError, BundleForeignError, BundleNotStampedError
from thb_desktop.findings import Standing
from thb_desktop.report.stamping import ValidationData
from thb_desktop.services.bundling import stamped_bundles
from thb_desktop.services.bundling.stamping import write_request, write_stamped
from thb_desktop.services.core.login import root_pem
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.packaging import packages
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.run import Request, check_file

NOTHING = ValidationData(certificates=[], revocation_lists=[], status_answers=[])


@pytest.fixture(scope="module")
def stamped(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Sending, Path]]:
    """An office with a bundle, and the same bundle with the stamp of an authority."""
    place = tmp_path_factory.mktemp("stamped")
    session = unlock(copy_of(sample_office, place / "office.thbvault"))
    desk = sending(session, place)
    request, answer, file = place / "bundle.tsq", place / "bundle.tsr", place / "stamped.pdf"
    randomness = session.environment.randomness
    write_request(desk.bundle, request, data=NOTHING, randomness=randomness)
    answered(request, answer, foreign.authority())
    write_stamped(desk.bundle, request, answer, file, data=NOTHING)
    yield desk, file
    session.close()


@pytest.fixture
def desk(stamped: tuple[Sending, Path], tmp_path: Path) -> Iterator[Sending]:
    """The same office in a copy of its own."""
    session = unlock(copy_of(stamped[0].session.vault.folder, tmp_path / "office.thbvault"))
    yield replace(stamped[0], session=session, place=tmp_path)
    session.close()


def test_a_stamped_bundle_is_recorded_and_a_package_carries_it(
    desk: Sending, stamped: tuple[Sending, Path], tmp_path: Path
):
    file = stamped[1]
    with pytest.raises(BundleForeignError):
        packages.offered_by(desk.session, packages.read_bundle(file))

    recorded = stamped_bundles.record_stamped(desk.session, file)
    made = replace(desk, bundle=file).made(tmp_path / "sent", identities_because="Ordered")
    container = opened(tmp_path / "sent", tmp_path / "opened.asice", desk.addressee)
    root = tmp_path / "root.pem"
    root.write_text(root_pem(desk.session.office_record))
    findings = check_file(Request(file=container, roots=(root,)))

    bundle = registry.BUNDLE.find(desk.session.read, recorded.bundle_id)
    assert bundle is not None
    assert made.package.bundle_id == bundle.id
    assert recorded.sha256 == sha256(file.read_bytes()).hexdigest() != bundle.sha256
    assert stamped_bundles.list_stamped(desk.session, bundle.id) == (recorded,)
    assert "time-stamped" in {each.code for each in findings}
    assert [each.key for each in findings if each.standing is Standing.BROKEN] == []
    assert VaultAction.BUNDLE_STAMPED in {each.parsed().action for each in chain.entries(desk.session.read)}
    report = check_vault(desk.session)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()
    with pytest.raises(AlreadyExistsError):
        stamped_bundles.record_stamped(desk.session, file)


def test_a_package_with_a_stamped_bundle_that_no_event_tells_is_not_valid(
    desk: Sending, stamped: tuple[Sending, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Whoever changes the program and packs a stamped file without its event is found by the receiver."""
    file = stamped[1]
    (bundle,) = registry.BUNDLE.where(
        desk.session.read, "sha256", sha256(desk.bundle.read_bytes()).hexdigest()
    )
    monkeypatch.setattr("thb_desktop.services.packaging.package_content.bundle_of", lambda *_: bundle)

    replace(desk, bundle=file).made(tmp_path / "sent", identities_because="Ordered")
    container = opened(tmp_path / "sent", tmp_path / "opened.asice", desk.addressee)

    found = {each.code for each in check_file(Request(file=container)) if each.standing is Standing.BROKEN}
    assert "package-bundle-untold" in found


@pytest.mark.parametrize(
    "spoil",
    [
        lambda signed, _: signed,
        lambda signed, _: signed + b"\n% more\n%%EOF\n",
        lambda _, with_stamp: with_stamp + b"\n% more\n%%EOF\n",
        lambda _, with_stamp: with_stamp[:-400] + b"0" * 400,
    ],
    ids=["no stamp", "something else behind", "more behind the stamp", "a damaged end"],
)
def test_what_is_no_bundle_with_its_stamp_alone_is_refused(
    desk: Sending, stamped: tuple[Sending, Path], tmp_path: Path, spoil
):
    file = tmp_path / "spoilt.pdf"
    file.write_bytes(spoil(desk.bundle.read_bytes(), stamped[1].read_bytes()))

    with pytest.raises(BundleNotStampedError):
        stamped_bundles.record_stamped(desk.session, file)
    assert registry.STAMPED_BUNDLE.all(desk.session.read) == ()


def test_the_stamped_bundle_of_another_vault_is_refused(stamped: tuple[Sending, Path], tmp_path: Path):
    new_office(tmp_path / "other.thbvault")
    session = unlock(tmp_path / "other.thbvault")

    with pytest.raises(BundleForeignError):
        stamped_bundles.record_stamped(session, stamped[1])
    session.close()
