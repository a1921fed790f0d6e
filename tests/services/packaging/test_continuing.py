"""A package that was begun and not finished: the next run goes on after what is whole, and trusts no name."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tests.security.test_stolen_disk import numbers_of
from tests.support.offices import OFFICE, copy_of, unlock
from tests.support.packages import ORDERED, Sending, again, opened, sending
from tests.support.sampled import few
from tests.support.second_person import ALONE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.errors import (
    AlreadyExistsError,
    BegunDiffersError,
    CancelledError,
    ChangeUncertainError,
    LeavingBarredError,
    PackageBegunError,
    PackageNotBegunError,
    SigningError,
    StorageError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.login import root_pem
from thb_desktop.services.evidence import leaving
from thb_desktop.services.packaging import naming, package_files, packages
from thb_desktop.services.packaging.begun import BEGUN, PROGRESS
from thb_desktop.services.packaging.envelope import ENVELOPE
from thb_desktop.services.packaging.folders import VOLUMES, help_files
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.run import Request, check_file

pytestmark = pytest.mark.usefixtures("known_scans")


@pytest.fixture(scope="module")
def office(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sending]:
    place = tmp_path_factory.mktemp("begun")
    folder = copy_of(sample_office, place / "office.thbvault")
    session = unlock(folder)
    desk = sending(session, place)
    session.close()
    return folder, desk


@pytest.fixture
def desk(office: tuple[Path, Sending], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sending]:
    """A desk whose packages have many volumes: files beside the container, and 1 MB at most in each."""
    monkeypatch.setattr(package_files, "SMALL", 1000)
    monkeypatch.setattr(package_files, "LARGE", 1000)
    session = unlock(copy_of(office[0], tmp_path / "copy.thbvault"))
    yield again(office[1], session, tmp_path)
    session.close()


class Pulled:
    """The drive is pulled at the first byte beyond a share of what is read."""

    def __init__(self, share: float = 0.9) -> None:
        self._share = share

    def __call__(self, done: int, total: int) -> None:
        if done >= total * self._share:
            raise StorageError("the medium failed")


def begin(desk: Sending, folder: Path, *, share: float = 0.9, **changes: object) -> packages.PreparedPackage:
    """Begin a package, and lose the medium."""
    prepared = desk.prepared(identities_because=ORDERED, largest=1, **changes)
    with pytest.raises(StorageError):
        packages.make_package(desk.session, prepared, folder, second=ALONE, progress=Pulled(share))
    return prepared


def prepared_again(desk: Sending, begun: packages.BegunPackage) -> packages.PreparedPackage:
    published = packages.read_bundle(desk.bundle)
    return packages.lay_out_package(packages.gather_begun(desk.session, published, begun))


def found(desk: Sending, folder: Path) -> packages.BegunPackage:
    begun = packages.find_begun(desk.session, folder)
    assert begun is not None
    return begun


def go_on(desk: Sending, folder: Path) -> packages.MadePackage:
    begun = found(desk, folder)
    prepared = prepared_again(desk, begun)
    return packages.make_package(desk.session, prepared, folder, second=ALONE, begun=begun)


def volumes(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {each.name: (each.read_bytes(), each.stat().st_ino) for each in folder.glob("*.p7m")}


def made_events(desk: Sending) -> int:
    actions = [signed.parsed().action for signed in chain.entries(desk.session.read)]
    return actions.count(VaultAction.PACKAGE_MADE)


def test_the_next_run_goes_on_after_what_is_whole_and_publishes_once(desk: Sending, tmp_path: Path):
    folder = tmp_path / "sent"
    first = begin(desk, folder)
    part = found(desk, folder).part
    whole = found(desk, folder).whole
    before = volumes(part)

    made = go_on(desk, folder)

    after = volumes(folder)
    same = [name for name in before if after.get(name) == before[name]]
    assert len(same) == whole > 3
    assert len(after) == made.package.volumes > whole
    assert (made.package.id, made.package.sheet) == (first.content.id, first.sha256)
    assert made_events(desk) == 1
    assert {each.name for each in folder.iterdir()} == {*after, VOLUMES, ENVELOPE, *dict(help_files())}
    assert not part.exists()
    got = opened(folder, tmp_path / "got", desk.addressee)
    root = tmp_path / "root.pem"
    root.write_text(root_pem(desk.session.office_record))
    told = check_file(Request(file=got / "package.asice", roots=(root,)))
    assert verdict(told) is Standing.HOLDS
    assert sha256((got / "package.asice").read_bytes()).hexdigest() == made.package.sha256


def test_before_it_is_finished_nothing_looks_whole(desk: Sending, tmp_path: Path):
    begin(desk, tmp_path / "sent")

    part = found(desk, tmp_path / "sent").part
    assert not (tmp_path / "sent").exists()
    assert not (part / VOLUMES).exists()
    assert registry.PACKAGE.all(desk.session.read) == ()


@pytest.mark.parametrize("harm", few(["byte", "cut", "exchanged", "missing", "appended"], 2))
def test_a_volume_that_is_not_what_was_written_is_written_again(desk: Sending, tmp_path: Path, harm: str):
    folder = tmp_path / "sent"
    begin(desk, folder)
    part = found(desk, folder).part
    first, second, *_ = sorted(part.glob("*.p7m"))
    content = first.read_bytes()
    if harm == "byte":
        first.write_bytes(content[:-9] + bytes([content[-9] ^ 1]) + content[-8:])
    elif harm == "cut":
        first.write_bytes(content[:-1])
    elif harm == "exchanged":
        first.write_bytes(second.read_bytes())
    elif harm == "missing":
        first.unlink()
    else:
        first.write_bytes(content + b"\0")

    go_on(desk, folder)

    assert volumes(folder)[first.name][0] != content
    assert opened(folder, tmp_path / "got", desk.addressee).is_dir()


def test_of_what_an_earlier_version_began_every_volume_is_written_again(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Its lines tell another digest of what was closed: they are not read, and nothing is refused."""
    folder = tmp_path / "sent"
    with monkeypatch.context() as earlier:
        earlier.setattr("thb_desktop.services.packaging.begun._LINE_FORM", "thb-package-progress/1")
        begin(desk, folder)
        before = volumes(found(desk, folder).part)
        assert found(desk, folder).whole > 3

    whole = found(desk, folder).whole
    go_on(desk, folder)

    assert whole == 0
    assert all(volumes(folder)[name] != was for name, was in before.items())
    assert opened(folder, tmp_path / "got", desk.addressee).is_dir()


