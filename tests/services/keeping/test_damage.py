"""Every file of a vault cut, lengthened, exchanged and put back: refused or said, never taken for whole."""

import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.figures import Value
from tests.support.offices import (
    NEXT_DAY,
    Small,
    case_file,
    copy_of,
    new_office,
    registered,
    small_case,
    unlock,
)
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.crypto.streams import FULL_LENGTH
from thb_desktop.errors import ThbError
from thb_desktop.findings import Standing
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.keeping import health
from thb_desktop.services.office import vaults
from thb_desktop.vault.reader import head

Figure = Callable[[str, str, Value], None]
HEAD = len(head(0))
SIZES = (700, FULL_LENGTH + 5)
EMPTY = {"lock", "vault.db-journal"}
"""What holds nothing while nobody works; a journal with something in it has a test of its own."""


@dataclass(frozen=True, kw_only=True)
class Office:
    """A vault as it is, as it was the day before, and what this computer remembers of it."""

    now: Path
    before: Path
    heads: Path


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    root = tmp_path_factory.mktemp("damage")
    now, before, heads = root / "office.thbvault", root / "before.thbvault", root / "heads"

    kept: list[Small] = []
    new_office(now, lambda session: kept.append(small_case(session)))
    session = unlock(now)
    for number, size in enumerate(SIZES):
        source = io.BytesIO(bytes([number]) * size)
        exhibit = registered(session, kept[0], number=f"E-{number}")
        exhibit_files.add_file(session, exhibit.id, source=source, name="a", media_type="image/png")
    session.close()
    copy_of(now, before)
    session = unlock(now, start=NEXT_DAY, heads=heads)
    cases.open_case(session, case_file(reference="2026/2"))
    vaults.change_passphrase(session, old=passphrase(), new=passphrase(OTHER_PASSPHRASE))
    session.close()
    return Office(now=now, before=before, heads=heads)


def said(folder: Path, heads: Path) -> set[str]:
    """What is wrong or in doubt, "refused" where the vault does not open; empty where nothing is said."""
    for text in (OTHER_PASSPHRASE, PASSPHRASE):
        try:
            session = unlock(folder, text, start=NEXT_DAY + timedelta(days=1), heads=heads)
        except ThbError:
            continue
        findings = (*session.opening.findings, *health.check_vault(session).findings)
        session.close()
        return {each.code for each in findings if each.standing is not Standing.HOLDS}
    return {"refused"}


Change = tuple[str, Callable[[Path], None]]


def changes_of(office: Office) -> Iterator[Change]:
    """Every way to spoil each file, by a name; each takes the folder of a fresh copy."""
    files = sorted(path.relative_to(office.now) for path in office.now.rglob("*") if path.is_file())
    objects = [file for file in files if file.parts[0] == "content"]
    assert len(objects) == len(SIZES)
    for file in files:
        if file.name in EMPTY:
            continue
        whole = (office.now / file).read_bytes()
        for name, content in spoilt(whole, chunked=file in objects):
            yield f"{file}: {name}", lambda folder, file=file, content=content: put(folder / file, content)
        older = office.before / file
        if older.read_bytes() != whole:
            yield f"{file}: older", lambda folder, file=file: shutil.copy(office.before / file, folder / file)
    yield "objects: exchanged", lambda folder: exchange(*(folder / file for file in objects))
    yield "header: both older", lambda folder: headers_from(office.before, folder)
    yield "header and database: exchanged", lambda folder: exchange(folder / "header", folder / "vault.db")
    yield "all but content: older", lambda folder: all_from(office.before, folder)


def spoilt(whole: bytes, *, chunked: bool) -> Iterator[tuple[str, bytes]]:
    for cut in {0, 1, len(whole) // 2, len(whole) - 1} | ({HEAD, HEAD + FULL_LENGTH} if chunked else set()):
        if cut < len(whole):
            yield f"cut at {cut}", whole[:cut]
    yield "one byte more", whole + b"\0"
    yield "its beginning again", whole + whole[:4096]
    if len(whole) > 3 * 4096:
        yield "4 KiB of zeros", whole[:4096] + bytes(4096) + whole[2 * 4096 :]
    if chunked and len(whole) > HEAD + FULL_LENGTH:
        first, rest = whole[HEAD : HEAD + FULL_LENGTH], whole[HEAD + FULL_LENGTH :]
        yield "messages exchanged", whole[:HEAD] + rest + first
        yield "first message twice", whole[: HEAD + FULL_LENGTH] + first


def put(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def exchange(one: Path, other: Path) -> None:
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)


def headers_from(before: Path, folder: Path) -> None:
    for name in ("header", "header.copy"):
        shutil.copy(before / name, folder / name)


def all_from(before: Path, folder: Path) -> None:
    headers_from(before, folder)
    shutil.copy(before / "vault.db", folder / "vault.db")


@pytest.mark.requirement("SR-8", "SR-9")
def test_no_file_that_was_spoilt_or_put_back_is_taken_for_whole(
    office: Office, tmp_path: Path, figure: Figure
):
    assert said(copy_of(office.now, tmp_path / "sound"), office.heads) == set()
    silent, spoilt_by = [], 0

    for name, change in changes_of(office):
        folder, heads = tmp_path / "copy.thbvault", tmp_path / "heads"
        shutil.copytree(office.now, folder)
        shutil.copytree(office.heads, heads)
        change(folder)
        spoilt_by += 1
        if not said(folder, heads):
            silent.append(name)
        shutil.rmtree(folder)
        shutil.rmtree(heads)

    assert silent == []
    assert spoilt_by > 30
    figure("SR-8", "files cut, lengthened, zeroed, exchanged or put back", spoilt_by)
    figure("SR-8", "silent", len(silent))
