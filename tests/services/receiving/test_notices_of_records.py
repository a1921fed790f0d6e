"""Notices about records: who received a record is told of a supplement, a rectification and an annulment."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support.offices import NEXT_DAY, Small, copy_of, registered, unlock
from tests.support.packages import prepared_of, recorded
from tests.support.receiving import NAME, arrival, receiving_office
from tests.support.recipients import Holder
from tests.support.records import header_of, outcome, sign, signed, turn
from tests.support.second_person import ALONE
from tests.support.testimony import END, SIGNED_BY_ALL, correction, engagement, presence, signature
from tests.support.transfers import AT_HOME
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.package import Package
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.segment import Segment
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.packaging import packages
from thb_desktop.services.receiving import arrivals, examining, notices, offices
from thb_desktop.services.testimony import decisions, formalities, interviews, read_back, records


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A package with one signed record that left an office."""

    office: Path
    small: Small
    record: Interview
    turn: Segment
    package: Package
    folder: Path
    addressee: Holder
    root: bytes


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    place = tmp_path_factory.mktemp("sent")
    folder = place / "office.thbvault"
    small = receiving_office(folder)
    with closing(unlock(folder)) as session:
        exhibit = registered(session, small)
        record, segment = signed(session, small)
        addressee, _ = recorded(session, place)
        options = bundles.BundleOptions(
            identities_because="Needed there",
            languages=("fr",),
            purpose="Execution",
            recipient="DIICOT",
            interview_ids=(record.id,),
            exhibit_ids=(exhibit.id,),
            released_with=ALONE,
            transfer=AT_HOME,
        )
        prepared = bundles.prepare_bundle(session, small.case.id, options)
        bundles.sign_bundle(session, prepared, place / "bundle.pdf", second=ALONE)
        made = packages.make_package(
            session, prepared_of(session, place / "bundle.pdf"), place / "closed", second=ALONE
        )
        return Sent(
            office=folder,
            small=small,
            record=record,
            turn=segment,
            package=made.package,
            folder=place / "closed",
            addressee=addressee,
            root=root_certificate(session.office_record),
        )


@pytest.fixture
def desk(sent: Sent, tmp_path: Path) -> Iterator[Session]:
    session = unlock(copy_of(sent.office, tmp_path / "sender.thbvault"), start=NEXT_DAY)
    yield session
    session.close()


@pytest.fixture
def there(sent: Sent, tmp_path: Path) -> Iterator[tuple[Session, Small]]:
    """The office that received the package."""
    small = receiving_office(tmp_path / "there.thbvault")
    session = unlock(tmp_path / "there.thbvault", start=NEXT_DAY)
    offices.add_office(
        session,
        name=NAME,
        country="BE",
        roots=[sent.root],
        fingerprint=sha256(sent.root).hexdigest(),
        told="By telephone",
    )
    opener = KeyOpener(certificate=sent.addressee.certificate, private_key=sent.addressee.private_key)
    looked = examining.examine(examining.known_before(session), sent.folder, (opener,))
    arrivals.import_package(session, looked, arrival(small, late_entry_reason="The post took two days"))
    yield session, small
    session.close()


def rectified(desk: Session, sent: Sent, *, is_signed: bool = True) -> InterviewId:
    unsaid = {"health_statement": "", "final_statement": "", "complaint_made": None, "confirmation": None}
    note = interviews.begin_rectification(
        desk, sent.record.id, header_of(sent.small, number="I-01 R", **unsaid)
    )
    wrong = correction(segment_id=sent.turn.id, before="Înțelegeți?", after="Mă înțelegeți?")
    formalities.add_formality(desk, note.id, wrong)
    if is_signed:
        formalities.add_formality(desk, note.id, signature(v.SignerRole.INTERVIEWER))
        sign(desk, note.id)
    return note.id


