"""A concern for somebody's safety is told at the signature to who may read it, and to nobody else."""

from contextlib import closing
from pathlib import Path

from tests.support.colleagues import typed_by
from tests.support.language_jobs import JobSetup
from tests.support.language_jobs import desk as begun
from tests.support.offices import NEXT_DAY, Small, unlock
from tests.support.records import outcome, sign
from tests.support.second_person import ALONE
from tests.support.testimony import SIGNED_BY_ALL
from tests.support.vaults import passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.findings import Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import safety
from thb_desktop.services.office import users
from thb_desktop.services.testimony import interviews, read_back, records


def told(session: Session, desk: JobSetup) -> list[tuple[str, Standing]]:
    found = interviews.check_interview(session, desk.job.interview_id)
    return [(each.key, each.standing) for each in found if each.code == "V-I-20"]


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
        assert told(session, at) == [("V-I-20", Standing.HOLDS)]
        session.close()

        with closing(unlock(folder, typed_by(v.UserRole.CLERK), start=NEXT_DAY)) as clerk:
            assert told(clerk, at) == []


def test_a_concern_is_not_kept_with_the_record_and_no_longer_told_once_it_is_settled(desk: JobSetup):
    session, of = desk.session, desk.job.interview_id
    flag = safety.raise_safety_flag(session, of, "She is afraid.", interpreter_id=desk.first.id)
    read_back.read_back(session, of, outcome(), SIGNED_BY_ALL)

    sign(session, of)

    assert [each for each in records.get_interview(session, of).warnings if "V-I-20" in each.rule] == []
    safety.read_safety_flag(session, flag.id, justification="Before the bundle")
    safety.settle_safety_flag(session, flag.id, "Another room, another day")
    assert told(session, desk) == []
