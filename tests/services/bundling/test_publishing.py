"""Publishing: what is signed is what was approved; the record comes first, and the name of the file last."""

import hashlib
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.bundling.test_bundles import prepared
from tests.support.second_person import ALONE
from thb_desktop.domain.bundle import Bundle
from thb_desktop.errors import (
    AlreadyExistsError,
    ApprovalForeignError,
    ChangeUncertainError,
    StorageError,
    VerificationError,
)
from thb_desktop.services.bundling import bundles, publishing
from thb_desktop.services.bundling.publishing import give_name, unnamed_digests, write_unnamed
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault import safeguards
from thb_desktop.vault.tables import registry


def drawn(length: int) -> bytes:
    return bytes(range(length))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


@pytest.mark.requirement("SR-20", "SR-35")
def test_pages_other_than_those_that_were_approved_are_not_signed(samples: Session, tmp_path: Path):
    first, second = prepared(samples), prepared(samples)
    elsewhere = replace(first.content, release=replace(first.content.release, recipient="Somebody else"))

    for forged in (replace(second, sha256=first.sha256), replace(first, content=elsewhere)):
        with pytest.raises(ApprovalForeignError):
            bundles.sign_bundle(samples, forged, tmp_path / "bundle.pdf", second=ALONE)

    assert registry.BUNDLE.all(samples.read) == ()
    assert names(tmp_path) == []


@pytest.mark.requirement("SR-35", "SR-39")
def test_what_dies_in_the_last_step_of_recording_leaves_no_named_file(
    samples: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    layout, there = prepared(samples), []

    def dies(_: object) -> None:
        there.extend(names(tmp_path))
        raise KeyboardInterrupt

    monkeypatch.setattr(safeguards, "_commit", dies)

    with pytest.raises(KeyboardInterrupt):
        bundles.sign_bundle(samples, layout, tmp_path / "bundle.pdf", second=ALONE)

    monkeypatch.undo()
    assert len(there) == len(list(unnamed_digests(tmp_path / "bundle.pdf"))) == 1
    assert names(tmp_path) == there
    assert registry.BUNDLE.all(samples.read) == ()


@pytest.mark.requirement("SR-35", "SR-39")
def test_what_dies_between_record_and_name_leaves_the_recorded_file_and_the_next_is_told(
    samples: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def dies(_: Path, __: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publishing, "give_name", dies)
    with pytest.raises(KeyboardInterrupt):
        bundles.sign_bundle(samples, prepared(samples), tmp_path / "bundle.pdf", second=ALONE)
    monkeypatch.undo()

    (recorded,) = registry.BUNDLE.all(samples.read)
    (part,) = tmp_path.glob("bundle.pdf.*.part")
    assert digest(part) == recorded.sha256
    with pytest.raises(AlreadyExistsError, match="did not get its name"):
        bundles.sign_bundle(samples, prepared(samples), tmp_path / "bundle.pdf", second=ALONE)


@pytest.mark.requirement("SR-35")
def test_where_the_file_cannot_be_named_it_is_said_that_it_is_recorded_and_lies_beside(
    samples: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    record, target = bundles._recorded, tmp_path / "bundle.pdf"

    def record_and_take(*given: object) -> Bundle:
        (target / "something").mkdir(parents=True)
        return record(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(bundles, "_recorded", record_and_take)

    with pytest.raises(ChangeUncertainError, match="recorded and complete"):
        bundles.sign_bundle(samples, prepared(samples), target, second=ALONE)

    (recorded,) = registry.BUNDLE.all(samples.read)
    assert list(unnamed_digests(target)) == [recorded.sha256]


@pytest.mark.requirement("SR-35")
def test_where_the_medium_fails_at_the_record_the_file_has_no_name_and_is_kept(
    samples: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: object) -> Bundle:
        raise ChangeUncertainError("the medium failed")

    monkeypatch.setattr(bundles, "_recorded", fails)

    with pytest.raises(ChangeUncertainError, match="rename"):
        bundles.sign_bundle(samples, prepared(samples), tmp_path / "bundle.pdf", second=ALONE)

    assert len(list(unnamed_digests(tmp_path / "bundle.pdf"))) == 1
    assert not (tmp_path / "bundle.pdf").exists()


@pytest.mark.requirement("SR-35")
def test_a_release_that_the_journal_cannot_tell_of_is_none(
    samples: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    layout = prepared(samples)

    def fails(*_: object, **__: object) -> None:
        raise StorageError("the medium failed")

    monkeypatch.setattr(UnitOfWork, "consulted", fails)

    with pytest.raises(StorageError):
        bundles.sign_bundle(samples, layout, tmp_path / "bundle.pdf", second=ALONE)

    assert registry.BUNDLE.all(samples.read) == ()
    assert names(tmp_path) == []


@pytest.mark.requirement("SR-35", "SR-55")
def test_a_published_file_appears_whole_and_only_for_its_owner(tmp_path: Path):
    target = tmp_path / "bundle.pdf"

    part = write_unnamed(target, b"whole", randomness=drawn)
    assert names(tmp_path) == ["bundle.pdf.00010203.part"]
    give_name(part, target)

    assert target.read_bytes() == b"whole"
    assert names(tmp_path) == ["bundle.pdf"]
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.requirement("SR-35")
def test_after_an_error_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(publishing, "write_all", lambda file, content: file.write(content[1:]))

    with pytest.raises(VerificationError):
        write_unnamed(tmp_path / "bundle.pdf", b"whole", randomness=drawn)

    assert names(tmp_path) == []


def test_files_of_somebody_elses_beside_it_are_neither_touched_nor_read(tmp_path: Path):
    beside = tmp_path / "bundle.pdf.00010203.part"
    beside.symlink_to(tmp_path / "nowhere")
    (tmp_path / "bundle.pdf.part").write_bytes(b"half a download")

    with pytest.raises(StorageError):
        write_unnamed(tmp_path / "bundle.pdf", b"whole", randomness=drawn)

    assert list(unnamed_digests(tmp_path / "bundle.pdf")) == []
    assert beside.is_symlink()
    assert (tmp_path / "bundle.pdf.part").read_bytes() == b"half a download"
