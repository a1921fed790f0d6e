"""Notices: recipients are told what was recalled, rectified or supplemented since, and enter it once."""

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import cast

import pytest

from tests.support.instruments import condition
from tests.support.offices import LATER, NEXT_DAY, Small, copy_of, unlock
from tests.support.receiving import Post, Receiver, receiving_office, recorded_office
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.times import to_text
from thb_desktop.domain.vocabulary import IdentityProtection, NoticeKind, SentKind, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    MessageNotSoundError,
    NameInNoticeError,
    NotFoundError,
    NoticeForeignError,
    NoticeSeenError,
    OfficeUnknownError,
    ReasonMissingError,
)
from thb_desktop.findings import Standing
from thb_desktop.ledger.canonical import Value
from thb_desktop.package.members import held
from thb_desktop.package.packing import write_container
from thb_desktop.package.unpacking import open_container
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import use_conditions
from thb_desktop.services.core.login import root_certificate, root_pem
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.messages.kept_messages import about
from thb_desktop.services.messages.signed_messages import packed_message
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.receiving import arrivals, notices, offices
from thb_desktop.services.receiving.refused import AfterAll, import_refused
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.notice_text import (
    NOTICE,
    Sent,
    Theirs,
    ToldNotice,
    form_of,
    told_notice,
    written,
    written_subject,
)
from thb_desktop.verify.run import Request, certificates_in, check_file


@pytest.fixture
def liege(post: Post, tmp_path: Path) -> Iterator[Session]:
    session = unlock(copy_of(post.office, tmp_path / "liege.thbvault"), start=NEXT_DAY)
    yield session
    session.close()


def corrected(session: Session, post: Post, number: str = "E-05") -> None:
    """Correct the source of an exhibit after it was sent."""
    found = exhibits.find_numbered(session, post.made.package.case_id, number)
    assert found is not None
    corrections.correct(session, replace(found, source="Another place"), "It was taken elsewhere")


def restricted(session: Session, post: Post) -> None:
    """Enter a condition of use of an exhibit after it was sent."""
    found = exhibits.find_numbered(session, post.made.package.case_id, "E-05")
    assert found is not None
    case = next(each.case for each in cases.list_cases(session) if each.case.id == post.made.package.case_id)
    small = Small(case=case, official=None, authority=None, interpreter=None, person=None)  # type: ignore[arg-type]
    use_conditions.add_condition(session, condition(small, number="C-9", exhibit_id=found.id))


def test_nobody_has_to_be_told_as_long_as_nothing_changed(liege: Session, post: Post):
    assert notices.list_due(liege, post.made.package.case_id) == ()


def test_what_was_corrected_since_is_told_once_and_entered_where_it_was_received(
    liege: Session, post: Post, receiver: Receiver, tmp_path: Path
):
    recorded_office(receiver.session, post)
    received = receiver.imported()
    corrected(liege, post)

    (due,) = notices.list_due(liege, post.made.package.case_id)
    given = notices.give_notice(liege, due, "The place of seizure was another", tmp_path / "notice.asice")
    (after,) = notices.list_due(liege, post.made.package.case_id)
    entered = notices.import_notice(receiver.session, tmp_path / "notice.asice")

    assert (due.kind, due.number, due.is_told, after.is_told) == (NoticeKind.RECTIFIED, "E-05", False, True)
    items = {each.number: each.exhibit_id for each in arrivals.items_of(receiver.session, received.id)}
    assert (entered.exhibit_id, entered.text) == (items["E-05"], "The place of seizure was another")
    assert entered.sha256 == given.sha256 == sha256((tmp_path / "notice.asice").read_bytes()).hexdigest()
    assert notices.list_notices(receiver.session, receiver.small.case.id) == (entered,)
    for session, action in (
        (liege, VaultAction.NOTICE_GIVEN),
        (receiver.session, VaultAction.NOTICE_ENTERED),
    ):
        assert action in {each.parsed().action for each in chain.entries(session.read)}
        report = check_vault(session)
        assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()
    findings = check_file(Request(file=tmp_path / "notice.asice", roots=(post.root,)))
    assert {each.standing for each in findings} == {Standing.HOLDS}
    with pytest.raises(NoticeSeenError):
        notices.import_notice(receiver.session, tmp_path / "notice.asice")


