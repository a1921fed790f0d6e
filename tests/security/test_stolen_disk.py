"""A disk that was stolen, and what was given to others: nothing on the one tells of the other."""

import io
import re
from pathlib import Path
from uuid import UUID

import pytest

from tests.support.offices import NEXT_DAY, case_file, new_office, registered, small_case, unlock
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.keeping import backups

SIZES = (0, 1, 700, 70_000, 1_500_000)


@pytest.fixture(scope="module")
def stolen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The disk of an office (vault, backup, what the computer remembers), and what stands in its bundles."""
    disk = tmp_path_factory.mktemp("disk")
    new_office(disk / "office.thbvault")
    session = unlock(disk / "office.thbvault", heads=disk / "heads")
    small = small_case(session)
    kept = registered(session, small)
    files = [
        exhibit_files.add_file(
            session, kept.id, source=io.BytesIO(b"x" * size), name=f"{size}.bin", media_type="text/plain"
        )
        for size in SIZES
    ]
    backups.make_backup(session, disk / "stick")
    subjects = [small.case.id, kept.id, session.user.id, session.vault_id, *(file.id for file in files)]
    told = extract_of(session, subjects).data
    session.close()
    return disk, told


def numbers_of(told: bytes) -> dict[str, set[bytes]]:
    """Each number in it, in every form in which a file could have it."""
    found: dict[str, set[bytes]] = {}
    for match in re.findall(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32,64}\b", told):
        text = match.decode()
        raw = UUID(text).bytes if "-" in text else bytes.fromhex(text)
        found[text] = {match, raw, raw.hex().encode(), raw.hex().upper().encode()}
    return found


@pytest.mark.requirement("SR-5")
def test_no_number_of_a_bundle_stands_on_the_disk_of_its_office(stolen: tuple[Path, bytes], figure):
    disk, told = stolen
    numbers = numbers_of(told)
    paths = list(disk.rglob("*"))
    places = {str(path.relative_to(disk)): path.read_bytes() for path in paths if path.is_file()}

    shown = {
        (text, name)
        for text, forms in numbers.items()
        for name, content in places.items()
        for form in forms
        if form in content or form in name.encode()
    }

    figure("SR-5", "numbers of a bundle looked for on the disk of its office, none found", len(numbers))
    assert len(numbers) > 30
    assert shown == set()


@pytest.mark.requirement("SR-5")
def test_neither_a_date_nor_a_short_code_of_a_bundle_stands_there(stolen: tuple[Path, bytes]):
    disk, told = stolen
    words = set(re.findall(rb"[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}", told)) | {b"2026-06-0", b"thb-backup"}

    for path in disk.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert [word for word in words if word in content] == [], path.name


@pytest.mark.requirement("SR-5")
def test_the_size_of_an_object_tells_the_size_of_a_file_by_a_few_digits_only(stolen: tuple[Path, bytes]):
    disk, _ = stolen

    lengths = sorted(path.stat().st_size for path in (disk / "office.thbvault" / "content").glob("*/*"))

    assert len(lengths) == len(SIZES)
    for length, size in zip(lengths, SIZES, strict=True):
        assert size < length < 1.12 * (size + 120)
    session = unlock(disk / "office.thbvault", start=NEXT_DAY)
    store = session.vault.content
    near = {
        store.places.of(store.store(io.BytesIO(bytes(1_500_000 - less))).object_id).stat().st_size
        for less in (1, 100, 5000, 12_000)
    }
    session.close()
    assert len(near) == 1


@pytest.mark.requirement("SR-5")
def test_what_the_computer_remembers_tells_neither_how_much_was_done_nor_when(
    stolen: tuple[Path, bytes], tmp_path: Path
):
    disk, _ = stolen
    folder = tmp_path / "busy.thbvault"
    new_office(folder)
    for day in range(3):
        session = unlock(folder, start=NEXT_DAY.replace(day=10 + day), heads=tmp_path / "heads")
        cases.open_case(session, case_file(reference=f"2026/{day}"))
        session.close()

    (little,), (much,) = (list(each.iterdir()) for each in (disk / "heads", tmp_path / "heads"))

    assert little.stat().st_size == much.stat().st_size
    assert little.stat().st_mtime == much.stat().st_mtime == much.parent.stat().st_mtime
