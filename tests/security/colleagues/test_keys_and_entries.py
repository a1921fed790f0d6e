"""A colleague's own program: a key that a user made is withdrawn, certified wrongly, or an entry cannot be
checked. The one who wrote it is named, and nobody else is kept out or accused.
"""

import secrets
from base64 import b64encode
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support.colleagues import AFTERWARDS, JUDGE, attacked, rows, typed_by, user_of
from tests.support.offices import NEXT_DAY, case_file, unlock
from tests.support.own_program import OwnProgram
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.crypto import certificates, compartments, signing
from thb_desktop.crypto.compartments import receiving_keys
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.leaving import LeavingBar
from thb_desktop.domain.people import SigningIdentity
from thb_desktop.domain.vocabulary import BarKind, IdentityKind, UserRole
from thb_desktop.errors import OwnKeyStaysError
from thb_desktop.findings import Finding, Standing
from thb_desktop.ledger.signers import agreement_bytes
from thb_desktop.services.case_file import cases
from thb_desktop.services.core import act_audit
from thb_desktop.services.core.keys import subject_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import identities, own_keys, renewing
from thb_desktop.vault.tables import registry

ADMINISTRATOR, AUDITOR, CLERK = UserRole.ADMINISTRATOR, UserRole.AUDITOR, UserRole.CLERK
NEW = "copper lantern meadow thistle orchard"
HOUR = timedelta(hours=1)


def named(findings: Iterable[Finding]) -> set[tuple[str, int]]:
    """The broken findings, each with the number of its entry; 0 without one."""
    return {
        (each.key, next((where.first for where in each.where if where.kind == "entry"), 0))
        for each in findings
        if each.standing is Standing.BROKEN
    }


def opened(folder: Path, text: str = PASSPHRASE, *, start: datetime = AFTERWARDS) -> Session:
    return unlock(folder, text, start=start, heads=folder.parent / "heads")


def both_name(folder: Path, text: str = PASSPHRASE) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    with closing(opened(folder, text)) as session:
        return named(session.opening.findings), named(health.check_vault(session).findings)


def made_own(folder: Path, role: UserRole) -> None:
    with closing(opened(folder, typed_by(role), start=NEXT_DAY)) as session:
        own_keys.make_keys_own(session, old=passphrase(typed_by(role)), new=passphrase(NEW))


def own_key_of(program: OwnProgram) -> SigningIdentity:
    found: SigningIdentity = next(
        each for each in rows(program, registry.SIGNING_IDENTITY) if each.kind is IdentityKind.OWN_KEY
    )
    return found


def withdrawn(folder: Path) -> int:
    """An administrator withdraws the key that another user made; return the number of the entry."""
    entries: list[int] = []

    def write(program: OwnProgram) -> None:
        key = own_key_of(program)
        program.say(
            VaultAction.IDENTITY_WITHDRAWN,
            key.user_id,
            replace(key, withdrawn_at=program.next_time(), withdrawn_because="lost"),
        )
        entries.append(program.session.journal.size)

    attacked(folder, ADMINISTRATOR, write, start=NEXT_DAY + 2 * HOUR)
    return entries[0]


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("role", [JUDGE, CLERK])
def test_who_withdraws_a_key_that_another_user_made_is_named_and_it_signs_on(
    office_copy: Path, role: UserRole
):
    made_own(office_copy, role)
    entry = withdrawn(office_copy)

    opening, report = both_name(office_copy, NEW if role is JUDGE else PASSPHRASE)

    assert opening == report == {("act-exceeded.field", entry)}
    with closing(opened(office_copy, NEW)) as session:
        session.opening = replace(session.opening, findings=())  # let it write whatever the unlock says
        cases.open_case(session, case_file(reference="2026/91"))
    with closing(opened(office_copy, typed_by(AUDITOR), start=AFTERWARDS + HOUR)) as session:
        assert named(session.opening.findings) == {("act-exceeded.field", entry)}


