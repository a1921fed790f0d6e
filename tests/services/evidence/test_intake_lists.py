"""Lists of digests of others: compared while files are read, recorded with the run, told with custody."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.services.bundling.test_printed_contents import prepared, words_of
from tests.services.bundling.test_record_digests import attached
from tests.support.offices import Small, registered
from tests.support.samples import sample
from tests.support.second_person import ALONE
from tests.support.strangers import checked_by_script
from thb_desktop.domain.digest_lists import DigestList, check_lists
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import AgentId, ExhibitId, RowId
from thb_desktop.errors import CustodyAppendOnlyError, DigestListError
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits, intake, intake_rows
from thb_desktop.services.evidence.custody_checks import check_exhibit
from thb_desktop.services.evidence.intake import IntakeResult
from thb_desktop.services.keeping import health
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.pdf import check_pdf

LARGE = (1 << 20) + 3


@pytest.fixture
def kept(session: Session, small: Small) -> Exhibit:
    return registered(session, small)


@pytest.fixture
def take(session: Session, kept: Exhibit) -> Callable[..., IntakeResult]:
    return lambda *given, lists: intake.take(lambda work: work(session), kept.id, given, lists=lists)


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    folder = tmp_path / "phone"
    (folder / "DCIM").mkdir(parents=True)
    for name, data in (("DCIM/1.jpg", b"one"), ("DCIM/2.jpg", b"two"), ("film.mp4", bytes(LARGE))):
        (folder / name).write_bytes(data)
    return folder


def listed(target: Path, kind: str, *paths: Path, beside: Path) -> Path:
    lines = [
        f"{hashlib.new(kind, path.read_bytes()).hexdigest()}  {path.relative_to(beside).as_posix()}\n"
        for path in paths
    ]
    target.write_text("".join(lines), "utf-8")
    return target


def findings_of_lists(session: Session, kept: Exhibit) -> list[str]:
    found = check_exhibit(session, kept.id).findings
    return [each.case for each in found if each.case.startswith("list-")]


@pytest.mark.parametrize("kind", ["md5", "sha1", "sha256", "sha512"])
def test_each_kind_of_digest_is_compared_in_the_one_pass(take, phone: Path, tmp_path: Path, kind: str):
    files = sorted(path for path in phone.rglob("*") if path.is_file())
    given = listed(tmp_path / "list", kind, *files, beside=tmp_path)

    (told,) = take(phone, lists=[given]).lists

    assert (told.named, told.agree, told.differ, told.missing, told.unnamed) == (3, 3, (), (), ())
    assert told.sha256 == hashlib.sha256(given.read_bytes()).hexdigest()


def test_what_the_list_says_otherwise_is_recorded_with_the_run_and_told_with_custody(
    session: Session, kept: Exhibit, take, phone: Path
):
    given = listed(phone / "SHA256SUMS", "sha256", phone / "DCIM/1.jpg", phone / "film.mp4", beside=phone)
    with given.open("a", encoding="utf-8") as more:
        more.write(f"{'0' * 64}  gone\n")
    (phone / "DCIM/1.jpg").write_bytes(b"ONE")

    result = take(phone, lists=[given])

    (told,) = result.lists
    one, other = (hashlib.sha256(data).hexdigest() for data in (b"one", b"ONE"))
    assert told.differ == (("phone/DCIM/1.jpg", "sha256", one, other),)
    assert (told.agree, told.missing, told.unnamed) == (1, ("gone",), ("phone/DCIM/2.jpg",))
    assert intake_rows.list_digest_lists(session, kept.id) == (told,)
    assert chain.entries_of(session.read, result.run.id)[-1].parsed().action == "INTAKE_ENDED"
    assert findings_of_lists(session, kept) == ["list-differs", "list-missing"]
    assert len(exhibits.get_exhibit(session, kept.id).files) == 4
    assert {"content", "chain", "tables"} <= {each.code for each in health.check_vault(session).findings}


def test_files_that_are_there_already_are_compared_by_what_was_recorded(take, phone: Path, tmp_path: Path):
    files = sorted(path for path in phone.rglob("*") if path.is_file())
    strong = listed(tmp_path / "strong", "sha256", *files, beside=tmp_path)
    weak = listed(tmp_path / "weak", "md5", *files, beside=tmp_path)
    take(phone, lists=[])

    again, unknown = take(phone, lists=[strong, weak]).lists

    assert (again.agree, again.not_compared) == (3, ())
    assert (unknown.agree, len(unknown.not_compared), unknown.missing) == (0, 3, ())


def test_a_file_that_came_later_is_not_missing_any_more(
    session: Session, kept: Exhibit, take, phone: Path, tmp_path: Path
):
    films, late = tmp_path / "films", tmp_path / "late"
    for folder in (films, late):
        folder.mkdir()
    (films / "a").write_bytes(b"a")
    (films / "b").write_bytes(b"b")
    given = listed(tmp_path / "list", "sha256", films / "a", films / "b", beside=films)
    (films / "b").rename(late / "b")

    take(films, lists=[given])
    before = findings_of_lists(session, kept)
    take(late / "b", lists=[given])

    assert before == ["list-missing"]
    assert findings_of_lists(session, kept) == []


def test_a_run_that_was_stopped_does_not_say_that_nothing_is_missing():
    told = DigestList(
        id=RowId("1"),
        run_id=RowId("whole"),
        exhibit_id=ExhibitId("e"),
        name="list",
        sha256="a" * 64,
        named=2,
        agree=1,
        differ=(),
        missing=("b",),
        unnamed=(),
        not_compared=(),
        by=AgentId("u"),
        at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    stopped = replace(told, run_id=RowId("stopped"), missing=())

    assert [each.case for each in check_lists([told, stopped], {RowId("whole")})] == ["list-missing"]
    assert list(check_lists([told, stopped], {RowId("whole"), RowId("stopped")})) == []


def test_a_list_that_cannot_be_read_refuses_before_anything_is_taken(
    session: Session, kept: Exhibit, take, phone: Path, tmp_path: Path
):
    (tmp_path / "letter").write_text("no list", "utf-8")

    with pytest.raises(DigestListError):
        take(phone, lists=[tmp_path / "letter"])

    assert exhibits.get_exhibit(session, kept.id).files == ()
    assert intake_rows.list_runs(session, kept.id) == ()


def test_what_was_compared_stays(session: Session, take, phone: Path, tmp_path: Path):
    (told,) = take(phone, lists=[listed(tmp_path / "list", "sha256", phone / "film.mp4", beside=phone)]).lists

    def alter() -> None:
        with session.work() as work:
            work.save(replace(told, differ=(), agree=9))

    with pytest.raises(CustodyAppendOnlyError):
        alter()

    assert registry.DIGEST_LIST.all(session.read) == (told,)


def test_bags_of_the_conformance_suite_are_compared(take):
    valid, corrupt = (
        sample(f"04-vectors/bagit/v0.97/{name}") for name in ("valid/basic-bag", "invalid/corrupt-data-file")
    )

    (whole,) = take(valid / "data", lists=[valid / "manifest-md5.txt"]).lists
    (broken,) = take(corrupt / "data", lists=[corrupt / "manifest-md5.txt"]).lists

    assert (whole.agree, whole.differ, whole.missing) == (whole.named, (), ())
    assert len(broken.differ) == 1


def test_a_bundle_tells_what_came_of_a_list_and_verifies(
    session: Session, small: Small, take, phone: Path, tmp_path: Path
):
    given = listed(tmp_path / "list.md5", "md5", phone / "DCIM/1.jpg", phone / "film.mp4", beside=phone)
    (phone / "DCIM/1.jpg").write_bytes(b"ONE")
    (told,) = take(phone, lists=[given]).lists

    made = prepared(session, small)

    words = words_of(made.pdf)
    (held,) = json.loads(attached(made.pdf)["case/case.json"])["exhibits"]
    assert "list.md5" in words
    assert told.sha256 in words.replace(" ", "")
    assert "DCIM/1.jpg" not in words
    assert [(each["agree"], each["differ"], each["missing"]) for each in held["digest_lists"]] == [(1, 1, 0)]
    target, root = tmp_path / "a.pdf", root_certificate(session.office_record)
    bundles.sign_bundle(session, made, target, second=ALONE)
    assert verdict(check_pdf(target.read_bytes(), trusted_roots=[root])) is not Standing.BROKEN
    assert checked_by_script(target.read_bytes(), root, tmp_path)[0] == 0
