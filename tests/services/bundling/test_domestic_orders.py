"""The order and what it rests on: its text and file, who validated it, and the domestic orders behind it."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.services.bundling.test_printed_contents import words_of
from tests.support.instruments import added
from tests.support.offices import BEGIN, LATER, Small, registered
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop.domain.cooperation_codes import InstrumentLink, InstrumentType
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import OfficialId
from thb_desktop.errors import DateImpossibleError, NotFoundError
from thb_desktop.findings import Finding
from thb_desktop.report.parts.setting import in_groups
from thb_desktop.report.words import LANGUAGES, words_in
from thb_desktop.services.bundling import bundles
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.persons import people
from thb_desktop.words import field_name

DAY = LATER.date()
"""The day on which the exhibits of a small case were taken."""


def options(*exhibits: Exhibit, language: str = "en") -> bundles.BundleOptions:
    return bundles.BundleOptions(
        languages=("fr",),
        language=language,
        purpose="Execution",
        recipient="Parchetul",
        interview_ids=(),
        exhibit_ids=tuple(each.id for each in exhibits),
        released_with=ALONE,
        transfer=AT_HOME,
    )


def printed(session: Session, small: Small, *exhibits: Exhibit, language: str = "en") -> str:
    asked = options(*exhibits, language=language)
    return words_of(bundles.prepare_bundle(session, small.case.id, asked).pdf)


def told(session: Session, small: Small, *exhibits: Exhibit) -> list[Finding]:
    found = bundles.check_bundle(session, small.case.id, options(*exhibits))
    return [each for each in found if each.key == "domestic.outside"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_order_is_printed_with_its_text_its_file_and_the_domestic_order_of_its_measures(
    session: Session, small: Small, language: str
):
    paper = registered(session, small, number="E-9")
    file = exhibit_files.add_file(
        session, paper.id, source=io.BytesIO(b"The order"), name="order.pdf", media_type="application/pdf"
    )
    order = added(
        session,
        small,
        foreign_reference="RO-77/2026",
        validating_authority_id=small.authority.id,
        received_on=date(2026, 3, 21),
        order_text="Section C, 2: search of the flat",
        order_exhibit_id=paper.id,
    )
    before = printed(session, small, registered(session, small, instrument_id=order.id), language=language)
    warrant = added(
        session,
        small,
        number="W-1",
        type=InstrumentType.OTHER,
        reference="JI 2026/12",
        to_country="",
        basis="Search warrant",
        issuing_authority_id=small.authority.id,
        measures=("Search of the flat",),
        valid_from=DAY - timedelta(days=9),
        valid_until=DAY,
        related_id=order.id,
        related_as=InstrumentLink.AUTHORISES,
    )

    exhibit = registered(session, small, number="E-2", instrument_id=order.id)
    after = printed(session, small, exhibit, paper, language=language)

    colon = " :" if language == "fr" else ":"
    words, cover = words_in(language).legal, words_in(language).cover
    assert words.domestic_none in before
    assert words.domestic_none not in after
    assert words.order_file.format(number="E-9", digest=in_groups(file.sha256)) in after
    assert file.sha256[:8] not in before
    for each in (
        words.domestic,
        cover.validated.format(name=f"{small.authority.name} ({small.authority.country})"),
        "LI-1/EIO",
        f"{field_name('instrument.foreign_reference', language)}{colon} RO-77/2026",
        "Section C, 2: search of the flat",
        *(warrant.reference, "Search warrant", "Search of the flat"),
    ):
        assert each in after, each


def test_what_was_obtained_outside_of_the_days_of_validity_is_told_before_the_bundle_and_in_it(
    session: Session, small: Small
):
    order = added(session, small)
    rests = {"related_id": order.id, "related_as": InstrumentLink.AUTHORISES}
    warrant = added(session, small, number="W-1", valid_from=date(2026, 1, 1), **rests)
    exhibit = registered(session, small, instrument_id=warrant.id, collected_at=BEGIN)
    day = BEGIN.date()

    for since, until, is_told in (
        (None, None, False),
        (day, day, False),
        (day + timedelta(days=1), None, True),
        (None, day - timedelta(days=1), True),
    ):
        warrant = corrections.correct(session, replace(warrant, valid_from=since, valid_until=until), "Read")
        found = told(session, small, exhibit)
        assert [each.values["numbers"] for each in found] == ([(exhibit.number,)] if is_told else [])
        words = words_in("en").legal
        page = printed(session, small, exhibit)
        assert (words.domestic_outside.format(numbers=exhibit.number) in page) is is_told
        assert f"{words.domestic_items} {exhibit.number}" in page


def test_an_end_before_its_beginning_and_a_file_of_another_case_are_refused(session: Session, small: Small):
    other = cases.open_case(session, replace(small.case, id="", reference="OTHER"))  # type: ignore[arg-type]
    official = people.add_official(session, replace(small.official, id=OfficialId(""), case_id=other.id))
    elsewhere = registered(session, replace(small, case=other, official=official))

    with pytest.raises(DateImpossibleError):
        added(session, small, valid_from=DAY, valid_until=DAY - timedelta(days=1))
    with pytest.raises(NotFoundError):
        added(session, small, order_exhibit_id=elsewhere.id)


def test_a_domestic_order_of_an_instrument_that_is_not_in_the_bundle_does_not_come_with_it(
    session: Session, small: Small
):
    first, other = added(session, small), added(session, small, number="EIO-2", reference="LI-2/EIO")
    added(
        session,
        small,
        number="W-7",
        reference="JI 2026/77",
        related_id=other.id,
        related_as=InstrumentLink.AUTHORISES,
    )
    exhibit = registered(session, small, instrument_id=first.id)

    assert "JI 2026/77" not in printed(session, small, exhibit)