@pytest.mark.requirement("SR-15")
def test_a_key_that_waits_signs_once_it_is_certified_whoever_withdrew_it(office_copy: Path):
    made_own(office_copy, CLERK)
    entry = withdrawn(office_copy)
    with closing(opened(office_copy)) as judge:
        judge.opening = replace(judge.opening, findings=())
        renewing.renew_certificates(judge)

    with closing(opened(office_copy, NEW, start=AFTERWARDS + HOUR)) as clerk:
        clerk.opening = replace(clerk.opening, findings=())
        made = own_keys.own_keys_made(clerk)
        cases.open_case(clerk, case_file(reference="2026/92"))

    assert made is not None
    assert not made.waits
    opening, report = both_name(office_copy, typed_by(UserRole.PROSECUTOR))
    assert opening == report == {("act-exceeded.field", entry)}


@pytest.mark.requirement("SR-15")
def test_the_program_withdraws_no_key_that_another_user_made(office_copy: Path):
    made_own(office_copy, JUDGE)
    with closing(opened(office_copy, typed_by(ADMINISTRATOR))) as session:
        (key,) = [each for each in identities.list_identities(session) if each.kind is IdentityKind.OWN_KEY]

        with pytest.raises(OwnKeyStaysError):
            identities.withdraw_identity(session, key.id, reason="lost")


@pytest.mark.requirement("SR-15")
def test_a_session_whose_key_does_not_count_writes_nothing(office_copy: Path):
    """The row of the key that counts is gone, so the session falls back to the former one."""
    made_own(office_copy, JUDGE)
    attacked(
        office_copy,
        ADMINISTRATOR,
        lambda program: program.run("DELETE FROM signing_identity WHERE kind = 'OWN_KEY'"),
        start=NEXT_DAY + 2 * HOUR,
    )

    with closing(opened(office_copy, NEW)) as session:
        found = {key for key, _ in named(session.opening.findings)}

        assert "key-not-counting" in found
        assert not session.is_writable


def another_key(
    program: OwnProgram, certificate: Callable[..., bytes], kind: IdentityKind = IdentityKind.OWN_KEY
) -> int:
    """The author makes their keys their own, with this certificate; return the number of the entry."""
    session = program.session
    key = signing.new_private_key(secrets.token_bytes)
    public = signing.to_spki(key.public_key())
    identity = RowId(session.new_id(program.next_time()))
    received = receiving_keys(compartments.new_receiving_key(secrets.token_bytes))[0].public
    user = registry.USER.find(session.read, session.user.id)
    assert user is not None
    at = program.next_time()
    made = SigningIdentity(
        id=identity,
        user_id=user.id,
        kind=kind,
        certificate=b64encode(certificate(session, key, at)).decode(),
        issued=(),
        added_at=at,
        agreed=session.keys.signer.sign(agreement_bytes(identity, user.id, public, session.vault_id)).hex(),
    )
    changed = replace(
        user,
        receiving_key=b64encode(received).decode(),
        first_receiving_key=user.first_receiving_key or user.receiving_key,
    )
    program.say(VaultAction.KEYS_MADE_OWN, user.id, changed, made)
    return session.journal.size


def by_itself(**other: str) -> Callable[..., bytes]:
    """A certificate of the key over itself, with another subject than the program writes."""

    def certificate(session: Session, key: object, at: datetime) -> bytes:
        subject = replace(subject_of(session.user, session.office), **other)
        return certificates.certify_oneself(key, subject, at=at, randomness=secrets.token_bytes)  # type: ignore[arg-type]

    return certificate


def of_another_time(session: Session, key: object, at: datetime) -> bytes:
    return by_itself()(session, key, at + 30 * HOUR)


def no_certificate(*_: object) -> bytes:
    return b"garbage"


def after_all(session: Session, key: object, at: datetime) -> bytes:
    """It begins when any certificate that is made today has ended."""
    return by_itself()(session, key, at + timedelta(days=4000))


