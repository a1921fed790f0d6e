"""Who gave a person a role, when and on which basis is told in a bundle; that nobody said it, too."""

from dataclasses import replace
from typing import Any

import pytest

from tests.services.bundling.test_decided_records import options, pages_of
from tests.services.bundling.test_persons_told import data_of, everything, files_told, forging, pdf_of
from tests.services.bundling.test_record_digests import attached, found
from tests.support.offices import Small
from tests.support.records import signed
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import ProceduralRole
from thb_desktop.findings import Standing
from thb_desktop.report.words import LANGUAGES, words_in
from thb_desktop.services.bundling import bundles
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people

GIVEN = {
    "role": ProceduralRole.PRESUMED_VICTIM,
    "given_by": "Public prosecutor of Liege",
    "given_on": PartialDate("2026-03-14"),
    "given_under": "Circular of 23 December 2016, form 1",
    "basis": "The neighbour Heron thinks so",
}


def given(session: Session, small: Small, **changes: Any) -> None:
    (role,) = people.list_roles(session, small.case.id)
    corrections.correct(session, replace(role, **{**GIVEN, **changes}), "As the letter says")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_gave_the_status_of_a_victim_is_printed_and_nobody_else_gives_it(
    session: Session, small: Small, language: str
):
    interview, _ = signed(session, small)
    words = words_in(language).legal
    unsaid = " ".join(words.roles_unsaid.format(numbers=small.person.code).split())

    def printed() -> str:
        return pages_of(
            bundles.prepare_bundle(session, small.case.id, options(interview, language=language)).pdf
        )

    before = printed()
    given(session, small)
    after = printed()

    note = " ".join(words.roles_note.split())
    assert note in before
    assert unsaid in before
    assert note in after
    assert unsaid not in after
    for each in ("Public prosecutor of Liege", "Circular of 23 December 2016, form 1"):
        assert each in after


def test_it_is_compared_with_the_events_and_the_grounds_of_the_office_stay_there(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    interview, _ = signed(session, small)
    given(session, small)

    pdf = pdf_of(session, small, interview)
    honest = found(attached(pdf))
    forging(monkeypatch, lambda told: told["roles"][0].update(given_by="The interpreter"))
    forged = found(files_told(session, small, interview))

    (role,) = data_of(pdf)["roles"]
    assert (role["given_by"], role["given_on"]) == ("Public prosecutor of Liege", "2026-03-14")
    assert "Heron" not in everything(pdf)
    assert "roles-not-as-chain" not in honest
    assert forged["roles-not-as-chain"] is Standing.BROKEN
