"""What language work leaves open is told before the record is signed, and before it leaves the office."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.services.bundling.test_decided_records import options
from tests.services.language.test_versions import noted
from tests.support.colleagues import typed_by
from tests.support.language_jobs import JobSetup
from tests.support.language_jobs import desk as begun
from tests.support.offices import NEXT_DAY, Small, unlock
from tests.support.records import outcome, sign
from tests.support.second_person import ALONE
from tests.support.testimony import SIGNED_BY_ALL
from tests.support.vaults import passphrase
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.vocabulary import AnnotationCode
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.casework import interviews, read_back
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations, jobs, safety
from thb_desktop.services.office import users


def told(session: Session, desk: JobSetup, code: str) -> list[tuple[str, Standing]]:
    found = interviews.check_interview(session, desk.job.interview_id)
    return [(each.key, each.standing) for each in found if each.code == code]


def test_a_question_is_told_until_it_is_answered_and_several_readings_as_long_as_they_stand(desk: JobSetup):
    query = annotations.annotate(desk.session, desk.job.id, noted(desk, code=AnnotationCode.QUERY))
    readings = annotations.annotate(desk.session, desk.job.id, noted(desk, code=AnnotationCode.AMBIGUOUS))
    annotations.annotate(desk.session, desk.job.id, noted(desk, code=AnnotationCode.TERM))

    asked = told(desk.session, desk, "V-I-19")
    annotations.answer(desk.session, query.id, "The first of both.")
    answered = told(desk.session, desk, "V-I-19")
    annotations.strike_annotation(desk.session, readings.id, "One reading only")

    assert asked == [("V-I-19.query", Standing.UNKNOWN), ("V-I-19.ambiguous", Standing.UNKNOWN)]
    assert answered == [("V-I-19.ambiguous", Standing.UNKNOWN)]
    assert told(desk.session, desk, "V-I-19") == []


def test_a_job_that_was_struck_out_asks_nothing(desk: JobSetup):
    annotations.annotate(desk.session, desk.job.id, noted(desk, code=AnnotationCode.QUERY))

    jobs.strike_job(desk.session, desk.job.id, "Opened twice")

    assert told(desk.session, desk, "V-I-19") == []


def test_a_concern_is_told_to_who_may_read_it_and_to_nobody_else(
    session: Session, small: Small, folder: Path
):
    with begun(session, small) as at:
        users.add_user(
            session,
            name="Anne Greffier",
            role=v.UserRole.CLERK,
            passphrase=passphrase(typed_by(v.UserRole.CLERK)),
            own_passphrase=passphrase(),
            second=ALONE,
        )
        safety.raise_safety_flag(session, at.job.interview_id, "She is afraid.", interpreter_id=at.first.id)
        assert told(session, at, "V-I-20") == [("V-I-20.signing", Standing.HOLDS)]
        session.close()

        with closing(unlock(folder, typed_by(v.UserRole.CLERK), start=NEXT_DAY)) as clerk:
            assert told(clerk, at, "V-I-20") == []


def test_no_record_leaves_while_a_concern_about_it_is_open(desk: JobSetup):
    session, of = desk.session, desk.job.interview_id
    flag = safety.raise_safety_flag(session, of, "She is afraid.", interpreter_id=desk.first.id)
    read_back.read_back(session, of, outcome(), SIGNED_BY_ALL)
    signed = sign(session, of)
    chosen = options(signed)

    found = bundles.check_bundle(session, signed.case_id, chosen)
    assert "V-I-20.open" in {each.key for each in found if each.standing is Standing.BROKEN}
    with pytest.raises(errors.SafetyConcernOpenError):
        bundles.prepare_bundle(session, signed.case_id, chosen)

    safety.read_safety_flag(session, flag.id, justification="Before the bundle")
    safety.settle_safety_flag(session, flag.id, "Another room, another day")
    assert bundles.prepare_bundle(session, signed.case_id, chosen).pages > 1
