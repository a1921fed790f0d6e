"""A colleague's own program and what is decided about persons, taken over from files, and printed to sign.

Which of several rows counts can follow from their times or their order, so both are those of the entries.
"""

import io
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from tests.security.colleagues.conftest import hired
from tests.services.bundling.test_signing_copies import read, scan
from tests.services.persons.test_claims import BORN, SAID, WHY, another, claim, decision
from tests.services.testimony.test_elsewhere import begun, taken
from tests.support.colleagues import AFTERWARDS, JUDGE, attacked, told
from tests.support.documents import pdf_of
from tests.support.findings import not_held
from tests.support.offices import LATER, NEXT_DAY, copy_of, new_office, registered, small_case, unlock
from tests.support.own_program import OwnProgram
from tests.support.records import held, sign, turn
from tests.support.second_person import ALONE, approval
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.caution_text import CautionText
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import RowId, told_of
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.page_comparisons import PageComparison, SegmentPlace, placed
from thb_desktop.domain.people import Person
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.signing_copy import SigningCopy
from thb_desktop.services.bundling import signing_copies
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.persons import ages, claims, merges
from thb_desktop.services.testimony import elsewhere
from thb_desktop.vault.tables import registry

FAR = timedelta(days=9000)
AGO = timedelta(days=-300)
FIRST_OF_ALL = RowId("00000000-0000-7000-8000-000000000000")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("decided") / "office.thbvault"

    def fill(session: Session) -> None:
        small = small_case(session)
        one = another(session, small, identity_protection=v.IdentityProtection.NONE)
        two = another(session, small, "V-45", identity_protection=v.IdentityProtection.NONE)
        file = exhibit_files.add_file(
            session,
            registered(session, small).id,
            source=io.BytesIO(pdf_of()),
            name="s.pdf",
            media_type="application/pdf",
        )
        draft = begun(session, small, file)
        elsewhere.take_over(session, draft.id, [taken(file, 1, 1, "Cum?"), taken(file, 2, 2, "Nelu.")])
        for number in ("I-1", "I-2"):
            signing_copies.make_signing_copy(session, read(session, small, number=number).id)
        turn(session, held(session, small, number="I-3"))
        scan(session, small)
        scan(session, small, number="E-91")
        claims.add_claim(session, claim(one), SAID)
        ages.decide_age(session, decision(one, v.AgeFinding.ADULT))
        merges.propose_merge(session, one.id, two.id, WHY)
        clerk = hired(session, v.UserRole.CLERK, ALONE)
        hired(session, v.UserRole.ANALYST, partial(approval, session, clerk, v.TwoPersonAct.ADD_USER))

    new_office(folder)
    with closing(unlock(folder, start=LATER)) as session:
        fill(session)
    unlock(folder, start=NEXT_DAY, heads=folder.parent / "heads").close()
    return folder


@pytest.fixture
def folder(base: Path, tmp_path: Path) -> Path:
    copy_of(base.parent / "heads", tmp_path / "heads")
    return copy_of(base, tmp_path / "office.thbvault")


class Own:
    """What a colleague writes, under the time of the entry unless they say another."""

    def __init__(self, program: OwnProgram) -> None:
        self.program, self.session = program, program.session
        self.now = self.session.clock.read().at + timedelta(seconds=1)
        """When the next entry will be, by the clock of these tests."""

    def id(self) -> RowId:
        return RowId(self.session.new_id(self.now))

    def person(self) -> Person:
        return next(each for each in registry.PERSON.all(self.session.read) if each.code == "V-44")

    def statement(self) -> Interview:
        rows = registry.STATEMENT_ELSEWHERE.all(self.session.read)
        found = registry.INTERVIEW.find(self.session.read, rows[0].id)
        assert found is not None
        return found

    def turn(self) -> Segment:
        return registry.SEGMENT.where(self.session.read, "interview_id", self.statement().id)[0]

    def copies(self) -> tuple[SigningCopy, ...]:
        return registry.SIGNING_COPY.all(self.session.read)

    def exhibit(self, number: str) -> Exhibit:
        return next(each for each in registry.EXHIBIT.all(self.session.read) if each.number == number)


def claimed(own: Own, by: timedelta) -> None:
    made = claim(
        own.person(),
        v.ClaimKind.BIRTH,
        born=BORN,
        id=own.id(),
        entered_by=own.session.user.id,
        at=own.now + by,
    )
    own.program.say(Does.CLAIM_ADDED, made.id, made)