def test_a_condition_of_what_was_received_is_entered_with_the_exhibit_that_it_binds(
    liege: Session, post: Post, receiver: Receiver, tmp_path: Path
):
    recorded_office(receiver.session, post)
    received = receiver.imported()
    restricted(liege, post)

    (due,) = notices.list_due(liege, post.made.package.case_id)
    notices.give_notice(liege, due, "Not to be used as evidence", tmp_path / "notice.asice")
    entered = notices.import_notice(receiver.session, tmp_path / "notice.asice")

    items = {each.number: each for each in arrivals.items_of(receiver.session, received.id)}
    assert (due.kind, due.number) == (NoticeKind.RESTRICTED, "E-05 (C-9)")
    assert due.theirs == (Theirs(id=items["E-05"].foreign_id, number="E-05"),)
    assert (entered.number, entered.exhibit_id) == ("E-05 (C-9)", items["E-05"].exhibit_id)
    report = check_vault(receiver.session)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


def test_a_condition_of_several_is_entered_with_none_of_them(
    liege: Session, post: Post, receiver: Receiver, tmp_path: Path
):
    recorded_office(receiver.session, post)
    receiver.imported()
    restricted(liege, post)
    (due,) = notices.list_due(liege, post.made.package.case_id)
    told = ToldNotice(
        id="notice",
        kind=due.kind,
        sent=due.sent,
        subject=due.subject,
        number=due.number,
        text="Not to be used",
        made_at=LATER,
        of=due.theirs,
    )
    other = registry.RECEIVED_ITEM.all(receiver.session.read)
    theirs = tuple(Theirs(id=each.foreign_id, number=each.number) for each in other)
    (received,) = registry.RECEIVED_PACKAGE.all(receiver.session.read)

    assert about(receiver.session.read, received, told) is not None
    assert about(receiver.session.read, received, replace(told, of=theirs)) is None


def test_a_notice_of_an_earlier_version_names_what_was_received_in_its_number_alone():
    named: Value = {"id": "sent", "number": "P-1", "sha256": "00" * 32}
    told: dict[str, Value] = {
        "format": "thb-notice/1",
        "id": "notice",
        "at": "2026-06-01T09:00:00Z",
        "package": named,
        "kind": "RESTRICTED",
        "subject": {"id": "c", "number": "E-05 (C-9)"},
        "text": "Not to be used",
    }
    subject = {"id": "c", "number": "E-05 (C-9)"}
    of: list[Value] = [{"id": "e", "number": "E-05"}]

    assert told_notice(told).of == ()
    assert told_notice({**told, "subject": written_subject("c", "E-05 (C-9)", [])}).of == ()
    assert told_notice({**told, "subject": {**subject, "of": of}}).of == (Theirs(id="e", number="E-05"),)
    for wrong in cast(list[Value], ["E-05", [{"id": "e"}], [["e", "E-05"]], [{"id": "e", "number": 5}]]):
        with pytest.raises(MessageNotSoundError):
            told_notice({**told, "subject": {**subject, "of": wrong}})


def test_a_notice_of_what_was_refused_stays_sound_when_that_is_imported_after_all(
    liege: Session, post: Post, receiver: Receiver, tmp_path: Path
):
    recorded_office(receiver.session, post)
    received = receiver.imported(refused={"E-05": "Marked as classified"})
    corrected(liege, post)
    (due,) = notices.list_due(liege, post.made.package.case_id)
    notices.give_notice(liege, due, "The place of seizure was another", tmp_path / "notice.asice")
    entered = notices.import_notice(receiver.session, tmp_path / "notice.asice")

    import_refused(
        receiver.session,
        AfterAll(
            received_id=received.id,
            numbers=frozenset({"E-05"}),
            because="Declassified",
            received_by=receiver.small.official.id,
            at=LATER,
            place="Bucharest",
        ),
    )

    assert entered.exhibit_id is None
    report = check_vault(receiver.session)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