def believed_of(desk: Sending, folder: Path, lines: list[bytes]) -> int:
    """How many volumes these lines tell of: the line of the signature stands anywhere among them."""
    (found(desk, folder).part / PROGRESS).write_bytes(b"".join(lines))
    return found(desk, folder).whole


@pytest.mark.parametrize("harm", few(["line", "order", "foreign", "gone", "torn"], 2))
def test_progress_that_was_changed_is_believed_no_further(desk: Sending, tmp_path: Path, harm: str):
    folder = tmp_path / "sent"
    begin(desk, folder)
    progress = found(desk, folder).part / PROGRESS
    lines = progress.read_bytes().splitlines(keepends=True)
    whole = found(desk, folder).whole
    first, but_last = (believed_of(desk, folder, each) for each in (lines[:1], lines[:-1]))
    if harm == "line":
        lines[1] = lines[1].swapcase()
    elif harm == "order":
        lines.reverse()
    elif harm == "foreign":
        begin(desk, tmp_path / "other")
        lines = (found(desk, tmp_path / "other").part / PROGRESS).read_bytes().splitlines(keepends=True)
    elif harm == "torn":
        lines[-1] = lines[-1][:20]
    progress.write_bytes(b"" if harm == "gone" else b"".join(lines))

    believed = found(desk, folder).whole
    go_on(desk, folder)

    assert believed == {"line": first, "order": whole, "foreign": 0, "gone": 0, "torn": but_last}[harm]
    assert opened(folder, tmp_path / "got", desk.addressee).is_dir()


@pytest.mark.requirement("SR-5")
def test_a_folder_that_was_begun_names_no_office_case_person_or_day_and_no_number_of_its_bundle(
    desk: Sending, tmp_path: Path
):
    """Only the help for its receiver is in clear, and that of no package differs from another's."""
    session, stick = desk.session, tmp_path / "stick"
    stick.mkdir()
    begin(desk, stick / "sent")
    case_ids = [each.case.id for each in cases.list_cases(session)]
    words = {OFFICE, session.user.name, *(each.case.reference for each in cases.list_cases(session))}
    told = extract_of(session, [session.vault_id, session.user.id, *case_ids]).data
    numbers = {form for forms in numbers_of(told).values() for form in forms}
    looked_for = numbers | {word.encode() for word in (*words, "2026-06-0")}

    found = {path.name: path.read_bytes() for path in stick.rglob("*") if path.is_file()}

    assert {BEGUN, PROGRESS} <= found.keys()
    assert len(numbers) > 100
    assert {(name, word) for name, data in found.items() for word in looked_for if word in data} == set()
    assert {
        word for path in stick.rglob("*") for word in words if word in str(path.relative_to(stick))
    } == set()


