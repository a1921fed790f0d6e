"""What stands beside records in a case of many years: persons with their claims and merges, work of
linguists, concerns for safety, places of statements made elsewhere, copies printed for signing.

Each act is done in a vault with that many rows and in one with a tenth of them. An act may cost 1.2 times as
much in the larger one, and what a window shows first 100 ms.
"""

import argparse
import hashlib
import shutil
import statistics
import sys
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from _large_vault import CASE, PASSPHRASE, environment_of, next_session, vault_of

from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.anchors import Anchor, AnchorKind
from thb_desktop.domain.ids import InterviewId, JobId, PersonId, RowId, SegmentId
from thb_desktop.domain.language_work import LanguageJob, RenderingVersion, SafetyFlag
from thb_desktop.domain.page_comparisons import SegmentPlace, page_digest, placed
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Person
from thb_desktop.domain.person_claims import ClaimUse, PersonClaim
from thb_desktop.domain.person_links import PersonLink
from thb_desktop.domain.segment import Segment, position_after
from thb_desktop.domain.signing_copy import SigningCopy
from thb_desktop.services.bundling import signing_copies
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.language import jobs, safety, versions
from thb_desktop.services.office import vaults
from thb_desktop.services.persons import ages, claim_uses, claims, merges, people
from thb_desktop.services.testimony import elsewhere, interviews
from thb_desktop.vault.tables import registry

RUNS, _TRANSACTION = 9, 500
PAGES, ON_A_PAGE = 400, 25

