"""A colleague's program writes into a vault that somebody has open, or puts another file in its place."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.code import ROOT
from tests.support.offices import NEXT_DAY, Small, case_file, changed, copy_of, exhibit, unlock
from tests.support.offices import act as custody_act
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop.domain.consultation import Consulted
from thb_desktop.errors import ForeignWriteError
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles, extracts
from thb_desktop.services.bundling.bundles import BundleOptions, PreparedBundle
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import drafts
from thb_desktop.services.core import complete_check, login
from thb_desktop.services.core.complete_check import CompleteCheck
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.vault import held_file
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.chain import CONSULTATIONS

FALSE = "UPDATE person_role SET role = 'SUSPECT' WHERE role = 'VICTIM'"
TRUE = "UPDATE person_role SET role = 'VICTIM' WHERE role = 'SUSPECT'"
BY_SQLITE = """
import sys
from pathlib import Path
from thb_desktop.vault.database import connect
connection = connect(Path(sys.argv[1]), bytearray.fromhex(sys.argv[2]), mode=sys.argv[3])
rules = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
connection.execute("BEGIN IMMEDIATE")
for name, _ in rules:
    connection.execute(f"DROP TRIGGER {name}")
connection.execute(sys.argv[4])
for _, rule in rules:
    connection.execute(rule)
connection.execute("COMMIT")
"""
PAGE = 4096
BY_PAGES = """
import os, sys
before = os.stat(sys.argv[1])
with open(sys.argv[1], "r+b", buffering=0) as file:
    file.seek(-int(sys.argv[2]), 2)
    page = file.read(int(sys.argv[2]))
    file.seek(-int(sys.argv[2]), 2)
    file.write(page)
