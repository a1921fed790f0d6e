"""A second linguist agrees or disputes; a dispute shows both texts, and nobody revises themselves."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.language_jobs import JobSetup
from tests.support.language_jobs import desk as begun
from tests.support.offices import NEXT_DAY, Small, unlock
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import RevisionVerdict
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.language import jobs, revision
from thb_desktop.services.persons import people

AGREES, DISPUTES = v.VerdictKind.AGREES, v.VerdictKind.DISPUTES


def verdict(
    desk: JobSetup, version_id: RowId, kind: v.VerdictKind = AGREES, **changes: Any
) -> RevisionVerdict:
    fields = {"interpreter_id": desk.second.id, "signer": desk.second.signer, **changes}
    return revision.give_verdict(desk.session, version_id, kind, **fields)


def test_a_version_is_revised_by_another_linguist_even_after_the_job_is_closed(desk: JobSetup):
    made = desk.write("Do you understand?")
    jobs.close_job(desk.session, desk.job.id, "Delivered")

    verdict(desk, made.id)

    assert desk.state(made.id) is WorkState.REVISED


def test_a_dispute_stands_beside_the_version_until_the_linguist_agrees(desk: JobSetup):
    made = desk.write("Do you understand?")

    row = verdict(desk, made.id, DISPUTES, own_text="Do you follow?", reason="The verb is weaker.")
    contested = desk.state(made.id), desk.work().disputes(made.id)
    verdict(desk, made.id)

    assert contested == (WorkState.CONTESTED, (row,))
    assert (desk.state(made.id), desk.work().disputes(made.id)) == (WorkState.REVISED, ())


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        (DISPUTES, {}),
        (DISPUTES, {"own_text": "Do you follow?", "reason": " "}),
        (DISPUTES, {"own_text": " ", "reason": "weaker"}),
        (AGREES, {"own_text": "Do you follow?"}),
    ],
)
def test_a_dispute_has_a_reason_and_a_text_and_an_agreement_has_no_text(
    desk: JobSetup, kind: v.VerdictKind, changes: dict[str, str]
):
    made = desk.write("Do you understand?")

    with pytest.raises(errors.RevisionError):
        verdict(desk, made.id, kind, **changes)


def test_nobody_revises_their_own_version_under_whatever_entry_of_the_case(desk: JobSetup):
    """V-T-02."""
    made = desk.write("Do you understand?")
    again = people.add_interpreter(desk.session, replace(desk.first.interpreter, code="T-8"))

    for interpreter_id in (desk.first.id, again.id):
        with pytest.raises(errors.RevisionError):
            verdict(desk, made.id, interpreter_id=interpreter_id, signer=desk.first.signer)

    assert desk.work().verdicts == ()


def test_a_verdict_is_signed_by_its_linguist_and_on_what_the_author_signed(desk: JobSetup):
    old = desk.write("Do you?")
    made = desk.write("Do you understand?")
    unsigned = desk.write("I paid.", at=1, signer=None, state=v.RenderingState.DRAFT)

    for version, signer, error in (
        (made, desk.first.signer, errors.NotTheLinguistError),
        (made, None, errors.NotTheLinguistError),
        (old, desk.second.signer, errors.VersionNotPresentError),
        (unsigned, desk.second.signer, errors.VersionNotPresentError),
    ):
        with pytest.raises(error):
            verdict(desk, version.id, signer=signer)
    with pytest.raises(errors.NotFoundError):
        verdict(desk, RowId("none"))


def test_the_last_verdict_is_the_last_that_was_given_whatever_the_clock_said(
    session: Session, small: Small, folder: Path
):
    with begun(session, small) as at:
        made = at.write("Do you?")
        session.close()
        with closing(unlock(folder, start=NEXT_DAY + timedelta(days=400))) as ahead:
            at.session = ahead
            verdict(at, made.id, AGREES)
        with closing(unlock(folder, start=NEXT_DAY + timedelta(days=1))) as later:
            at.session = later
            verdict(at, made.id, DISPUTES, own_text="Is it so?", reason="It is a question of fact")

            assert [each.kind for each in at.work().verdicts] == [AGREES, DISPUTES]
            assert at.state(made.id) is WorkState.CONTESTED


def test_the_entry_of_a_linguist_keeps_user_and_name_once_they_signed(desk: JobSetup):
    before = desk.first.interpreter
    free = replace(before, register_number="VTI 7")
    corrections.correct(desk.session, free, "left out")
    corrections.correct(desk.session, replace(desk.second.interpreter, name="Bilal Hadad"), "misread")
    made = desk.write("Do you understand?")

    for changes in (
        {"user_id": desk.second.interpreter.user_id, "name": desk.second.interpreter.name},
        {"user_id": None},
        {"name": "Another Name"},
    ):
        with pytest.raises(errors.LinguistSignedError):
            corrections.correct(desk.session, replace(free, **changes), "typing error")
    corrections.correct(desk.session, replace(free, code="T-9"), "typing error")

    assert desk.state(made.id) is WorkState.SELF_CHECKED
    assert "language.signed" in {each.key for each in health.check_vault(desk.session).findings}