def of_another_kind(make: Callable[[], Any], *, digest: hashes.HashAlgorithm | None) -> Callable[..., bytes]:
    """A certificate of another kind of key over itself, of this user and this time."""

    def certificate(session: Session, _: object, at: datetime) -> bytes:
        key, name = make(), subject_of(session.user, session.office).to_name()
        builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).serial_number(1)
        builder = builder.not_valid_before(at.replace(microsecond=0)).not_valid_after(
            at.replace(microsecond=0) + timedelta(days=1000)
        )
        return builder.public_key(key.public_key()).sign(key, digest).public_bytes(Encoding.DER)

    return certificate


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize(
    "certificate",
    [
        by_itself(common_name="Judge Of Another Name"),
        by_itself(organisation="Another Office"),
        by_itself(serial_number="00000000-0000-4000-8000-000000000000"),
        of_another_time,
        no_certificate,
        after_all,
        pytest.param(
            of_another_kind(lambda: rsa.generate_private_key(65537, 2048), digest=hashes.SHA256()), id="RSA"
        ),
        pytest.param(
            of_another_kind(lambda: ec.generate_private_key(ec.SECP384R1()), digest=hashes.SHA256()),
            id="P-384",
        ),
        pytest.param(of_another_kind(ed25519.Ed25519PrivateKey.generate, digest=None), id="Ed25519"),
    ],
)
def test_who_tells_a_certificate_that_is_not_theirs_is_named_and_nobody_who_renews_it(
    office_copy: Path, certificate: Callable[..., bytes]
):
    entries: list[int] = []
    attacked(office_copy, AUDITOR, lambda program: entries.append(another_key(program, certificate)))

    opening, report = both_name(office_copy)
    assert ("act-exceeded.certificate", entries[0]) in opening
    assert ("act-exceeded.certificate", entries[0]) in report
    with closing(opened(office_copy)) as judge:
        judge.opening = replace(judge.opening, findings=())
        renewing.renew_certificates(judge)

    opening, report = both_name(office_copy, typed_by(UserRole.PROSECUTOR))
    assert {entry for _, entry in opening} == {entries[0]}
    assert {entry for _, entry in report} <= {entries[0], 0}


@pytest.mark.requirement("SR-15")
def test_a_certificate_of_the_key_over_itself_as_the_program_makes_it_is_not_named(office_copy: Path):
    attacked(office_copy, AUDITOR, lambda program: [another_key(program, by_itself())])

    assert both_name(office_copy) == (set(), set())


@pytest.mark.requirement("SR-15", "SR-19")
def test_a_bar_that_no_entry_is_about_stands_and_keeps_nobody_out(office_copy: Path):
    entries: list[int] = []

    def write(program: OwnProgram) -> None:
        (file, *_) = rows(program, registry.EXHIBIT_FILE)
        at = program.next_time()
        bar = LeavingBar(
            id=RowId(program.session.new_id(at)),
            exhibit_id=file.exhibit_id,
            kind=BarKind.ABUSE_MATERIAL,
            reason="x",
            by=program.session.user.id,
            at=at,
            lifts_id=None,
        )
        program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id, bar)
        program.say(VaultAction.FILE_TAKEN_OUT, file.id)
        entries.append(program.session.journal.size)

    attacked(office_copy, AUDITOR, write)

    for found in both_name(office_copy):
        assert {entry for _, entry in found} == {entries[0] - 1, entries[0]}
        assert ("act-exceeded.barred", entries[0]) in found


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("error", [ValueError("too few"), KeyError("id"), TypeError("no text")])
def test_an_entry_that_a_check_stumbles_over_is_named_and_keeps_nobody_out(
    office_copy: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
):
    entries: list[int] = []

    def write(program: OwnProgram) -> None:
        program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id)
        entries.append(program.session.journal.size)

    attacked(office_copy, AUDITOR, write)
    real = act_audit.ActAudit._faults_of_word

    def stumbling(audit: act_audit.ActAudit, entry: object) -> object:
        if entry.seq == entries[0]:  # type: ignore[attr-defined]
            raise error
        return real(audit, entry)  # type: ignore[arg-type]

    monkeypatch.setattr(act_audit.ActAudit, "_faults_of_word", stumbling)

    assert both_name(office_copy) == ({("act-exceeded.unchecked", entries[0])},) * 2


@pytest.mark.requirement("SR-12", "SR-15")
def test_who_recorded_an_epoch_that_the_header_does_not_have_is_named(office_copy: Path):
    entries: list[int] = []

    def leapt(program: OwnProgram) -> None:
        office = program.session.office_record
        raised = replace(office, header_epoch=office.header_epoch + 1000)
        program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id, raised)
        entries.append(program.session.journal.size)
        program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id, raised)

    attacked(office_copy, AUDITOR, leapt)

    with closing(opened(office_copy)) as session:
        (found,) = [each for each in session.opening.findings if each.code == "header-rolled-back"]
        auditor = user_of(session, AUDITOR)
    assert found.key == "header-rolled-back.recorded"
    assert [where.first for where in found.where] == entries
    assert (found.values["name"], found.values["role"]) == (auditor.name, AUDITOR)
