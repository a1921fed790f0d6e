"""The register of recipients: compared once, on record, checked each time, always the own office too."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support.offices import unlock
from tests.support.packages import THERE, record, recorded
from tests.support.recipients import Holder, holder
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.vocabulary import RecipientKind
from thb_desktop.errors import (
    AlreadyExistsError,
    CustodyAppendOnlyError,
    FingerprintDiffersError,
    NotFoundError,
    OwnOfficeMissingError,
    ReasonMissingError,
    RecipientError,
    RecipientStateMissingError,
    ValueRefusedError,
)
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging import register
from thb_desktop.vault.tables import chain, registry


@pytest.fixture
def judge(session: Session, tmp_path: Path) -> Holder:
    key = ec.generate_private_key(ec.SECP384R1())
    return holder(key, tmp_path, "their", since=session.clock.read().at)


def test_a_recipient_is_on_record_with_who_told_the_fingerprint_and_who_compared(
    session: Session, judge: Holder
):
    record(session, RecipientKind.ADDRESSEE, judge, "  Judge of Borduria ")

    (kept,) = register.list_recipients(session)
    entry = [*chain.entries(session.read)][-1].parsed()
    assert (kept.name, kept.told) == ("Judge of Borduria", "By telephone, by the holder")
    assert (kept.sha256, kept.added_by) == (sha256(judge.certificate).hexdigest(), session.user.id)
    assert (entry.action, entry.subject, entry.at) == (VaultAction.RECIPIENT_ADDED, kept.id, kept.at)


def test_another_fingerprint_than_the_told_one_records_nothing(session: Session, judge: Holder):
    with pytest.raises(FingerprintDiffersError):
        register.add_recipient(
            session,
            RecipientKind.ADDRESSEE,
            **THERE,
            name="Judge",
            certificate=judge.certificate_file,
            fingerprint="0" * 64,
            told="By telephone",
        )

    assert register.list_recipients(session) == ()


@pytest.mark.parametrize("lacking", ["name", "told"])
def test_a_recipient_has_a_name_and_somebody_told_the_fingerprint(
    session: Session, judge: Holder, lacking: str
):
    words = {"name": "Judge", "told": "By telephone", lacking: " "}

    with pytest.raises(ReasonMissingError):
        register.add_recipient(
            session,
            RecipientKind.ADDRESSEE,
            **THERE,
            certificate=judge.certificate_file,
            fingerprint=sha256(judge.certificate).hexdigest(),
            **words,
        )


def test_nothing_is_closed_unless_the_own_office_can_open_it(session: Session, judge: Holder):
    record(session, RecipientKind.ADDRESSEE, judge, "Judge")
    (kept,) = register.list_recipients(session)

    with pytest.raises(OwnOfficeMissingError):
        register.recipients_for(session, [kept.id])


def test_escrow_and_own_office_are_always_among_them_and_cannot_be_chosen(session: Session, tmp_path: Path):
    recorded(session, tmp_path)
    escrow = holder(
        ec.generate_private_key(ec.SECP256R1()), tmp_path, "escrow", since=session.clock.read().at
    )
    record(session, RecipientKind.ESCROW, escrow, "Ministry")
    by_kind = {each.kind: each for each in register.list_recipients(session)}

    found = register.recipients_for(session, [by_kind[RecipientKind.ADDRESSEE].id])

    assert {each.kind for each in found} == {*RecipientKind}
    with pytest.raises(NotFoundError):
        register.recipients_for(session, [by_kind[RecipientKind.ESCROW].id])


@pytest.mark.parametrize("kind", list(RecipientKind))
def test_a_certificate_that_ended_since_it_was_recorded_closes_no_package(
    folder: Path, tmp_path: Path, kind: RecipientKind
):
    with closing(unlock(folder)) as session:
        now = session.clock.read().at
        for each in RecipientKind:
            since = now - timedelta(days=28) if each is kind else now
            key = ec.generate_private_key(ec.SECP256R1())
            record(session, each, holder(key, tmp_path, each.value, since=since), each.value)
        chosen = [one.id for one in register.list_recipients(session) if one.kind is RecipientKind.ADDRESSEE]
        assert len(register.recipients_for(session, chosen)) == len(RecipientKind)

    with closing(unlock(folder, start=now + timedelta(days=5))) as later, pytest.raises(RecipientError):
        register.recipients_for(later, chosen)


def test_who_was_withdrawn_is_closed_for_no_more_and_stays_on_record(session: Session, tmp_path: Path):
    recorded(session, tmp_path)
    addressee = next(
        each for each in register.list_recipients(session) if each.kind is RecipientKind.ADDRESSEE
    )
    with pytest.raises(ReasonMissingError):
        register.withdraw_recipient(session, addressee.id, "")

    gone = register.withdraw_recipient(session, addressee.id, "The key was lost")

    assert gone.withdrawn_at is not None
    assert addressee.id not in {each.id for each in register.list_recipients(session)}
    with pytest.raises(NotFoundError):
        register.recipients_for(session, [addressee.id])
    with pytest.raises(NotFoundError):
        register.withdraw_recipient(session, addressee.id, "Again")
    assert registry.RECIPIENT.find(session.read, addressee.id) == gone


def test_one_certificate_is_recorded_once(session: Session, judge: Holder):
    record(session, RecipientKind.ADDRESSEE, judge, "Judge")

    with pytest.raises(AlreadyExistsError):
        record(session, RecipientKind.OWN_OFFICE, judge, "Judge")


def test_the_certificate_of_an_authority_that_issues_others_is_none_for_letters(
    session: Session, tmp_path: Path
):
    key, at = ec.generate_private_key(ec.SECP256R1()), session.clock.read().at
    plain = holder(key, tmp_path, "authority", since=at)
    loaded = x509.load_der_x509_certificate(plain.certificate)
    authority = (
        x509.CertificateBuilder(loaded.issuer, loaded.subject, key.public_key(), loaded.serial_number)
        .not_valid_before(loaded.not_valid_before_utc)
        .not_valid_after(loaded.not_valid_after_utc)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    plain.certificate_file.write_bytes(authority.public_bytes(Encoding.PEM))

    with pytest.raises(RecipientError, match="issues others"):
        register.add_recipient(
            session,
            RecipientKind.ADDRESSEE,
            **THERE,
            name="Authority",
            certificate=plain.certificate_file,
            fingerprint=sha256(authority.public_bytes(Encoding.DER)).hexdigest(),
            told="By telephone",
        )


def test_the_table_keeps_what_was_recorded(session: Session, judge: Holder):
    record(session, RecipientKind.ADDRESSEE, judge, "Judge")
    (kept,) = register.list_recipients(session)

    with pytest.raises(CustodyAppendOnlyError), session.work() as work:
        work.save(replace(kept, sha256="0" * 64))

    assert register.list_recipients(session) == (kept,)


def test_an_addressee_has_a_state_and_a_kind_and_the_own_office_has_none(session: Session, judge: Holder):
    def added(kind: RecipientKind, **place: object) -> None:
        register.add_recipient(
            session,
            kind,
            name="Judge",
            certificate=judge.certificate_file,
            fingerprint=sha256(judge.certificate).hexdigest(),
            told="By telephone",
            **place,  # type: ignore[arg-type]
        )

    for place in ({}, {"state": "RO"}, {"party": PartyKind.AUTHORITY}):
        with pytest.raises(RecipientStateMissingError):
            added(RecipientKind.ADDRESSEE, **place)
    with pytest.raises(ValueRefusedError):
        added(RecipientKind.ADDRESSEE, state="Romania", party=PartyKind.AUTHORITY)
    with pytest.raises(ValueRefusedError):
        added(RecipientKind.OWN_OFFICE, state="BE")
    added(RecipientKind.ADDRESSEE, state="RO", party=PartyKind.AUTHORITY)
    (kept,) = register.list_recipients(session)
    place = register.places_said(session)[kept.id]
    assert (kept.state, kept.party) == ("RO", PartyKind.AUTHORITY)
    assert (place.by, place.at, place.because) == (session.user.id, kept.at, "")


def test_where_a_recipient_is_is_said_later_and_corrected_for_a_reason(session: Session, judge: Holder):
    record(session, RecipientKind.ADDRESSEE, judge, "Judge")
    (kept,) = register.list_recipients(session)
    old = replace(kept, state="", party=None)  # as it was recorded before there was a State
    with session.work() as work:
        work.save(old)
        work.record(old.id, VaultAction.RECIPIENT_CORRECTED, "as before")

    with pytest.raises(ReasonMissingError):
        register.correct_recipient(session, old.id, state="RO", party=PartyKind.DEFENCE, reason=" ")
    with pytest.raises(RecipientStateMissingError):
        register.correct_recipient(session, old.id, state="", party=None, reason="So")
    with pytest.raises(NotFoundError):
        register.correct_recipient(session, RowId("nobody"), state="RO", party=PartyKind.DEFENCE, reason="So")
    said = register.correct_recipient(
        session, old.id, state="RO", party=PartyKind.DEFENCE, reason="Her letter"
    )

    place = register.places_said(session)[kept.id]
    assert (place.by, place.because) == (session.user.id, "Her letter")
    assert place.at > kept.at
    assert register.list_recipients(session) == (said,)
    assert said == replace(kept, state="RO", party=PartyKind.DEFENCE)
    last = [each.parsed() for each in chain.entries_of(session.read, kept.id)][-1]
    assert last.action == VaultAction.RECIPIENT_CORRECTED