def of_age(own: Own, by: timedelta) -> None:
    made = decision(
        own.person(), v.AgeFinding.ADULT, id=own.id(), entered_by=own.session.user.id, at=own.now + by
    )
    own.program.say(Does.AGE_DECIDED, told_of(made.person_id), made)


def merged(own: Own, by: timedelta) -> None:
    (proposal,) = registry.PERSON_LINK.all(own.session.read)
    link = replace(
        proposal,
        id=own.id(),
        kind=v.PersonLinkKind.MERGED,
        of_id=proposal.id,
        printed=True,
        by=own.session.user.id,
        at=own.now + by,
    )
    own.program.say(Does.PERSONS_MERGED, link.id, link)


def worded(own: Own, by: timedelta) -> None:
    """The former words again, so that they stay the newest for ever."""
    (of,) = registry.PERSON_CLAIM.all(own.session.read)
    (item,) = registry.SEALED_ITEM.where(own.session.read, "subject_id", of.id)
    correction = Correction(
        id=own.id(),
        case_id=of.case_id,
        entity="claim_words",
        subject_id=of.id,
        field="text",
        before=None,
        after=None,
        reason="Misread",
        by=own.session.user.id,
        at=own.now,
    )
    again = replace(item, id=own.id(), added_at=own.now + by)
    own.program.say(Does.CLAIM_WORDS_CORRECTED, of.id, again, correction)


def compared(own: Own, by: timedelta) -> None:
    record = own.statement()
    row = PageComparison(
        id=own.id(),
        interview_id=record.id,
        page=1,
        digest="a" * 64,
        compared_by=own.session.user.id,
        at=own.now + by,
    )
    own.program.say(Does.PAGE_COMPARED, record.id, row)


def printed(own: Own, by: timedelta) -> None:
    copy = own.copies()[0]
    again = replace(copy, id=own.id(), made_by=own.session.user.id, at=own.now + by)
    own.program.say(Does.SIGNING_COPY_MADE, copy.interview_id, again)


def cautioned(own: Own, by: timedelta) -> None:
    row = CautionText(
        id=own.id(),
        code=next(iter(v.CautionCode)),
        language="ro",
        version=1,
        text="Aveți dreptul să tăceți.",
        made_by=own.session.user.id,
        at=own.now + by,
    )
    own.program.say(Does.CAUTION_TEXT_SET, own.session.user.id, row)


Timed = Callable[[Own, timedelta], None]


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("by", "write", "other"),
    [
        (v.UserRole.CLERK, claimed, AGO),
        (JUDGE, of_age, FAR),
        (JUDGE, merged, AGO),
        (v.UserRole.CLERK, worded, FAR),
        (v.UserRole.CLERK, compared, FAR),
        (v.UserRole.CLERK, printed, AGO),
        (JUDGE, cautioned, AGO),
    ],
)
def test_what_is_entered_under_another_time_than_its_entry_is_named(
    folder: Path, by: v.UserRole, write: Timed, other: timedelta
):
    attacked(folder, by, lambda program: write(Own(program), other), start=AFTERWARDS)

    unlocked, checked = told(folder, start=AFTERWARDS + timedelta(days=1))
    assert "act-exceeded.time" in unlocked & checked


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("write", [claimed, printed, compared])
def test_under_the_time_of_its_entry_it_is_not(folder: Path, write: Timed):
    attacked(folder, v.UserRole.CLERK, lambda program: write(Own(program), timedelta()), start=AFTERWARDS)

    assert told(folder, start=AFTERWARDS + timedelta(days=1)) == (set(), set())


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("names_a_scan", [False, True])
def test_who_may_not_edit_testimony_prints_no_copy_and_names_no_scan(folder: Path, names_a_scan: bool):
    def analyst(program: OwnProgram) -> None:
        own = Own(program)
        copy = own.copies()[0]
        if names_a_scan:
            scanned = replace(copy, scan_id=own.exhibit("E-90").id)
            program.say(Does.SIGNED_PAPER_REGISTERED, copy.interview_id, scanned)
        else:
            printed(own, timedelta())

    attacked(folder, v.UserRole.ANALYST, analyst, start=AFTERWARDS)

    unlocked, checked = told(folder, start=AFTERWARDS + timedelta(days=1))
    assert "right-not-held" in unlocked & checked