def test_another_package_does_not_take_the_place_of_one_that_was_begun(desk: Sending, tmp_path: Path):
    begin(desk, tmp_path / "sent")

    with pytest.raises(PackageBegunError):
        desk.made(tmp_path / "sent", identities_because=ORDERED)


def test_where_nothing_was_begun_there_is_nothing_to_continue(desk: Sending, tmp_path: Path):
    (tmp_path / "sent.0123abcd.part").mkdir()

    assert packages.find_begun(desk.session, tmp_path / "sent") is None
    assert packages.find_begun(desk.session, tmp_path / "nowhere" / "sent") is None


@pytest.mark.parametrize("harm", ["changed", "link", "of another vault"])
def test_what_this_user_did_not_seal_is_not_continued(
    desk: Sending, sample_office: Path, tmp_path: Path, harm: str
):
    begin(desk, tmp_path / "sent")
    sealed = found(desk, tmp_path / "sent").part / BEGUN
    session = desk.session
    if harm == "changed":
        content = sealed.read_bytes()
        sealed.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    elif harm == "link":
        sealed.rename(tmp_path / "moved")
        sealed.symlink_to(tmp_path / "moved")
    else:
        session = unlock(copy_of(sample_office, tmp_path / "other.thbvault"))
        session.vault.vault_id = bytes(16)

    assert packages.find_begun(session, tmp_path / "sent") is None


def test_only_the_bundle_with_which_it_was_begun_continues_it(desk: Sending, tmp_path: Path):
    begin(desk, tmp_path / "sent")
    other = packages.PublishedBundle(pdf=b"%PDF", sha256="0" * 64)

    with pytest.raises(PackageNotBegunError):
        packages.gather_begun(desk.session, other, found(desk, tmp_path / "sent"))


def test_what_must_not_leave_since_stops_it(desk: Sending, tmp_path: Path):
    begin(desk, tmp_path / "sent")
    leaving.bar_exhibit(desk.session, desk.exhibit("E-10"), BarKind.CONSENT_NEEDED, "The court asked for it")

    with pytest.raises(LeavingBarredError):
        go_on(desk, tmp_path / "sent")
    assert found(desk, tmp_path / "sent").whole > 3


def test_a_package_made_meanwhile_has_its_number_and_it_is_begun_again(desk: Sending, tmp_path: Path):
    begin(desk, tmp_path / "sent")
    desk.made(tmp_path / "other", identities_because=ORDERED)

    with pytest.raises(BegunDiffersError):
        go_on(desk, tmp_path / "sent")


def test_other_content_than_was_begun_is_refused(desk: Sending, tmp_path: Path):
    """A reason of another wording stands in the sheet, and so in the volumes that are there."""
    begin(desk, tmp_path / "sent")
    begun = found(desk, tmp_path / "sent")
    changed = replace(begun, terms=replace(begun.terms, identities_because="Another order"))

    with pytest.raises(BegunDiffersError):
        packages.make_package(
            desk.session,
            prepared_again(desk, changed),
            tmp_path / "sent",
            second=ALONE,
            begun=begun,
        )
    assert made_events(desk) == 0


