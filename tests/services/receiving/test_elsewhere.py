"""Whoever received what changed since, by a package or otherwise, is named; also if only custody changed."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support import money
from tests.support.offices import NEXT_DAY, Small, act, copy_of, registered, small_case, unlock
from tests.support.offices import new_office as made_office
from tests.support.packages import bundled, prepared_of, recorded
from tests.support.receiving import SENDER, receiving_office
from tests.support.second_person import ALONE
from tests.support.taken_out import GOING_OUT, added_file
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.description import ItemDescription
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.vocabulary import SentKind
from thb_desktop.errors import MessageNotSoundError, NoticeUnplacedError
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import taking_out
from thb_desktop.services.case_file.sheets import write_sheet
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.login import root_pem
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, descriptions, exhibit_files, exhibits
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.messages.signed_messages import packed_message
from thb_desktop.services.money import finance
from thb_desktop.services.packaging import annexes, packages, register
from thb_desktop.services.persons import people
from thb_desktop.services.receiving import notice_sheets, notices, offices
from thb_desktop.vault.tables import registry
from thb_desktop.verify.notice_text import FORM, FORM_OTHERWISE, NOTICE
from thb_desktop.verify.run import Request, certificates_in, check_file
from thb_desktop.words import sentence

PACKAGE, BUNDLE, FILE, ANNEX = SentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """An office from which E-1 and E-2 left: by a package, by a bundle alone, and E-1 as a single file."""

    folder: Path
    small: Small
    packed: Bundle
    alone: Bundle
    place: Path
    other: Small


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    place = tmp_path_factory.mktemp("left")
    folder, kept = place / "office.thbvault", list[Small]()
    made_office(folder, lambda session: kept.append(small_case(session)))
    (small,) = kept
    with closing(unlock(folder)) as session:
        first, second = registered(session, small), registered(session, small, number="E-2")
        described = ItemDescription(
            id=RowId(""), case_id=small.case.id, exhibit_id=first.id, item="Telephone", make="Nokia"
        )
        descriptions.describe_item(session, described)
        file = added_file(session, first.id, place, barred=False)
        recorded(session, place)
        for name in ("packed", "alone"):
            taken, persons = [first.id, second.id], [small.person.id]
            bundled(session, small.case.id, taken, place / f"{name}.pdf", further=persons)
        packages.make_package(
            session, prepared_of(session, place / "packed.pdf"), place / "closed", second=ALONE
        )
        taking_out.take_out(session, file, place / "copy.txt", GOING_OUT, second=None)
        made = {each.sha256: each for each in registry.BUNDLE.where(session.read, "case_id", small.case.id)}
        packed, alone = (
            made[packages.read_bundle(place / f"{name}.pdf").sha256] for name in ("packed", "alone")
        )
        account = finance.add_account(session, money.account(small.case.id))
        finance.add_statement(session, money.statement(small.case.id, account.id, exhibit_id=second.id))
        ids = register.list_recipients(session)
        options = annexes.AnnexOptions(
            bundle=packages.read_bundle(place / "alone.pdf"),
            persons=(small.person.id,),
            recipients=tuple(each.id for each in ids if each.kind is v.RecipientKind.ADDRESSEE),
            reason="The judge summons the victim",
        )
        planned = annexes.plan_annex(session, small.case.id, options)
        annexes.make_annex(session, planned, place / "annex", second=ALONE)
        (place / "root.pem").write_text(root_pem(session.office_record))
    receiver = place / "receiver.thbvault"
    return Left(
        folder=folder, small=small, packed=packed, alone=alone, place=place, other=receiving_office(receiver)
    )


@pytest.fixture
def office(left: Left, tmp_path: Path) -> Iterator[Session]:
    session = unlock(copy_of(left.folder, tmp_path / "office.thbvault"), start=NEXT_DAY)
    yield session
    session.close()


@pytest.fixture
def there(left: Left, tmp_path: Path) -> Iterator[Session]:
    """An office abroad that knows the one from which it left."""
    session = unlock(copy_of(left.place / "receiver.thbvault", tmp_path / "there.thbvault"), start=NEXT_DAY)
    roots = certificates_in(left.place / "root.pem")
    fingerprint = sha256(roots[0]).hexdigest()
    offices.add_office(
        session, name=SENDER, country="BE", roots=roots, fingerprint=fingerprint, told="By telephone"
    )
    yield session
    session.close()


type Told = list[tuple[v.SentKind, v.NoticeKind, str]]


def due(session: Session, left: Left) -> Told:
    found = notices.list_due(session, left.small.case.id)
    return [(each.sent.kind, each.kind, each.number) for each in found]


def rectified(number: str, *sent: v.SentKind) -> Told:
    return [(each, v.NoticeKind.RECTIFIED, number) for each in sent]


def correct_source(session: Session, left: Left) -> None:
    found = exhibits.find_numbered(session, left.small.case.id, "E-1")
    assert found is not None
    corrections.correct(session, replace(found, source="Another place"), "It was taken elsewhere")


def test_nobody_is_named_as_long_as_nothing_changed(office: Session, left: Left):
    assert due(office, left) == []


def test_a_corrected_exhibit_is_told_to_who_received_its_bundle_or_its_file_too(office: Session, left: Left):
    correct_source(office, left)

    assert due(office, left) == rectified("E-1", PACKAGE, BUNDLE, FILE)
    told = [each.recipients for each in notices.list_due(office, left.small.case.id)]
    assert told == [("Judge of Borduria",), (left.alone.recipient,), (GOING_OUT.recipient,)]


def test_a_corrected_event_of_custody_is_told_and_one_that_was_entered_afterwards_is_not(
    office: Session, left: Left
):
    second = exhibits.find_numbered(office, left.small.case.id, "E-2")
    assert second is not None
    later = custody.record_custody_event(office, second.id, act(v.CustodyAction.STORED))
    wrong = {"wrong_value": "A-1", "right_value": "A-2"}
    custody.record_custody_event(
        office, second.id, act(v.CustodyAction.CORRECTION, corrects=later.id, **wrong)
    )
    before = due(office, left)

    first = custody.list_events(office, second.id)[0]
    custody.record_custody_event(
        office, second.id, act(v.CustodyAction.CORRECTION, corrects=first.id, **wrong)
    )

    assert before == []
    assert due(office, left) == rectified("E-2", PACKAGE, BUNDLE)  # printed in it, without a file of it


def test_a_corrected_description_is_told_and_a_working_note_is_not(office: Session, left: Left):
    first = exhibits.find_numbered(office, left.small.case.id, "E-1")
    assert first is not None
    corrections.correct(office, replace(first, note="Ask the registry"), "To remember")
    before = due(office, left)
    (described,) = registry.ITEM_DESCRIPTION.where(office.read, "exhibit_id", first.id)

    corrections.correct(office, replace(described, make="Samsung"), "Read again")

    assert before == []
    assert due(office, left) == rectified("E-1", PACKAGE, BUNDLE, FILE)


def test_a_corrected_statement_that_no_bundle_held_is_not_told(office: Session, left: Left):
    (kept,) = registry.BANK_STATEMENT.where(office.read, "case_id", left.small.case.id)

    corrections.correct(office, replace(kept, opening="101.00"), "Read again")

    assert due(office, left) == []


def test_of_an_annex_a_corrected_identity_is_told_by_its_pseudonym_and_entered(
    office: Session, left: Left, there: Session, tmp_path: Path
):
    kept = registry.SEALED_IDENTITY.find(office.read, left.small.person.id)
    assert kept is not None
    known = people.open_identity(office, kept)

    corrections.correct_identity(office, replace(known, name="Ioana Crețan-Exemplu"), "Her passport was seen")

    assert due(office, left) == rectified(left.small.person.code, ANNEX)
    (told,) = notices.list_due(office, left.small.case.id)
    assert told.recipients == ("Judge of Borduria",)
    file, (annex,) = tmp_path / "annex.asice", registry.IDENTITY_ANNEX.all(office.read)
    given = notices.give_notice(office, told, "Ask us for the corrected annex", file)
    assert b"Ioana" not in file.read_bytes()

    entered = notices.import_notice(there, file, left.other.case.id)

    assert (given.annex_id, [each.is_told for each in notices.list_due(office, left.small.case.id)]) == (
        annex.id,
        [True],
    )
    assert (entered.sent, entered.sent_number, entered.sent_sha256) == (ANNEX, annex.number, annex.sha256)
    assert (entered.number, entered.text, entered.exhibit_id) == (
        *(left.small.person.code, "Ask us for the corrected annex"),
        None,
    )
    for session in (office, there):
        report = check_vault(session)
        assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()
    findings = check_file(Request(file=file, roots=(left.place / "root.pem",)))
    assert {each.standing for each in findings} == {Standing.HOLDS}
    shown = [
        *notice_sheets.given_sheet(office, given.id).texts(),
        *notice_sheets.received_sheet(there, entered.id).texts(),
    ]
    assert shown.count(annex.sha256) == 2


@pytest.mark.parametrize("form", [FORM, FORM_OTHERWISE, "thb-notice/99"])
def test_a_notice_that_its_office_signed_in_no_form_of_a_notice_is_refused(
    office: Session, left: Left, there: Session, tmp_path: Path, form: str
):
    file, text = tmp_path / "notice.asice", {"format": form, "id": "n-1", "text": "The place was another"}
    file.write_bytes(packed_message(office, NOTICE, text, office.clock.read().at))

    found = {
        each.code: each.standing for each in check_file(Request(file=file, roots=(left.place / "root.pem",)))
    }

    assert {code for code, standing in found.items() if standing is not Standing.HOLDS} == {"notice-form"}
    assert found["notice-form"] is Standing.BROKEN
    with pytest.raises(MessageNotSoundError):
        notices.import_notice(there, file, left.other.case.id)
    assert notices.list_notices(there, left.other.case.id) == ()


def test_who_received_a_bundle_or_a_file_enters_the_notice_where_they_keep_it(
    office: Session, left: Left, there: Session, tmp_path: Path
):
    correct_source(office, left)
    _, bundle, file = notices.list_due(office, left.small.case.id)
    given = [
        notices.give_notice(office, each, "The place was another", tmp_path / f"{each.sent.kind}.asice")
        for each in (bundle, file)
    ]
    holder = registered(there, left.other, number="X-7")
    exhibit_files.add_file(
        there, holder.id, source=left.place / "alone.pdf", name="alone.pdf", media_type="application/pdf"
    )

    entered = notices.import_notice(there, tmp_path / "BUNDLE.asice")
    with pytest.raises(NoticeUnplacedError):
        notices.import_notice(there, tmp_path / "FILE.asice")
    placed = notices.import_notice(there, tmp_path / "FILE.asice", left.other.case.id)

    assert [each.is_told for each in notices.list_due(office, left.small.case.id)] == [False, True, True]
    assert (entered.case_id, entered.exhibit_id) == (left.other.case.id, holder.id)
    assert (entered.sent, entered.sent_number, entered.sent_sha256) == (
        *(v.SentKind.BUNDLE, left.alone.number),
        left.alone.sha256,
    )
    assert (placed.exhibit_id, placed.sent_number, placed.number) == (None, "E-1", "E-1")
    for session in (office, there):
        report = check_vault(session)
        assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()
    request = Request(file=tmp_path / "BUNDLE.asice", roots=(left.place / "root.pem",))
    findings = check_file(request)
    assert {each.standing for each in findings} == {Standing.HOLDS}
    (said,) = (sentence(each, "en") for each in findings if each.code == "notice-told")
    assert f"bundle {left.alone.number} (SHA-256 {left.alone.sha256}), E-1 was rectified" in said
    pages = {
        "ours": notice_sheets.given_sheet(office, given[0].id),
        "theirs": notice_sheets.received_sheet(there, entered.id),
    }
    for name, sheet in pages.items():
        write_sheet(sheet, tmp_path / f"{name}.pdf")
        assert {left.alone.sha256, entered.sha256, "The place was another"} <= set(sheet.texts())
    assert left.alone.recipient in pages["ours"].texts()
    assert "X-7" in pages["theirs"].texts()
