"""A medium that cannot be written to, and a vault that two programs want, on real file systems."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.drills.acts.office import MIB, Template, noise
from tests.drills.acts.office import unlock_later as unlock
from tests.drills.kit.disks import Disk, fill, run, small_disk, why_no_disk
from tests.drills.kit.work import made, workplace
from tests.support.offices import case_file
from thb_desktop.domain.consultation import Consulted
from thb_desktop.errors import DiskFullError, ReadOnlyError, VaultInUseError
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.keeping import health
from thb_desktop.services.office import consultations
from thb_desktop.services.testimony import records


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    with workplace() as folder:
        yield folder


@pytest.fixture(scope="module")
def template(place: Path) -> Template:
    return made(place)


@contextmanager
def nailed_down(folder: Path) -> Iterator[None]:
    """Nobody changes anything there, not even root."""
    run("chattr", "-R", "+i", str(folder))
    try:
        yield
    finally:
        run("chattr", "-R", "-i", str(folder))


@contextmanager
def remounted(folder: Path) -> Iterator[None]:
    run("mount", "-o", "remount,ro", str(folder.parent))
    try:
        yield
    finally:
        run("mount", "-o", "remount,rw", str(folder.parent))


@pytest.fixture
def on_a_disk(template: Template, tmp_path: Path) -> Iterator[Path]:
    if missing := why_no_disk(tmp_path) or ("" if shutil.which("chattr") else "needs chattr"):
        pytest.skip(missing)
    with Disk(tmp_path).mounted() as folder:
        yield template.copied(folder)


def traces(folder: Path) -> dict[Path, tuple[bytes, int]]:
    """Every file with its bytes and the time of its last change; folders with theirs."""
    found = [folder, *folder.rglob("*")]
    return {path: (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns) for path in found}


@pytest.mark.requirement("SR-42")
@pytest.mark.parametrize("unwritable", [remounted, nailed_down])
def test_a_vault_on_a_medium_that_cannot_be_written_to_is_read_and_says_so(
    unwritable, on_a_disk: Path, template: Template
):
    before = traces(on_a_disk)

    with unwritable(on_a_disk):
        session = unlock(on_a_disk)
        opening = {finding.code: finding.standing for finding in session.opening.findings}
        (case,) = cases.list_cases(session)
        (exhibit,) = exhibits.list_exhibits(session, case.case.id)
        heard = records.get_interview(session, template.signed)
        report = health.check_vault(session)
        with pytest.raises(ReadOnlyError):
            cases.open_case(session, case_file(reference="2026/2"))
        session.close()

    assert opening["read-only"] is Standing.UNKNOWN
    assert exhibit.files == 3
    assert heard.interview.is_signed
    assert verdict(report.findings) is not Standing.BROKEN
    assert traces(on_a_disk) == before


@pytest.mark.requirement("SR-42", "SR-43")
def test_two_read_a_vault_side_by_side_where_none_can_write(on_a_disk: Path):
    with remounted(on_a_disk):
        first, second = unlock(on_a_disk), unlock(on_a_disk)

        assert cases.list_cases(first) == cases.list_cases(second)
        first.close()
        second.close()


@pytest.mark.requirement("SR-41")
@pytest.mark.parametrize("is_known", [True, False], ids=["of a known size", "of an unknown size"])
def test_a_file_that_does_not_fit_leaves_room_for_the_event_chain(
    is_known: bool, template: Template, tmp_path: Path
):
    if missing := why_no_disk(tmp_path / "trial"):
        pytest.skip(missing)
    source = tmp_path / "seized.bin"
    source.write_bytes(noise(3 * MIB, seed=7))
    with small_disk(tmp_path / "small", 16 * MIB) as disk:
        folder = template.copied(disk)
        session = unlock(folder)
        fill(disk, leave=2 * MIB)

        with source.open("rb", buffering=0) as stream, pytest.raises(DiskFullError):
            exhibit_files.add_file(
                session,
                template.exhibit,
                source=source if is_known else stream,
                name="seized.bin",
                media_type="application/octet-stream",
            )
        cases.open_case(session, case_file(reference="2026/2"))
        session.close()
        fresh = unlock(folder)

        assert len(cases.list_cases(fresh)) == 2
        assert "content-orphans" not in {finding.code for finding in health.check_vault(fresh).findings}
        fresh.close()


@pytest.mark.requirement("SR-41")
def test_on_a_full_disk_a_look_that_cannot_be_recorded_is_refused_and_served_again_with_room(
    template: Template, tmp_path: Path
):
    if missing := why_no_disk(tmp_path / "trial"):
        pytest.skip(missing)
    with small_disk(tmp_path / "small", 16 * MIB) as disk:
        folder = template.copied(disk)
        session = unlock(folder)
        fill(disk, leave=0)

        try:
            with pytest.raises(DiskFullError, match="each view is recorded: make room"):
                records.get_interview(session, template.signed)
            (disk / "ballast").unlink()
            heard = records.get_interview(session, template.signed)
            found = consultations.list_consultations(session, subject=template.signed)
        finally:
            session.close()

    assert heard.interview.is_signed
    assert [each.kind for each in found] == [Consulted.TESTIMONY]


HOLDER = """
import sys
from pathlib import Path
from tests.drills.acts.office import unlock
from tests.drills.kit.shortcuts import shortcuts
with shortcuts():
    session = unlock(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.mark.requirement("SR-43")
def test_a_second_program_is_refused_until_the_first_is_killed(template: Template, tmp_path: Path):
    folder = template.copied(tmp_path)
    command = [sys.executable, "-c", HOLDER, str(folder)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(VaultInUseError, match="another program"):
            unlock(folder)
        holder.kill()

    unlock(folder).close()