os.utime(sys.argv[1], ns=(before.st_atime_ns, before.st_mtime_ns))
"""


def beside(session: Session, statement: str, *, mode: str = "rw") -> None:
    """In a process of its own, which asks for no lock of ours."""
    file, key = session.vault.layout.database, session.vault.database_key.hex()
    subprocess.run([sys.executable, "-c", BY_SQLITE, file, key, mode, statement], check=True, cwd=ROOT)


def by_sqlite(session: Session) -> None:
    beside(session, FALSE)
    beside(session, TRUE)


def without_locks(session: Session) -> None:
    beside(session, FALSE, mode="rw&nolock=1")


def by_pages(session: Session) -> None:
    """The page stays what it was, the counters of the database too, and the time is set back."""
    subprocess.run([sys.executable, "-c", BY_PAGES, session.vault.layout.database, str(PAGE)], check=True)


def renamed(session: Session) -> None:
    """Another file lies under the name for a moment."""
    file = session.vault.layout.database
    file.rename(file.with_name("aside"))
    shutil.copy(file.with_name("aside"), file)
    file.with_name("aside").rename(file)


@pytest.fixture
def folder(small_office: tuple[Path, Small], tmp_path: Path) -> Path:
    return copy_of(small_office[0], tmp_path / "office.thbvault")


@pytest.fixture
def small(small_office: tuple[Path, Small]) -> Small:
    return small_office[1]


def stands_still(session: Session) -> tuple[int, int]:
    return chain.size_of(session.read), chain.size_of(session.read, CONSULTATIONS)


def is_told(session: Session) -> bool:
    told = [each.key for each in session.opening.findings if each.standing is Standing.BROKEN]
    return told == ["database.foreign"]


@pytest.fixture
def filled(filled_office: Path, tmp_path: Path) -> Iterator[Session]:
    session = unlock(copy_of(filled_office, tmp_path / "office.thbvault"))
    yield session
    session.close()


def laid_out(session: Session) -> PreparedBundle:
    case = cases.list_cases(session)[0].case
    chosen = BundleOptions(
        identities_because="Needed there",
        languages=(case.language,),
        purpose="Execution of EIO-1",
        recipient="DIICOT",
        released_with=ALONE,
        exhibit_ids=(exhibits.list_exhibits(session, case.id)[0].exhibit.id,),
        transfer=AT_HOME,
    )
    return bundles.prepare_bundle(session, case.id, chosen)


def test_no_bundle_is_made_of_the_rows_of_a_second_writer_who_changes_them_back(
    filled: Session, tmp_path: Path
):
    before = chain.size_of(filled.read)

    def released() -> None:
        beside(filled, FALSE)
        prepared = laid_out(filled)
        beside(filled, TRUE)
        bundles.sign_bundle(filled, prepared, tmp_path / "bundle.pdf", second=ALONE)

    with pytest.raises(ForeignWriteError):
        released()

    assert (chain.size_of(filled.read), list(tmp_path.glob("bundle*"))) == (before, [])
    assert is_told(filled)


def test_a_bundle_is_not_signed_after_a_second_writer(filled: Session, tmp_path: Path):
    prepared = laid_out(filled)
    before = chain.size_of(filled.read)
    signing = bundles.begin_signing(filled, prepared, tmp_path / "first.pdf", second=ALONE)
    signed = signing.signed()
    by_sqlite(filled)

    with pytest.raises(ForeignWriteError):
        bundles.publish_bundle(filled, signing, signed)
    with pytest.raises(ForeignWriteError):
        bundles.begin_signing(filled, prepared, tmp_path / "second.pdf", second=ALONE)

    assert (chain.size_of(filled.read), list(tmp_path.glob("*.pdf*"))) == (before, [])


@pytest.mark.parametrize("write", [by_sqlite, without_locks, by_pages, renamed])
def test_after_a_second_writer_no_act_draft_or_view_is_recorded_and_it_is_told(
    folder: Path, small: Small, write: Callable[[Session], None]
):
    session = unlock(folder)
    before = stands_still(session)
    write(session)

    with pytest.raises(ForeignWriteError):
        cases.open_case(session, case_file(reference="2026/2"))
    with pytest.raises(ForeignWriteError):
        drafts.save_form(session, "person", small.case.id, {"note": "typed"})
    session.consulted(Consulted.CASE, small.case.id)

    assert is_told(session)
    assert not session.is_writable
    assert stands_still(session) == before
    session.close()


def test_the_first_view_after_a_second_writer_is_refused(folder: Path, small: Small):
    session = unlock(folder)
    by_sqlite(session)

    with pytest.raises(ForeignWriteError):
        session.consulted(Consulted.CASE, small.case.id)

    assert is_told(session)
    session.close()


def test_an_extract_of_rows_of_a_second_writer_is_not_given_away(folder: Path, small: Small):
    session = unlock(folder)
    kept = exhibits.register_exhibit(session, exhibit(small), custody_act())
    by_sqlite(session)

    with pytest.raises(ForeignWriteError):
        extracts.extract_of(session, [kept.id])
    session.close()


def test_a_second_writer_in_the_middle_of_an_act_waits_for_its_end(folder: Path):
    session = unlock(folder)
    at_once = "connection.execute('PRAGMA busy_timeout = 0')\n"
    impatient = BY_SQLITE.replace("rules =", f"{at_once}rules =")
    file, key = session.vault.layout.database, session.vault.database_key.hex()
    with session.work():
        found = subprocess.run(
            [sys.executable, "-c", impatient, file, key, "rw", FALSE],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    assert "database is locked" in found.stderr
    cases.open_case(session, case_file(reference="2026/2"))
    session.close()


def test_our_own_acts_drafts_and_views_are_no_second_writer(folder: Path, small: Small):
    session = unlock(folder)

    for number in range(2, 12):
        cases.open_case(session, case_file(reference=f"2026/{number}"))
        drafts.save_form(session, "person", small.case.id, {"note": str(number)})
        cases.get_case(session, small.case.id)
        with session.work():
            pass

    assert session.is_writable
    session.close()
    with closing(unlock(folder, start=NEXT_DAY)) as again:
        assert again.opening.is_sound


def test_an_act_with_more_rows_than_the_cache_holds_is_no_second_writer(folder: Path):
    session = unlock(folder)

    with session.drafting() as connection:
        for number in range(300):
            row = {"form": str(number), "agent": session.user.id}
            connection.execute("INSERT INTO form_draft VALUES (:form, '', :agent, zeroblob(20000), '')", row)
        session.verify_writable()

    session.verify_writable()
    session.close()


@pytest.mark.parametrize("meanwhile", ["beside", "before"])
def test_a_check_that_reads_another_file_than_the_session_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, meanwhile: str
):
    monkeypatch.setattr(complete_check, "SMALL", 0)
    clean = tmp_path / "clean"
    shutil.copy(folder / "vault.db", clean)
    changed(folder, falsified)
    os.link(folder / "vault.db", tmp_path / "dirty")

    class Swapping(CompleteCheck):
        def __init__(self, *told: object) -> None:
            clean.replace(folder / "vault.db")
            super().__init__(*told)  # type: ignore[arg-type]

    for place in (login, complete_check):
        monkeypatch.setattr(place, "CompleteCheck", Swapping)
    if meanwhile == "before":
        with pytest.raises(ForeignWriteError):
            unlock(folder)
        return
    session = unlock(folder, beside=True)
    session.settle()
    (tmp_path / "dirty").replace(folder / "vault.db")

    with pytest.raises(ForeignWriteError):
        cases.open_case(session, case_file(reference="2026/2"))
    assert is_told(session)
    session.close()


def falsified(connection) -> None:
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(FALSE)


def test_a_file_that_takes_the_place_of_another_while_it_is_opened_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    other, file = tmp_path / "other", folder / "vault.db"
    shutil.copy(file, other)
    seen = held_file._seen

    def swapping(path: Path, times: bool) -> tuple[int, ...]:
        found = seen(path, times)
        for name, into in ((file, tmp_path / "aside"), (other, file), (tmp_path / "aside", other)):
            name.rename(into)
        return found

    monkeypatch.setattr(held_file, "_seen", swapping)

    with pytest.raises(ForeignWriteError):
        unlock(folder)


def test_the_health_check_judges_the_file_that_is_open(folder: Path):
    session = unlock(folder)
    file = session.vault.layout.database
    file.rename(file.with_name("aside"))
    shutil.copy(file.with_name("aside"), file)

    with pytest.raises(ForeignWriteError):
        session.vault.check_database()
    session.close()