def test_what_changes_again_is_due_again(liege: Session, post: Post, tmp_path: Path):
    corrected(liege, post)
    (due,) = notices.list_due(liege, post.made.package.case_id)
    notices.give_notice(liege, due, "Corrected", tmp_path / "first.asice")
    found = exhibits.find_numbered(liege, post.made.package.case_id, "E-05")
    assert found is not None
    corrections.correct(liege, replace(found, source="A third place"), "It was taken there")

    (again,) = notices.list_due(liege, post.made.package.case_id)

    assert not again.is_told
    with pytest.raises(NotFoundError):
        notices.give_notice(liege, due, "Corrected", tmp_path / "second.asice")


def test_a_notice_says_something_and_overwrites_nothing(liege: Session, post: Post, tmp_path: Path):
    corrected(liege, post)
    (due,) = notices.list_due(liege, post.made.package.case_id)
    (tmp_path / "there").write_bytes(b"something")

    with pytest.raises(ReasonMissingError):
        notices.give_notice(liege, due, " ", tmp_path / "notice.asice")
    with pytest.raises(AlreadyExistsError):
        notices.give_notice(liege, due, "Corrected", tmp_path / "there")
    assert not (tmp_path / "notice.asice").exists()


def test_a_notice_about_what_never_came_or_of_an_unknown_office_is_refused(
    liege: Session, post: Post, receiver: Receiver, tmp_path: Path
):
    corrected(liege, post)
    (due,) = notices.list_due(liege, post.made.package.case_id)
    notices.give_notice(liege, due, "Corrected", tmp_path / "notice.asice")

    with pytest.raises(OfficeUnknownError):
        notices.import_notice(receiver.session, tmp_path / "notice.asice")
    recorded_office(receiver.session, post)
    with pytest.raises(NoticeForeignError):
        notices.import_notice(receiver.session, tmp_path / "notice.asice")
    data = bytearray((tmp_path / "notice.asice").read_bytes())
    data[900] ^= 1
    (tmp_path / "changed.asice").write_bytes(data)
    with pytest.raises(MessageNotSoundError):
        notices.import_notice(receiver.session, tmp_path / "changed.asice")