@pytest.mark.requirement("SR-19")
def test_another_scan_of_a_record_that_was_signed_is_told_once_to_each_user(folder: Path):
    heads = folder.parent / "heads"
    with closing(unlock(folder, start=AFTERWARDS, heads=heads)) as session:
        copy = registry.SIGNING_COPY.all(session.read)[0]
        sign(session, copy.interview_id)
        scans = [each for each in registry.EXHIBIT.all(session.read) if each.number in ("E-90", "E-91")]
        signing_copies.register_signed_paper(session, copy.id, scans[0].id)

    def replaced(program: OwnProgram) -> None:
        other = replace(copy, scan_id=scans[1].id)
        program.say(Does.SIGNED_PAPER_REGISTERED, copy.interview_id, other)

    attacked(folder, v.UserRole.CLERK, replaced, start=AFTERWARDS + timedelta(hours=1))

    found = []
    for days in (1, 2):
        with closing(unlock(folder, start=AFTERWARDS + timedelta(days=days), heads=heads)) as session:
            found.append("paper-replaced" in not_held(session.opening.findings))
    assert found == [True, False]


def struck_scan(own: Own) -> None:
    copy, exhibit = own.copies()[0], own.exhibit("E-91")
    correction = Correction(
        id=own.id(),
        case_id=exhibit.case_id,
        entity="exhibit",
        subject_id=exhibit.id,
        field="struck",
        before="",
        after="Another paper",
        reason="Another paper",
        by=own.session.user.id,
        at=own.now,
    )
    own.program.say(
        Does.EXHIBIT_STRUCK_OUT, exhibit.case_id, replace(exhibit, struck="Another paper"), correction
    )
    own.program.say(Does.SIGNED_PAPER_REGISTERED, copy.interview_id, replace(copy, scan_id=exhibit.id))


def scan_of_two_records(own: Own) -> None:
    for copy in own.copies():
        scanned = replace(copy, scan_id=own.exhibit("E-90").id)
        own.program.say(Does.SIGNED_PAPER_REGISTERED, copy.interview_id, scanned)


def place_in_another_file(own: Own) -> None:
    turn = own.turn()
    file = next(each for each in registry.EXHIBIT_FILE.all(own.session.read) if each.name == "signed.pdf")
    placed_at(own, turn, (Anchor.of_page(file.id, file.sha256, 1),), 1)


def place_on_another_page(own: Own) -> None:
    turn = own.turn()
    before = registry.SEGMENT_PLACE.where(own.session.read, "segment_id", turn.id)[0]
    placed_at(own, turn, before.anchors, 2)


def placed_at(own: Own, turn: Segment, anchors: tuple[Anchor, ...], page: int) -> None:
    place = SegmentPlace(
        id=own.id(),
        interview_id=turn.interview_id,
        segment_id=turn.id,
        page=page,
        anchors=anchors,
        way=v.TakenWay.TYPED,
    )
    own.program.say(Does.PLACE_SET, turn.interview_id, place)


def not_compared(own: Own) -> None:
    record = own.statement()
    own.program.say(Does.STATEMENT_COMPARED, record.id, replace(record, state=v.InterviewState.READ_BACK))


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    "write",
    [struck_scan, scan_of_two_records, place_in_another_file, place_on_another_page, not_compared],
)
def test_what_the_rules_of_the_tables_refuse_is_found_by_the_health_check(
    folder: Path, write: Callable[[Own], None]
):
    attacked(folder, v.UserRole.CLERK, lambda program: write(Own(program)), start=AFTERWARDS)

    assert "events.stray" in told(folder, start=AFTERWARDS + timedelta(days=1))[1]


@pytest.mark.requirement("SR-19")
def test_the_last_place_of_a_turn_is_the_one_that_was_entered_last(folder: Path):
    """Whatever ids a colleague's own program gives to its rows."""

    def write(program: OwnProgram) -> None:
        own = Own(program)
        turn = own.turn()
        (before,) = registry.SEGMENT_PLACE.where(own.session.read, "segment_id", turn.id)
        last = replace(before, id=FIRST_OF_ALL, way=v.TakenWay.TYPED)
        program.say(Does.PLACE_SET, turn.interview_id, last)

    attacked(folder, v.UserRole.CLERK, write, start=AFTERWARDS)

    with closing(unlock(folder, start=AFTERWARDS + timedelta(days=1))) as session:
        record = registry.STATEMENT_ELSEWHERE.all(session.read)[0].id
        turns = registry.SEGMENT.where(session.read, "interview_id", record)
        places = registry.SEGMENT_PLACE.where(session.read, "interview_id", record)
        assert next(placed(turns, places)).place.id == FIRST_OF_ALL
