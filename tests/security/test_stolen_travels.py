"""What the work of an interpreter leaves on a disk tells of nobody, and has no number of a bundle."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.security.test_stolen_disk import numbers_of
from tests.support import packets
from tests.support.assignments import (
    LINGUIST,
    SOURCES,
    Given,
    assigned,
    first_turn,
    office_with_job,
    open_store,
    render_checked,
)
from tests.support.offices import JUDGE, NEXT_DAY, OFFICE, unlock
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.vault.tables import registry

LANGUAGE = (registry.LANGUAGE_JOB, registry.RENDERING_VERSION, registry.LANGUAGE_CERTIFICATE)
Left = tuple[Path, set[str], bytes]
RENDERED = "Oui, j'ai compris."
DAYS = {"2026-06-0", "20260601", "20260602", "20260603"}


@pytest.fixture(scope="module")
def travelled(tmp_path_factory: pytest.TempPathFactory) -> Left:
    """A disk with an office whose store travels, its packet out and back, and the interpreter's copy of it;
    the words that name somebody; and what the office tells of all of it.
    """
    disk = tmp_path_factory.mktemp("disk")
    folder = disk / "office" / "office.thbvault"
    folder.parent.mkdir()
    given = office_with_job(folder)
    travelling = packets.given_to_travel(folder, given)
    sent = packets.sent(folder, travelling, disk / "out")
    there = packets.taken_in(disk / "out", disk / "laptop", sent.passphrase, sent.root)
    packets.declared(there)
    packets.worked(there, RENDERED)
    packets.returned(there, disk / "back")
    return disk, words_of(given), told_by(folder, given)


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Left:
    """A disk with an office, and a store beside its vault in which the interpreter worked."""
    disk = tmp_path_factory.mktemp("disk")
    folder = disk / "office.thbvault"
    given = office_with_job(folder)
    assignment = assigned(folder, given)
    with closing(open_store(folder, assignment)) as session:
        render_checked(session, first_turn(session), RENDERED)
    return disk, words_of(given), told_by(folder, given)


def words_of(given: Given) -> set[str]:
    return {OFFICE, JUDGE, LINGUIST, given.small.case.reference, RENDERED, *SOURCES, *DAYS}


def told_by(folder: Path, given: Given) -> bytes:
    """What a bundle could tell of it: events of record, users and vault, and rows of the language work."""
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        users = [each.id for each in registry.USER.all(session.read)]
        rows = [row for table in LANGUAGE for row in table.rows(session.read)]
        extract = extract_of(session, [session.vault_id, given.small.case.id, given.interview.id, *users])
        return extract.data + repr(rows).encode()


def places_of(disk: Path) -> dict[str, bytes]:
    """Content of each file by its name."""
    return {str(each.relative_to(disk)): each.read_bytes() for each in disk.rglob("*") if each.is_file()}


@pytest.mark.requirement("SR-5")
@pytest.mark.parametrize("kind", ["beside", "travelled"])
def test_no_name_reference_word_or_day_stands_on_the_disk(kind: str, request: pytest.FixtureRequest):
    disk, words, _ = request.getfixturevalue(kind)

    shown = {
        (word, name)
        for word in words
        for name, content in places_of(disk).items()
        if word in name or word.encode() in content or word.encode("utf-16-le") in content
    }

    assert shown == set()


@pytest.mark.requirement("SR-5")
@pytest.mark.parametrize("kind", ["beside", "travelled"])
def test_no_number_that_the_office_tells_stands_on_the_disk(kind: str, request: pytest.FixtureRequest):
    disk, _, told = request.getfixturevalue(kind)
    numbers = numbers_of(told)

    shown = {
        (text, name)
        for text, forms in numbers.items()
        for name, content in places_of(disk).items()
        for form in forms
        if form in content or form in name.encode()
    }

    assert len(numbers) > 30
    assert shown == set()