def supplemented(desk: Session, sent: Sent) -> InterviewId:
    times = {"started_at": END + timedelta(hours=1), "ended_at": END + timedelta(hours=2)}
    later = interviews.begin_supplement(desk, sent.record.id, header_of(sent.small, number="I-02", **times))
    turn(desk, later)
    told = [each for each in records.get_interview(desk, sent.record.id).rows if hasattr(each, "code")]
    formalities.add_formalities(desk, later.id, [presence(), *told])
    worked = {"worked_from": times["started_at"], "worked_to": times["ended_at"]}
    formalities.add_formality(desk, later.id, engagement(interpreter_id=sent.small.interpreter.id, **worked))
    read_back.read_back(
        desk, later.id, outcome(), tuple(replace(each, at=times["ended_at"]) for each in SIGNED_BY_ALL)
    )
    sign(desk, later.id)
    return later.id


def annulled(desk: Session, sent: Sent) -> InterviewId:
    return decided(desk, sent, v.RecordDecisionKind.ANNULLED)


def restricted(desk: Session, sent: Sent) -> InterviewId:
    return decided(desk, sent, v.RecordDecisionKind.RESTRICTED)


def lifted(desk: Session, sent: Sent) -> InterviewId:
    restricted(desk, sent)
    return decided(desk, sent, v.RecordDecisionKind.RESTRICTION_LIFTED)


def decided(desk: Session, sent: Sent, kind: v.RecordDecisionKind) -> InterviewId:
    decisions.decide(
        desk,
        sent.record.id,
        kind,
        reference="2026/17",
        decided_by="Court of Appeal",
        decided_on=PartialDate("2026-03-03"),
        reason="The right to a lawyer was not told",
    )
    return sent.record.id


type Happened = tuple[Callable[[Session, Sent], InterviewId], v.NoticeKind, str]


@pytest.mark.parametrize(
    "happened",
    [
        (rectified, v.NoticeKind.RECTIFIED, "I-01 (I-01 R)"),
        (supplemented, v.NoticeKind.SUPPLEMENTED, "I-01 (I-02)"),
        (annulled, v.NoticeKind.RECALLED, "I-01"),
        (restricted, v.NoticeKind.RESTRICTED, "I-01"),
        (lifted, v.NoticeKind.RECTIFIED, "I-01"),
    ],
    ids=lambda happened: happened[0].__name__,
)
def test_what_happens_to_a_record_that_was_sent_is_told_and_entered(
    desk: Session, there: tuple[Session, Small], sent: Sent, tmp_path: Path, happened: Happened
):
    change, kind, number = happened
    assert notices.list_due(desk, sent.small.case.id) == ()
    subject = change(desk, sent)

    (due,) = notices.list_due(desk, sent.small.case.id)
    given = notices.give_notice(desk, due, "Please read it with this", tmp_path / "notice.asice")
    (after,) = notices.list_due(desk, sent.small.case.id)
    session, small = there
    entered = notices.import_notice(session, tmp_path / "notice.asice")

    assert (due.kind, due.subject, due.number, due.is_told) == (kind, subject, number, False)
    assert after == replace(due, is_told=True)
    assert (entered.kind, entered.number, entered.exhibit_id) == (kind, number, None)
    assert entered.sha256 == given.sha256
    assert notices.list_notices(session, small.case.id) == (entered,)
    for each in (desk, session):
        report = check_vault(each)
        assert {found.code for found in report.findings if found.standing is not Standing.HOLDS} == set()


def test_a_draft_beside_a_record_tells_nobody_of_anything(desk: Session, sent: Sent):
    rectified(desk, sent, is_signed=False)

    assert notices.list_due(desk, sent.small.case.id) == ()


def test_a_record_with_two_changes_is_told_of_each(desk: Session, sent: Sent, tmp_path: Path):
    supplemented(desk, sent)
    annulled(desk, sent)

    found = notices.list_due(desk, sent.small.case.id)
    notices.give_notice(desk, found[0], "Annulled", tmp_path / "notice.asice")
    again = notices.list_due(desk, sent.small.case.id)

    assert {each.kind for each in found} == {v.NoticeKind.RECALLED, v.NoticeKind.SUPPLEMENTED}
    assert [each.is_told for each in again].count(True) == 1
