"""A bundle says under which authority each item was made or obtained, and of which none was entered."""

import pytest

from tests.services.bundling.test_decided_records import options, pages_of
from tests.support.offices import Small, registered
from tests.support.records import signed
from thb_desktop.report.words import LANGUAGES, words_in
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.session import Session

WARRANT, BARE = "Warrant of 28 April 2026, court of Liège", {"legal_authority": "", "instrument_id": None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_item_stands_with_its_authority_and_what_has_none_stands_last(
    session: Session, small: Small, language: str
):
    record, _ = signed(session, small)
    under = [registered(session, small, number=f"E-7{n}", legal_authority=WARRANT) for n in (1, 2)]
    hasty = registered(session, small, number="E-73", **{**BARE, "emergency": "Phone was ringing"})
    bare = registered(session, small, number="E-74", **BARE)
    chosen = tuple(each.id for each in (*under, hasty, bare))

    pages = pages_of(
        bundles.prepare_bundle(
            session, small.case.id, options(record, exhibit_ids=chosen, language=language)
        ).pdf
    )

    words = words_in(language)
    told = pages.partition(f"{words.legal.obtained} {words.legal.obtained_note}")[2]
    assert f"{WARRANT} E-71, E-72" in told
    assert "Phone was ringing E-73" in told
    assert f"{words.legal.obtained_none} E-74" in told
    assert told.index(f"{WARRANT} E-71") < told.index(words.legal.obtained_none)
    assert [row for row in words.annex.receipt_rows if " ".join(row.split()) not in pages] == []
    assert len(words.annex.receipt_rows) == 8


def test_a_record_stands_with_its_legal_basis_and_the_state_of_it(session: Session, small: Small):
    record, _ = signed(session, small)

    pages = pages_of(bundles.prepare_bundle(session, small.case.id, options(record, language="en")).pdf)

    assert f"Article 47bis (BE) {record.number}" in pages
    assert words_in("en").legal.obtained_none not in pages
