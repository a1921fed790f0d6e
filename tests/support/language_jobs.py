"""Jobs of linguists who are users of the vault, for tests of language work."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from tests.support.offices import Small
from tests.support.records import held, turn
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import InterviewId, JobId, RowId, SegmentId
from thb_desktop.domain.language_states import JobInFull, WorkState, states_of
from thb_desktop.domain.language_work import LanguageJob, RenderingVersion
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.segment import Segment
from thb_desktop.findings import Finding
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import doubts, jobs, versions
from thb_desktop.services.language.jobs import NewJob
from thb_desktop.services.office import users
from thb_desktop.services.office.users import Guest
from thb_desktop.services.persons import people

CHECKED = v.RenderingState.SELF_CHECKED
NAMES = ("Ioana Vertaler", "Bilal Haddad")


@dataclass(frozen=True, slots=True, kw_only=True)
class Linguist:
    """A linguist of the case, and their keys, opened at this desk."""

    interpreter: Interpreter
    guest: Guest

    @property
    def id(self) -> Any:
        return self.interpreter.id

    @property
    def signer(self) -> Signer:
        return self.guest.keys.signer


def linguist(session: Session, small: Small, name: str = NAMES[0], script: str = "") -> Linguist:
    """Add a user with the function of an interpreter, and their entry in the case.

    script: their name as they write it; the user's is then the one in Latin letters.
    """
    secret = f"{OTHER_PASSPHRASE} {name}"
    user = users.add_user(
        session,
        name=name,
        role=v.UserRole.INTERPRETER,
        passphrase=passphrase(secret),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    row = replace(
        small.interpreter,
        code=f"T-{name[0]}",
        name=script or name,
        name_latin=name if script else small.interpreter.name_latin,
        user_id=user.id,
    )
    interpreter = people.add_interpreter(session, row)
    return Linguist(interpreter=interpreter, guest=users.signer_of(session, user.id, passphrase(secret)))


def asked(interview_id: InterviewId, who: Linguist, **changes: Any) -> NewJob:
    fields: dict[str, Any] = {
        "interview_id": interview_id,
        "target_language": "en",
        "linguist_id": who.id,
        "translation_type": v.TranslationType.SWORN_WRITTEN,
        "purpose": "For the court of another State",
        "made_from": v.SourceForm.ELECTRONIC_FILE,
    }
    return NewJob(**{**fields, **changes})


def checked_version(
    session: Session,
    job_id: JobId,
    segment_id: SegmentId,
    text: str,
    *,
    signer: Signer | None = None,
    **more: Any,
) -> RenderingVersion:
    """Write a wording and let its linguist sign it as checked, with a reason for each difference."""
    made = versions.write_version(session, job_id, segment_id, text, signer=signer, **more)
    said = [(each, "It was said so") for each in doubts.check_versions(session, job_id, [made])]
    versions.sign_versions(session, job_id, [made], said, state=CHECKED, signer=signer)
    return made


@dataclass(slots=True, kw_only=True)
class JobSetup:
    """A job on a draft with two turns, and the two linguists of the case."""

    session: Session
    small: Small
    first: Linguist
    second: Linguist
    turns: tuple[Segment, Segment]
    job: LanguageJob

    def write(self, text: str, *, at: int = 0, job: JobId | None = None, **changes: Any) -> RenderingVersion:
        """Write a wording, signed as checked with a reason for each difference, or as `state` says."""
        fields = {"state": CHECKED, "signer": self.first.signer, **changes}
        write = checked_version if fields.pop("state") is CHECKED else versions.write_version
        return write(self.session, job or self.job.id, self.turns[at].id, text, **fields)

    def said(self, made: Iterable[RenderingVersion], job: JobId | None = None) -> list[tuple[Finding, str]]:
        """A reason for each way in which these versions differ from their sources."""
        found = doubts.check_versions(self.session, job or self.job.id, made)
        return [(each, "It was said so") for each in found]

    def work(self, job: JobId | None = None) -> JobInFull:
        return jobs.get_job(self.session, job or self.job.id)

    def state(self, version_id: RowId, job: JobId | None = None) -> WorkState:
        return states_of(self.work(job))[version_id]


@contextmanager
def desk(session: Session, small: Small, number: str = "I-01", script: str = "") -> Iterator[JobSetup]:
    """script: the name of the first linguist as they write it."""
    first = linguist(session, small, NAMES[0], script)
    second = linguist(session, small, NAMES[1])
    interview = held(session, small, number=number)
    turns = turn(session, interview), turn(session, interview, "Am plătit 3.600 de euro doamnei Ana.")
    job = jobs.open_job(session, asked(interview.id, first))
    yield JobSetup(session=session, small=small, first=first, second=second, turns=turns, job=job)
    first.guest.keys.close()
    second.guest.keys.close()
