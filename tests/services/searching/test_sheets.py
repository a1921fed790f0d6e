"""The hits of a search in print."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.support.offices import Small, held_interview, registered
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.searching import SearchFilter, SearchKind
from thb_desktop.errors import SearchEmptyError
from thb_desktop.services.case_file.sheets import write_sheet
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import consultations
from thb_desktop.services.searching import sheets
from thb_desktop.services.searching.sheets import results_sheet

LANGUAGES = ("en", "fr", "nl", "de", "es", "ro")
"""Of documents; a user whose window is in another language gets English."""


def test_a_printed_search_says_what_was_searched_by_whom_how_many_and_each_hit(
    session: Session, small: Small, tmp_path: Path
):
    held_interview(session, small)
    registered(session, small, titles=(("en", "Intelegeti bag"),))
    chosen = SearchFilter(
        case_id=small.case.id,
        kinds=(SearchKind.TESTIMONY, SearchKind.EXHIBIT),
        since=date(1990, 1, 1),
        calling_code="32",
    )

    sheet = results_sheet(session, "intelegeti", chosen, "en")
    pages = write_sheet(sheet, tmp_path / "search.pdf")

    facts = dict(sheet.parts[0].facts)
    assert facts["Searched for"] == "intelegeti"
    assert facts["Case"] == small.case.reference
    assert facts["Kind"] == "testimony, exhibit"
    assert facts["Period"].startswith("1990-01-01")
    assert facts["Country code of numbers without one"] == "+32"
    assert session.user.name in facts["Searched by"]
    assert facts["Found"].startswith(str(len(sheet.parts[1].columns[0][1])))
    printed = subprocess.run(
        ["/usr/bin/pdftotext", "-layout", tmp_path / "search.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert pages == 1
    assert "Results of a search" in printed
    assert small.case.reference in printed
    assert consultations.list_consultations(session)[0].kind in {Consulted.TESTIMONY, Consulted.EXHIBIT}


def test_more_than_is_printed_is_counted_and_said(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sheets, "MOST", 2)
    for number in range(3):
        registered(session, small, titles=(("en", f"Bag {number}"),), number=f"B-{number}")

    sheet = results_sheet(session, "bag", SearchFilter(), "en")

    facts = dict(sheet.parts[0].facts)
    assert facts["Found"].startswith("3")
    assert facts["Printed here, the first"] == "2"
    assert len(sheet.parts[1].columns[0][1]) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_printed_in_each_language_also_without_a_hit(
    session: Session, small: Small, tmp_path: Path, language: str
):
    sheet = results_sheet(session, "护照", SearchFilter(case_id=small.case.id), language)

    assert sheet.language == language
    assert sheet.parts[1].text
    assert write_sheet(sheet, tmp_path / "search.pdf") == 1
    if language != "en":
        english = results_sheet(session, "护照", SearchFilter(case_id=small.case.id), "en")
        same = {label for label, _ in sheet.parts[0].facts} & {label for label, _ in english.parts[0].facts}
        assert not same - {"Person"}


def test_nothing_is_printed_where_nothing_is_searched(session: Session):
    with pytest.raises(SearchEmptyError):
        results_sheet(session, "!", SearchFilter(), "en")