def test_a_recorded_package_without_its_name_gets_it_and_nothing_is_recorded_again(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "sent"
    prepared = desk.prepared(identities_because=ORDERED, words="en")
    with monkeypatch.context() as killed:
        killed.setattr(packages, "name_folder", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            packages.make_package(desk.session, prepared, folder, second=ALONE)
    begun = found(desk, folder)
    assert begun.recorded is not None
    with pytest.raises(AlreadyExistsError):
        desk.made(folder, identities_because=ORDERED)

    made = packages.finish_package(desk.session, begun, folder)

    assert made.package == begun.recorded
    assert len(made.passphrase.split()) == 5
    assert made_events(desk) == 1
    assert {BEGUN, PROGRESS}.isdisjoint(each.name for each in folder.iterdir())


def test_what_somebody_put_into_a_recorded_folder_does_not_leave_with_it(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "sent"
    prepared = desk.prepared(identities_because=ORDERED, telephone="+32 2 000 00 00")
    with monkeypatch.context() as killed:
        killed.setattr(packages, "name_folder", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            packages.make_package(desk.session, prepared, folder, second=ALONE)
    begun = found(desk, folder)
    told = (begun.part / ENVELOPE).read_bytes()
    assert b"+32 2 000 00 00" in told
    (begun.part / ENVELOPE).write_text("Call +32 000 for the key", "utf-8")
    (begun.part / "open.sh").write_text("#!/bin/sh\nrm -r ~\n", "utf-8")
    (begun.part / "README.txt").unlink()
    (begun.part / "README.txt").symlink_to(tmp_path / "elsewhere")
    (begun.part / "other.001.p7m").write_bytes(b"another")
    (begun.part / "folder").mkdir()
    (begun.part / "folder" / "open.exe").write_bytes(b"MZ")

    packages.finish_package(desk.session, begun, folder)

    assert {each.name for each in folder.iterdir()} == {
        *volumes(folder),
        VOLUMES,
        ENVELOPE,
        *dict(help_files()),
    }
    assert "other.001.p7m" not in volumes(folder)
    assert [(folder / name).read_bytes() for name, _ in help_files()] == [told for _, told in help_files()]
    assert (folder / ENVELOPE).read_bytes() == told
    assert not (folder / "README.txt").is_symlink()


def test_a_folder_in_what_was_begun_is_taken_away(desk: Sending, tmp_path: Path):
    folder = tmp_path / "sent"
    begin(desk, folder)
    (found(desk, folder).part / "folder").mkdir()

    go_on(desk, folder)

    assert not (folder / "folder").exists()


def test_a_medium_that_fails_once_more_loses_nothing_of_what_is_whole(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "sent"
    begin(desk, folder)
    whole = found(desk, folder).whole

    def fails(path: Path, content: bytes) -> None:
        raise OSError

    with monkeypatch.context() as pulled:
        pulled.setattr("thb_desktop.services.packaging.begun.write_whole", fails)
        with pytest.raises(StorageError):
            go_on(desk, folder)

    assert found(desk, folder).whole == whole > 3


def test_a_recorded_package_that_the_medium_does_not_return_gets_no_name(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "sent"
    prepared = desk.prepared(identities_because=ORDERED)
    with monkeypatch.context() as killed:
        killed.setattr(packages, "name_folder", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            packages.make_package(desk.session, prepared, folder, second=ALONE)
    begun = found(desk, folder)
    volume = next(begun.part.glob("*.p7m"))
    volume.write_bytes(volume.read_bytes()[:-1])

    with pytest.raises(BegunDiffersError):
        packages.finish_package(desk.session, begun, folder)
    assert not folder.exists()


def test_what_was_recorded_since_it_was_looked_for_is_not_written_again_and_stays(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "sent"
    begin(desk, folder)
    begun = found(desk, folder)
    prepared = prepared_again(desk, begun)
    with monkeypatch.context() as killed:
        killed.setattr(packages, "name_folder", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            packages.make_package(desk.session, prepared, folder, second=ALONE, begun=begun)
    before = volumes(begun.part)

    with pytest.raises(AlreadyExistsError):
        packages.make_package(desk.session, prepared, folder, second=ALONE, begun=begun)

    assert volumes(begun.part) == before
    packages.finish_package(desk.session, found(desk, folder), folder)
    assert made_events(desk) == 1


def test_a_copy_of_the_folder_from_before_does_not_publish_it_a_second_time(desk: Sending, tmp_path: Path):
    folder = tmp_path / "sent"
    begin(desk, folder)
    part = found(desk, folder).part
    shutil.copytree(part, tmp_path / "twin.0123abcd.part")
    go_on(desk, folder)

    again = found(desk, tmp_path / "twin")

    assert again.recorded is not None
    with pytest.raises(BegunDiffersError):
        packages.gather_begun(desk.session, packages.read_bundle(desk.bundle), again)
    with pytest.raises((BegunDiffersError, StorageError)):
        packages.finish_package(desk.session, again, tmp_path / "twin")
    assert made_events(desk) == 1


def test_the_passphrase_is_that_of_the_volumes_that_were_whole(desk: Sending, tmp_path: Path):
    folder = tmp_path / "sent"
    begin(desk, folder, words="fr")
    words = found(desk, folder).terms.passphrase

    made = go_on(desk, folder)

    assert made.passphrase == words
    assert words
    assert words.encode() not in b"".join(each.read_bytes() for each in folder.iterdir())


def test_what_waits_on_the_drive_says_nothing_in_clear(desk: Sending, tmp_path: Path):
    begin(desk, tmp_path / "sent", words="fr")
    begun = found(desk, tmp_path / "sent")

    written = b"".join(each.read_bytes() for each in begun.part.iterdir())
    for secret in (begun.terms.passphrase, begun.terms.number, ORDERED, desk.session.user.name):
        assert secret.encode() not in written


def test_who_stops_it_leaves_nothing(desk: Sending, tmp_path: Path):
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        packages.make_package(
            desk.session,
            desk.prepared(identities_because=ORDERED),
            tmp_path / "sent",
            second=ALONE,
            progress=stop,
        )

    assert not list(tmp_path.glob("sent*"))


def test_it_can_be_continued_more_than_once(desk: Sending, tmp_path: Path):
    folder = tmp_path / "sent"
    begin(desk, folder, share=0.005)
    first = found(desk, folder).whole
    begun = found(desk, folder)
    with pytest.raises(StorageError):
        packages.make_package(
            desk.session,
            prepared_again(desk, begun),
            folder,
            second=ALONE,
            begun=begun,
            progress=Pulled(0.95),
        )
    second = found(desk, folder).whole

    go_on(desk, folder)

    assert first < second
    assert made_events(desk) == 1


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_signature_that_is_not_made_loses_nothing_of_what_is_whole(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The card of the signer may be out: what was written and read back stays for the next run."""
    monkeypatch.setattr(package_files, "SMALL", 1 << 20)  # all files in the container: it has two volumes
    folder = tmp_path / "sent"
    prepared = desk.prepared(identities_because=ORDERED, largest=1)
    packing = packages.begin_package(desk.session, prepared, folder, second=ALONE)
    without = replace(packing, signer=replace(packing.signer, certificate=None))  # type: ignore[type-var]

    with pytest.raises(SigningError):
        without.written()

    assert not folder.exists()
    part = found(desk, folder).part
    before = volumes(part)
    whole = found(desk, folder).whole
    go_on(desk, folder)
    assert len(before.items() & volumes(folder).items()) == whole > 0
    assert made_events(desk) == 1


def test_what_dies_after_the_name_and_before_the_rest_is_taken_out_is_continued(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Until the folder has its name, the passphrase of its volumes stands in nothing else."""
    folder = tmp_path / "sent"
    prepared = desk.prepared(identities_because=ORDERED, words="en")
    with monkeypatch.context() as killed:
        killed.setattr(naming, "forget", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            packages.make_package(desk.session, prepared, folder, second=ALONE)
    begun = found(desk, folder)
    assert (begun.part, begun.recorded is not None) == (folder, True)
    with pytest.raises(AlreadyExistsError, match="continue it"):
        packages.verify_place(desk.session, folder)

    made = packages.finish_package(desk.session, begun, folder)

    assert len(made.passphrase.split()) == 5
    assert {each.name for each in folder.iterdir()} == {
        *volumes(folder),
        VOLUMES,
        ENVELOPE,
        *dict(help_files()),
    }
    assert packages.find_begun(desk.session, folder) is None
    assert made_events(desk) == 1


def test_a_name_that_the_medium_refuses_leaves_what_a_later_run_needs(
    desk: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "sent"
    prepared = desk.prepared(identities_because=ORDERED, words="en")
    with monkeypatch.context() as pulled:
        pulled.setattr(naming, "sync_folder", _fails)
        with pytest.raises(ChangeUncertainError):
            packages.make_package(desk.session, prepared, folder, second=ALONE)

    made = packages.finish_package(desk.session, found(desk, folder), folder)

    assert len(made.passphrase.split()) == 5
    assert made_events(desk) == 1


def test_a_folder_with_the_name_that_nobody_recorded_is_no_package_of_ours(desk: Sending, tmp_path: Path):
    begin(desk, tmp_path / "sent")
    found(desk, tmp_path / "sent").part.rename(tmp_path / "sent")

    assert packages.find_begun(desk.session, tmp_path / "sent") is None
    with pytest.raises(AlreadyExistsError):
        packages.verify_place(desk.session, tmp_path / "sent")


def _fails(_: Path) -> None:
    raise StorageError("the medium failed")


def test_a_place_where_a_package_waits_is_refused_before_anything_is_read(desk: Sending, tmp_path: Path):
    begin(desk, tmp_path / "sent")

    with pytest.raises(PackageBegunError):
        packages.verify_place(desk.session, tmp_path / "sent")
    packages.verify_place(desk.session, tmp_path / "elsewhere")
    packages.verify_place(desk.session, tmp_path / "sent", found(desk, tmp_path / "sent"))
