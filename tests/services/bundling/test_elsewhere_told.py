"""What a bundle tells of a statement made elsewhere: a copy, and where each turn stands in its file."""

import json
from typing import Any

import pytest

from tests.services.bundling.test_decided_records import options, pages_of
from tests.services.bundling.test_record_digests import attached, found
from tests.services.testimony.test_elsewhere import compare, file, whole
from tests.support.attached_records import files_of
from tests.support.offices import Small
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.findings import Standing
from thb_desktop.report import attachments
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import elsewhere, interviews, records

__all__ = ["file"]


def confirmed(session: Session, small: Small, kept: ExhibitFile) -> Any:
    record = whole(session, small, kept)
    compare(session, record, 1)
    compare(session, record, 2)
    elsewhere.finish_comparison(session, record.id)
    findings = interviews.check_interview(session, record.id)
    return interviews.sign_interview(
        session, record.id, [(each, "seen") for each in findings if each.standing is Standing.UNKNOWN]
    )


def pdf_of(session: Session, small: Small, record: Any) -> bytes:
    return bundles.prepare_bundle(session, small.case.id, options(record)).pdf


def test_the_page_says_that_it_is_a_copy_whose_file_prevails_and_where_each_turn_stands(
    session: Session, small: Small, file: ExhibitFile
):
    text = " ".join(pages_of(pdf_of(session, small, confirmed(session, small, file))).split())

    assert "Copie de la déclaration S-RO-03" in text
    assert "Le fichier fait foi" in text
    assert "la signature confirme la copie, non la déclaration" in text
    assert "p. 1, l. 1" in text
    assert "p. 2, l. 1" in text
    assert "Procuror Ionescu" in text
    assert "1 intervention(s) : dactylographié à côté de l'image de la page" in text.replace("’", "'")
    assert "Ce procès-verbal ne dit pas" not in text


def test_the_places_and_comparisons_travel_and_are_covered_by_the_digest(
    session: Session, small: Small, file: ExhibitFile
):
    record = confirmed(session, small, file)

    files = attached(pdf_of(session, small, record))

    told = json.loads(files["case/case.json"])["interviews"][0]
    assert told["elsewhere"][0]["sha256"] == file.sha256
    assert [each["page"] for each in told["places"]] == [1, 1, 2]
    assert told["places"][0]["anchors"][0]["rectangle"] == [100, 90, 800, 110]
    assert len(told["comparisons"]) == 2
    assert files.keys() == files_of(session, small.case.id, options(record)).keys()
    assert told["sha256"] == records.get_interview(session, record.id).interview.record_digest
    assert {code for code, standing in found(files).items() if standing is Standing.BROKEN} == set()


@pytest.mark.parametrize("part", ["elsewhere", "places", "comparisons"])
def test_what_was_changed_in_a_copy_is_found(
    session: Session, small: Small, file: ExhibitFile, monkeypatch: pytest.MonkeyPatch, part: str
):
    record = confirmed(session, small, file)
    honest = attachments.case_data

    def forged(content: Any) -> Any:
        told = honest(content)
        row = told["interviews"][0][part][0]
        row["pages" if part == "elsewhere" else "page"] = 9
        return told

    monkeypatch.setattr(attachments, "case_data", forged)
    files = files_of(session, small.case.id, options(record))

    assert found(files)