Made = tuple[str, ActionCode, tuple[object, ...]]
"""One entry: what it is about, what is done, and its rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many rows of each kind."""

    persons: int
    claims: int
    merges: int
    jobs: int
    versions: int
    concerns: int
    copies: int
    placed: int

    @classmethod
    def of(cls, rows: int) -> "Size":
        """About this many rows in all: half of them claims."""
        return cls(
            persons=max(rows // 20, 50),
            claims=rows // 2,
            merges=rows // 100,
            jobs=rows // 100,
            versions=rows // 5,
            concerns=rows // 50,
            copies=rows // 50,
            placed=min(rows // 10, PAGES * ON_A_PAGE),
        )


class _Filling:
    """The rows, as the services write them, and how they are recorded."""

    def __init__(self, session: Session, document: Path) -> None:
        self._session, self._user = session, session.user.id
        self.case = next(each.case for each in cases.list_cases(session) if each.case.reference == CASE)
        self.interpreter = people.list_interpreters(session, self.case.id)[0]
        self.record = registry.INTERVIEW.where(session.read, "case_id", self.case.id)[0]
        self.segments = registry.SEGMENT.where(session.read, "interview_id", self.record.id)
        exhibit = registry.EXHIBIT.where(session.read, "case_id", self.case.id)[0]
        self.file = exhibit_files.add_file(
            session, exhibit.id, source=document, name="statement.pdf", media_type="application/pdf"
        )
        self.copied = elsewhere.begin_statement(
            session,
            replace(self.record, id=InterviewId(""), number="S-1"),
            self.file.id,
            PAGES,
            {},
        )
        self.read_back = interviews.hold_interview(session, replace(self.record, number="P-1"))
        with session.work() as work:
            work.save(replace(self.read_back, state=v.InterviewState.READ_BACK))
            work.record(self.read_back.id, VaultAction.INTERVIEW_READ_BACK)
        self.persons: list[PersonId] = []
        self.claims: list[RowId] = []
        self.jobs: list[JobId] = []
        self._position = ""

    def fill(self, size: Size) -> None:
        for count, make in (
            (size.persons, self._person),
            (size.claims, self._claim),
            (size.claims // 10, self._use),
            (size.merges, self._merge),
            (size.jobs, self._job),
            (size.versions, self._version),
            (size.concerns, self._concern),
            (size.copies, self._copy),
            (size.placed, self._turn),
        ):
            for start in range(0, count, _TRANSACTION):
                self._record(make, range(start, min(count, start + _TRANSACTION)))

    def _record(self, make: Callable[[UnitOfWork, int], Made], numbers: range) -> None:
        """Record these entries in one transaction, as a session of its own."""
        with next_session(self._session) as session, session.work() as work:
            for number in numbers:
                subject, action, rows = make(work, number)
                work.save(*rows)
                work.record(subject, action, "For the file")

    def _person(self, work: UnitOfWork, number: int) -> Made:
        person = Person(
            id=PersonId(work.new_id()),
            case_id=self.case.id,
            code=f"V-{number + 2}",
            sex=None,
            age_status=None,
            identity_protection=None,
        )
        self.persons.append(person.id)
        return person.id, VaultAction.PERSON_ADDED, (person,)

    def _claim(self, work: UnitOfWork, number: int) -> Made:
        claim = PersonClaim(
            id=RowId(work.new_id()),
            case_id=self.case.id,
            person_id=self.persons[number % len(self.persons)],
            kind=v.ClaimKind.BIRTH,
            basis=v.ClaimBasis.OFFICIAL,
            entered_by=self._user,
            at=work.at,
            born=PartialDate(str(1960 + number % 40)),
            statement="A letter of the authority",
        )
        self.claims.append(claim.id)
        return claim.id, VaultAction.CLAIM_ADDED, (claim,)

    def _use(self, work: UnitOfWork, number: int) -> Made:
        use = ClaimUse(
            id=RowId(work.new_id()),
            case_id=self.case.id,
            claim_id=self.claims[number],
            used=False,
            reason="For the file",
            by=self._user,
            at=work.at,
        )
        return use.claim_id, VaultAction.CLAIM_USE_DECIDED, (use,)

    def _merge(self, work: UnitOfWork, number: int) -> Made:
        link = PersonLink(
            id=RowId(work.new_id()),
            case_id=self.case.id,
            kind=v.PersonLinkKind.MERGED,
            kept_id=self.persons[2 * number],
            other_id=self.persons[2 * number + 1],
            reason="For the file",
            by=self._user,
            at=work.at,
            printed=False,
        )
        return link.id, VaultAction.PERSONS_MERGED, (link,)

    def _job(self, work: UnitOfWork, number: int) -> Made:
        job = LanguageJob(
            id=JobId(work.new_id()),
            case_id=self.case.id,
            interview_id=self.record.id,
            number=f"T-{number + 1:02}",
            target_language="fr",
            linguist_id=self.interpreter.id,
            translation_type=v.TranslationType.WORKING_TRANSLATION,
            purpose="For the file",
            opened_by=self._user,
            opened_at=work.at,
        )
        self.jobs.append(job.id)
        return job.id, VaultAction.LANGUAGE_JOB_OPENED, (job,)

    def _version(self, work: UnitOfWork, number: int) -> Made:
        segment = self.segments[number // len(self.jobs) % len(self.segments)]
        version = RenderingVersion(
            id=RowId(work.new_id()),
            job_id=self.jobs[number % len(self.jobs)],
            segment_id=segment.id,
            number=1,
            text="Une réponse de la personne entendue.",
            source_digest=segment.source_digest,
            author_id=self.interpreter.id,
            typed_by=self._user,
            typed_at=work.at,
        )
        return version.job_id, VaultAction.VERSION_WRITTEN, (version,)

    def _concern(self, work: UnitOfWork, number: int) -> Made:
        sealed = b64encode(hashlib.shake_256(str(number).encode()).digest(200)).decode()
        flag = SafetyFlag(
            id=RowId(work.new_id()),
            case_id=self.case.id,
            interview_id=self.record.id,
            sealed=sealed,
            wrapped=((self._user, sealed),),
            typed_by=self._user,
            at=work.at,
        )
        return flag.id, VaultAction.SAFETY_FLAG_RAISED, (flag,)

    def _copy(self, work: UnitOfWork, number: int) -> Made:
        copy = SigningCopy(
            id=RowId(work.new_id()),
            interview_id=self.read_back.id,
            digest=hashlib.sha256(str(number).encode()).hexdigest(),
            pages=1,
            made_by=self._user,
            at=work.at,
        )
        return self.read_back.id, VaultAction.SIGNING_COPY_MADE, (copy,)

    def _turn(self, work: UnitOfWork, number: int) -> Made:
        self._position = position_after(self._position)
        segment = Segment(
            id=SegmentId(work.new_id()),
            interview_id=self.copied.id,
            position=self._position,
            speaker=v.SpeakerRole.PERSON_HEARD,
            kind=v.UtteranceKind.ANSWER,
            language="ro",
            source_text="An answer that stands in the file.",
            capture=v.SourceCapture.TAKEN_OVER,
        )
        place = SegmentPlace(
            id=RowId(work.new_id()),
            interview_id=self.copied.id,
            segment_id=segment.id,
            page=1 + number // ON_A_PAGE,
            anchors=(self.anchor(1 + number // ON_A_PAGE, 1 + number % ON_A_PAGE),),
            way=v.TakenWay.TYPED,
        )
        return self.copied.id, VaultAction.TURNS_TAKEN_OVER, (segment, place)

    def anchor(self, page: int, line: int) -> Anchor:
        return Anchor(kind=AnchorKind.PAGE, of=self.file.id, digest=self.file.sha256, page=page, line=line)


Act = tuple[str, Callable[[], object], bool]
"""Its name, what does it, and whether a window shows it first."""


def in_turn(small: Callable[[], object], large: Callable[[], object]) -> tuple[float, float]:
    """Return the medians of the milliseconds of the processor; one after the other, so that what disturbs the
    machine disturbs both.
    """
    taken: tuple[list[float], list[float]] = [], []
    for _ in range(RUNS):
        for values, act in zip(taken, (small, large), strict=True):
            begin = time.process_time()
            act()
            values.append((time.process_time() - begin) * 1000)
    return statistics.median(taken[0]), statistics.median(taken[1])


def acts(session: Session, filled: _Filling) -> Iterator[Act]:
    """Return what is done in one of the two vaults."""
    numbers = iter(range(len(filled.persons) // 2, len(filled.persons)))
    person = filled.persons[-1]
    like = registry.PERSON_CLAIM.where(session.read, "person_id", person)[0]
    yield "a claim", lambda: claims.add_claim(session, like), False
    yield "a claim withdrawn", lambda: claims.withdraw_claim(session, filled.claims.pop(), "No"), False
    yield (
        "a decision on a claim",
        lambda: claim_uses.decide_use(session, filled.claims.pop(), used=False, reason="No"),
        False,
    )
    merged: list[PersonLink] = []

    def merge() -> None:
        first, second = filled.persons[next(numbers)], filled.persons[next(numbers)]
        merged.append(merges.merge_persons(session, first, second, "One person", printed=False))

    yield "a merge of two persons", merge, False
    yield "a split", lambda: merges.split_persons(session, merged.pop().id, "Two"), False
    asked = jobs.NewJob(
        interview_id=filled.record.id,
        target_language="nl",
        linguist_id=filled.interpreter.id,
        translation_type=v.TranslationType.WORKING_TRANSLATION,
        purpose="For the file",
    )
    opened: list[LanguageJob] = []
    yield "a job of language work", lambda: opened.append(jobs.open_job(session, asked)), False
    segments = iter(filled.segments)
    yield (
        "a version of a turn",
        lambda: versions.write_version(session, opened[0].id, next(segments).id, "Een zin."),
        False,
    )
    yield (
        "a concern for safety",
        lambda: safety.raise_safety_flag(
            session, filled.record.id, "Afraid", interpreter_id=filled.interpreter.id
        ),
        False,
    )
    yield (
        "a copy printed for signing",
        lambda: signing_copies.make_signing_copy(session, filled.read_back.id),
        False,
    )
    turns = registry.SEGMENT.where(session.read, "interview_id", filled.copied.id)
    anchors = (filled.anchor(1, 1),)
    yield (
        "a place of a turn",
        lambda: elsewhere.set_place(session, turns[0].id, anchors, v.TakenWay.TYPED),
        False,
    )
    places = registry.SEGMENT_PLACE.where(session.read, "interview_id", filled.copied.id)
    seen = page_digest(placed(turns, places), 2)
    yield (
        "a page compared",
        lambda: elsewhere.compare_page(session, filled.copied.id, 2, seen=seen),
        False,
    )
    case_id, about = filled.case.id, [person]
    yield (
        "list: claims about a person",
        lambda: claims.list_claims(session, case_id, about=about),
        True,
    )
    yield "list: their sources", lambda: claims.list_sources(session, case_id, about=about), True
    yield "list: decisions on them", lambda: claim_uses.list_uses(session, case_id, about=about), True
    yield "list: is it a child", lambda: ages.list_children(session, case_id, about=about), True
    yield "list: children of the case", lambda: ages.list_children(session, case_id), True
    yield "list: merges", lambda: merges.list_links(session, filled.case.id), True
    yield (
        "list: shown under another",
        lambda: merges.list_shown_under(session, filled.case.id),
        True,
    )
    yield "list: jobs of a case", lambda: jobs.list_jobs_of_case(session, filled.case.id), True
    yield "list: concerns", lambda: safety.list_safety_flags(session, filled.case.id), True


def filled_vault(place: Path, made: Path, rows: int, document: Path) -> tuple[Session, _Filling]:
    vault = place / f"rows-{rows}.thbvault"
    shutil.copytree(made, vault)
    session = vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=environment_of(rows))
    session.settle()
    filled = _Filling(session, document)
    filled.fill(Size.of(rows))
    return session, filled


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000, help="in the larger vault")
    parser.add_argument("--folder", type=Path, help="where to work, if not in the system's temporary folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="thb-rows-", dir=options.folder) as name:
        place = Path(name)
        document = place / "statement.pdf"
        document.write_bytes(b"%PDF-1.7\n")
        made = vault_of(place, 0.002, seed=1)
        small, large = (
            filled_vault(place, made, rows, document) for rows in (options.rows // 10, options.rows)
        )
        print(f"{'':<32}{'tenth':>9}{'full':>9}{'growth':>8}  goal")
        for (title, one, is_shown), (_, other, _) in zip(acts(*small), acts(*large), strict=True):
            tenth, full = in_turn(one, other)
            goal = "100 ms" if is_shown else "1.2 times the tenth"
            print(f"{title:<32}{tenth:>9.1f}{full:>9.1f}{full / tenth:>8.1f}  {goal}")
        print("milliseconds of the processor, medians")
        for session, _ in (small, large):
            session.close()


if __name__ == "__main__":
    main()