def test_a_notice_counts_only_from_a_judge_or_a_prosecutor(
    liege: Session, post: Post, receiver: Receiver, tmp_path: Path
):
    """A clerk has a certificate under the root of the office too."""
    recorded_office(receiver.session, post)
    receiver.imported()
    corrected(liege, post)
    (due,) = notices.list_due(liege, post.made.package.case_id)
    notices.give_notice(liege, due, "Corrected", tmp_path / "notice.asice")
    clerk = users.add_user(
        liege,
        name="Ada Clerk",
        role=UserRole.CLERK,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    signer = users.signer_of(liege, clerk.id, passphrase(OTHER_PASSPHRASE)).keys.signer
    container = open_container(io.BytesIO((tmp_path / "notice.asice").read_bytes()))
    target, root = io.BytesIO(), root_certificate(liege.office_record)
    members = [
        held(name, kind, b"".join(container.pieces(f"data/{name}")))
        for name, kind in ((NOTICE, "application/json"), ("root-certificate.pem", "application/x-pem-file"))
    ]
    at = liege.clock.read().at.replace(microsecond=0)
    write_container(target, members, info={}, signer=signer, chain=[root], at=at)
    (tmp_path / "by-the-clerk.asice").write_bytes(target.getvalue())

    with pytest.raises(MessageNotSoundError):
        notices.import_notice(receiver.session, tmp_path / "by-the-clerk.asice")
    notices.import_notice(receiver.session, tmp_path / "notice.asice")


def test_a_notice_about_a_bundle_is_entered_only_from_the_office_that_signed_the_bundle(
    liege: Session, post: Post, receiver: Receiver, tmp_path: Path
):
    """The bundle came in a package, so its office is known, also where a copy of it is kept by hand."""
    other = tmp_path / "antwerp.thbvault"
    receiving_office(other)
    recorded_office(receiver.session, post)
    received = receiver.imported()
    bundle = next(
        each
        for each in registry.EXHIBIT_FILE.where(receiver.session.read, "exhibit_id", received.exhibit_id)
        if each.name == "bundle.pdf"
    )
    (made,) = registry.BUNDLE.where(liege.read, "sha256", bundle.sha256)
    sent = Sent(kind=SentKind.BUNDLE, id=made.id, number=made.number, sha256=made.sha256)

    with closing(unlock(other, start=NEXT_DAY)) as antwerp:
        known_too(receiver.session, antwerp, tmp_path)
        (tmp_path / "theirs.asice").write_bytes(signed_notice(antwerp, sent, "n-1"))
    (tmp_path / "own.asice").write_bytes(signed_notice(liege, sent, "n-2"))

    with pytest.raises(NoticeForeignError):
        notices.import_notice(receiver.session, tmp_path / "theirs.asice", received.case_id)
    assert notices.list_notices(receiver.session, received.case_id) == ()
    entered = notices.import_notice(receiver.session, tmp_path / "own.asice")
    assert (entered.sent, entered.exhibit_id) == (SentKind.BUNDLE, received.exhibit_id)


def known_too(session: Session, other: Session, place: Path) -> None:
    """Record another office, as it told its root."""
    root = place / "other-root.pem"
    root.write_text(root_pem(other.office_record))
    offices.add_office(
        session,
        name="Antwerp (fictional)",
        country="BE",
        roots=certificates_in(root),
        fingerprint=sha256(certificates_in(root)[0]).hexdigest(),
        told="By telephone",
    )


def signed_notice(session: Session, sent: Sent, number: str) -> bytes:
    """A notice about what was sent, signed by the office of this session."""
    at = session.clock.read().at.replace(microsecond=0)
    told: dict[str, Value] = {
        "format": form_of(sent),
        "id": number,
        "at": to_text(at),
        "office": session.office_record.name,
        "signer": {"name": session.user.name, "function": session.user.role.value},
        **written(sent),
        "kind": NoticeKind.RECTIFIED.value,
        "subject": written_subject("subject", "E-05", ()),
        "text": "The place was another",
    }
    return packed_message(session, NOTICE, told, at)


def test_a_notice_that_says_what_is_sealed_of_a_person_is_not_signed(
    liege: Session, post: Post, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    corrected(liege, post)
    (due,) = notices.list_due(liege, post.made.package.case_id)
    person = next(
        each
        for each in registry.PERSON.where(liege.read, "case_id", due.case_id)
        if each.identity_protection is not IdentityProtection.NONE
    )
    identity = people.reveal_identity(liege, person.id, justification="To compare", second=ALONE)

    with pytest.raises(NameInNoticeError):
        notices.give_notice(liege, due, f"{identity.name} corrected it", tmp_path / "notice.asice")
    notices.give_notice(liege, due, f"{person.code} corrected it", tmp_path / "notice.asice")

    assert len(registry.GIVEN_NOTICE.all(liege.read)) == 1
    (bundle,) = registry.BUNDLE.where(liege.read, "case_id", due.case_id)
    sent = [own for table, own in bundle.entries if table == "authority"]
    authority = registry.AUTHORITY.among(liege.read, "id", sent)[0]
    corrections.correct(liege, replace(authority, name=f"Office of {identity.name}"), "As the letter says")
    called = next(one for one in notices.list_due(liege, due.case_id) if identity.name in one.number)
    with pytest.raises(NameInNoticeError):
        notices.give_notice(liege, called, "It was corrected", tmp_path / "called.asice")

    sixth = replace(due, theirs=(Theirs(id="sixth", number=f"Office of {identity.name}"),))
    monkeypatch.setattr(notices, "_list_due", lambda *_: (sixth,))
    with pytest.raises(NameInNoticeError):
        notices.give_notice(liege, sixth, "It was corrected", tmp_path / "sixth.asice")
