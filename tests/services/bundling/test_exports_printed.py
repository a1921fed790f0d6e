"""A release that left with several exhibits is told in full on one sheet, and named on the others."""

from pathlib import Path

from tests.services.bundling.test_decided_records import options, pages_of
from tests.support.offices import Small, registered
from tests.support.records import signed
from tests.support.second_person import ALONE
from thb_desktop.report.words import LANGUAGES, words_in
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.session import Session
from thb_desktop.words import capital

WHY = "Answer to the request of 3 June 2026 of the authority abroad"


def test_the_same_release_is_told_once_and_each_sheet_names_it(
    session: Session, small: Small, tmp_path: Path
):
    """The reason and the digest of a former bundle stood on the sheet of each exhibit that left with it."""
    record, _ = signed(session, small)
    first, second, apart = (registered(session, small, number=f"E-7{n}") for n in (1, 2, 3))
    left = options(record, exhibit_ids=(first.id, second.id), purpose=WHY)
    bundles.sign_bundle(
        session,
        bundles.prepare_bundle(session, small.case.id, left),
        tmp_path / "first.pdf",
        second=ALONE,
    )

    for language in LANGUAGES:
        asked = options(record, exhibit_ids=(first.id, second.id, apart.id), language=language)
        pages = pages_of(bundles.prepare_bundle(session, small.case.id, asked).pdf)

        same = capital(words_in(language).interview.as_before.format(record="E-71"))
        assert pages.count(WHY) == 1
        assert pages.count(f"B-001 {same}") == 1
