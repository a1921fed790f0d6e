"""Bytes that are material of child sexual abuse in one exhibit are nowhere shown, and leave from nowhere
(V-E-09).
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.services.bundling.test_taking_out import SAID
from tests.services.searching.test_search import CONFINED
from tests.support.offices import Small, registered
from tests.support.second_person import ALONE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.errors import MaterialNotShownError, SecondPersonError
from thb_desktop.services.bundling import taking_out
from thb_desktop.services.bundling.file_texts import texts_in
from thb_desktop.services.bundling.printed_contents import not_printable
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, leaving, looks, signature_checks
from thb_desktop.services.keeping import health
from thb_desktop.services.searching import files as texts
from thb_desktop.services.searching.search import search
from thb_desktop.vault.tables import chain

SAME = b"Words of the harbour.\n"


def added(session: Session, small: Small, number: str, content: bytes = SAME) -> ExhibitFile:
    kept = registered(session, small, number=number)
    name = f"{number}.txt"
    return exhibit_files.add_file(
        session, kept.id, source=BytesIO(content), name=name, media_type="text/plain"
    )


@pytest.fixture
def twin(session: Session, small: Small) -> ExhibitFile:
    """A file of an exhibit without a bar; another exhibit with the same bytes is barred."""
    barred, file = added(session, small, "E-91"), added(session, small, "E-92")
    leaving.bar_exhibit(session, barred.exhibit_id, BarKind.ABUSE_MATERIAL, "The unit told us")
    return file


@pytest.mark.parametrize(
    "opens",
    [looks.look_at, exhibit_files.open_file, signature_checks.open_signed],
    ids=lambda each: each.__name__,
)
def test_the_same_bytes_are_not_shown_in_another_exhibit(
    session: Session, twin: ExhibitFile, opens: Callable[..., object]
):
    with pytest.raises(MaterialNotShownError):
        opens(session, twin.id)


def test_other_bytes_and_empty_files_are_shown(session: Session, small: Small):
    barred, other = added(session, small, "E-91", b""), added(session, small, "E-92", b"")
    leaving.bar_exhibit(session, barred.exhibit_id, BarKind.ABUSE_MATERIAL, "The unit told us")
    different = added(session, small, "E-93", b"Words of the market.\n")

    for each in (other, different):
        with exhibit_files.open_file(session, each.id) as opened:
            assert len(opened.read()) == each.size


def test_what_derives_from_the_barred_exhibit_counts_too(session: Session, small: Small):
    barred = added(session, small, "E-91", b"The telephone\n")
    derived = registered(session, small, number="E-92", parent_id=barred.exhibit_id)
    exhibit_files.add_file(session, derived.id, source=BytesIO(SAME), name="p", media_type="text/plain")
    file = added(session, small, "E-93")
    leaving.bar_exhibit(session, barred.exhibit_id, BarKind.ABUSE_MATERIAL, "The unit told us")

    with pytest.raises(MaterialNotShownError):
        exhibit_files.open_file(session, file.id)


def test_the_same_bytes_go_out_by_two_persons_alone(session: Session, twin: ExhibitFile, tmp_path: Path):
    assert taking_out.takes_two(session, twin.id)
    with pytest.raises(SecondPersonError):
        taking_out.take_out(session, twin.id, tmp_path / "copy.txt", SAID, second=None)
    assert not (tmp_path / "copy.txt").exists()

    taking_out.take_out(session, twin.id, tmp_path / "copy.txt", SAID, second=ALONE)

    assert [*chain.entries(session.read)][-1].parsed().action == VaultAction.BARRED_FILE_TAKEN_OUT
    assert "act-exceeded" not in {each.code for each in health.check_vault(session).findings}


def test_what_went_out_before_the_other_exhibit_was_barred_was_no_fault(
    session: Session, small: Small, tmp_path: Path
):
    barred, file = added(session, small, "E-91"), added(session, small, "E-92")
    taking_out.take_out(session, file.id, tmp_path / "copy.txt", SAID, second=None)
    leaving.bar_exhibit(session, barred.exhibit_id, BarKind.ABUSE_MATERIAL, "The unit told us")

    assert "act-exceeded" not in {each.code for each in health.check_vault(session).findings}


def test_the_content_of_its_exhibit_is_not_printed(session: Session, twin: ExhibitFile):
    assert not_printable(session.read, [twin.exhibit_id]) == ("E-92",)


@CONFINED
def test_words_that_were_read_of_it_are_not_found_any_more(session: Session, small: Small):
    barred, file = added(session, small, "E-91"), added(session, small, "E-92")
    texts.read_files(lambda work: work(session), small.case.id)
    assert {each.file for each in search(session, "harbour").hits} == {"E-91.txt", "E-92.txt"}

    leaving.bar_exhibit(session, barred.exhibit_id, BarKind.ABUSE_MATERIAL, "The unit told us")

    assert search(session, "harbour").hits == ()
    assert search(session, "harbour").total == 0
    texts.read_files(lambda work: work(session), small.case.id)
    assert search(session, "harbour").total == 0
    with pytest.raises(MaterialNotShownError):
        looks.look_at(session, file.id)


def test_its_words_are_not_offered_for_masking(session: Session, twin: ExhibitFile):
    assert texts_in(session, twin.exhibit_id) == ()
    other = added_like(session, twin, b"Words of the market.\n")
    assert [file.id for file, _ in texts_in(session, other.exhibit_id)] == [other.id]


def added_like(session: Session, file: ExhibitFile, content: bytes) -> ExhibitFile:
    """Another file in the same exhibit."""
    return exhibit_files.add_file(
        session, file.exhibit_id, source=BytesIO(content), name="other.txt", media_type="text/plain"
    )
