"""Identities: a card or a key file signs in its user's name, because the vault's root vouches for its key."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates

from tests.services.bundling.test_bundles import perla, small_choice
from tests.support.cards import PIN, Cards, issued
from tests.support.offered import SIGNER, offer
from tests.support.offices import LATER, NEXT_DAY, case_file, copy_of, environment, new_office, unlock
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.crypto.cards import CardSigner
from thb_desktop.crypto.certificates import read_holder, verify_leaf
from thb_desktop.crypto.signing import key_id, to_spki
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.people import SigningIdentity
from thb_desktop.domain.vocabulary import IdentityKind, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    CardAbsentError,
    CardRefusedError,
    KeyRefusedError,
    NotFoundError,
    ReasonMissingError,
    RetiredError,
    ThbError,
    WrongKeyFilePassphraseError,
    WrongPassphraseError,
    WrongPinError,
)
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.ledger.extract import Extract
from thb_desktop.services.bundling import bundles, extracts
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.keys import Card, leaf_of
from thb_desktop.services.core.login import new_entry_author, root_certificate, root_fingerprint
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import identities, users, vaults
from thb_desktop.vault import journal
from thb_desktop.vault.tables import chain
from thb_desktop.verify.custody import check_extract
from thb_desktop.verify.pdf import check_pdf

KEY = ec.derive_private_key(4711, ec.SECP256R1())
CERTIFICATE = issued(to_spki(KEY.public_key()))
FILE = serialize_key_and_certificates(
    b"judge", KEY, x509.load_der_x509_certificate(CERTIFICATE), None, BestAvailableEncryption(b"words")
)


def pin(text: str = PIN) -> bytearray:
    return bytearray(text, "ascii")


def with_card(session: Session, cards: Cards, name: str = "judge", **changes: object) -> SigningIdentity:
    given: dict[str, object] = {
        "passphrase": passphrase(),
        "module": cards.module,
        "pin": pin(),
        "public_key": cards.keys[name],
    }
    return identities.add_card(session, session.user.id, **{**given, **changes})  # type: ignore[arg-type]


def with_file(session: Session, **changes: object) -> SigningIdentity:
    given: dict[str, object] = {
        "passphrase": passphrase(),
        "file": FILE,
        "file_passphrase": bytearray(b"words"),
    }
    return identities.add_key_file(session, session.user.id, **{**given, **changes})  # type: ignore[arg-type]


def unlock_with(folder: Path, card: Card | None) -> Session:
    return vaults.unlock_vault(folder, passphrase=passphrase(), environment=environment(NEXT_DAY), card=card)


def is_sound(session: Session) -> bool:
    return all(finding.standing is Standing.HOLDS for finding in session_findings(session))


def session_findings(session: Session) -> tuple[Finding, ...]:
    return health.check_vault(session).findings


def last_action(session: Session) -> str:
    entry = chain.last_entry(session.read)
    assert entry
    return entry.parsed().action


def test_the_root_vouches_for_the_cards_key_and_keeps_who_issued_it_beside(session: Session, cards: Cards):
    identity = with_card(session, cards)

    leaf = leaf_of(identity)
    holder = read_holder(leaf)
    verify_leaf(leaf, root_certificate(session.office_record), at=identity.added_at)
    assert (holder.public_key, holder.serial_number) == (cards.keys["judge"], session.user.id)
    assert identity.kind is IdentityKind.CARD
    assert identity.token.startswith("judge-card ")
    assert len(identity.issued) == 1
    assert last_action(session) == "IDENTITY_VOUCHED"
    assert identities.list_identities(session) == (identity,)
    assert is_sound(session)


def test_a_card_vouches_for_a_session_after_its_pin_was_given_once(
    folder: Path, session: Session, cards: Cards
):
    with_card(session, cards)
    session.close()
    typed = pin()

    carded = unlock_with(folder, Card(module=cards.module, pin=typed))
    for number in range(3):
        cases.open_case(carded, case_file(reference=f"2026/1{number}"))

    assert carded.author.statement.parsed().signer == key_id(cards.keys["judge"])
    assert not any(typed)
    assert is_sound(carded)
    carded.close()
    with pytest.raises(CardAbsentError):
        carded.keys.signer.sign(b"after the lock")
    again = unlock(folder, start=NEXT_DAY)
    assert again.author.statement.parsed().signer != key_id(cards.keys["judge"])
    assert again.opening.is_sound
    again.close()


def test_a_bundle_signed_by_a_card_verifies_and_so_does_its_custody(
    sample_office: Path, tmp_path: Path, cards: Cards
):
    folder = copy_of(sample_office, tmp_path / "office.thbvault")
    session = unlock(folder)
    with_card(session, cards)
    session.close()
    session = unlock_with(folder, Card(module=cards.module, pin=pin()))
    case = perla(session)
    choice = small_choice(session, case)
    target = tmp_path / "bundle.pdf"

    bundles.sign_bundle(session, bundles.prepare_bundle(session, case.id, choice), target, second=ALONE)

    root = root_certificate(session.office_record)
    findings = check_pdf(target.read_bytes(), trusted_roots=[root])
    assert verdict(findings) is not Standing.BROKEN
    extract = extracts.extract_of(session, [session.user.id])
    assert cards.keys["judge"] in {read_holder(each).public_key for each in Extract.parse(extract.data).users}
    checked = check_extract(extract.data, trusted_root_sha256=root_fingerprint(session.office_record))
    assert {each.standing for each in checked} <= {Standing.HOLDS, Standing.UNKNOWN}
    session.close()


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"pin": pin("000000")}, WrongPinError),
        ({"passphrase": passphrase(OTHER_PASSPHRASE)}, WrongPassphraseError),
        ({"public_key": b"no such key"}, CardAbsentError),
    ],
)
def test_what_is_refused_changes_nothing(
    session: Session, cards: Cards, changes: dict[str, object], error: type[ThbError]
):
    size = session.journal.size

    with pytest.raises(error):
        with_card(session, cards, **changes)

    assert session.journal.size == size
    assert identities.list_identities(session) == ()


def test_a_card_that_does_not_sign_with_the_key_it_shows_is_not_vouched_for(
    session: Session, cards: Cards, monkeypatch: pytest.MonkeyPatch
):
    size = session.journal.size

    def other(_: CardSigner, __: bytes) -> bytes:
        raise CardRefusedError("the card signed with another key")

    monkeypatch.setattr(CardSigner, "sign", other)

    with pytest.raises(CardRefusedError):
        with_card(session, cards)

    assert identities.list_identities(session) == ()
    assert session.journal.size == size


def test_a_key_on_another_curve_and_one_that_is_known_are_refused(session: Session, cards: Cards):
    with pytest.raises(CardAbsentError):
        with_card(session, cards, "larger")
    with_card(session, cards)
    with pytest.raises(AlreadyExistsError):
        with_card(session, cards)

    assert len(identities.list_identities(session)) == 1


@pytest.mark.parametrize(
    ("card", "error"),
    [
        (lambda cards: Card(module=cards.module, pin=pin("000000")), WrongPinError),
        (lambda cards: Card(module=cards.folder / "none.so", pin=pin()), ThbError),
    ],
)
def test_without_its_card_or_pin_a_session_does_not_begin_and_nothing_is_changed(
    folder: Path, session: Session, cards: Cards, card: Callable[[Cards], Card], error: type[ThbError]
):
    with_card(session, cards)
    session.close()
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}

    with pytest.raises(error):
        unlock_with(folder, card(cards))

    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    unlock_with(folder, Card(module=cards.module, pin=pin())).close()


def test_a_user_without_a_card_is_told_so(folder: Path, cards: Cards):
    with pytest.raises(NotFoundError):
        unlock_with(folder, Card(module=cards.module, pin=pin()))


def test_a_key_file_signs_in_the_next_session_and_its_passphrase_is_overwritten(
    folder: Path, session: Session
):
    typed = bytearray(b"words")

    identity = with_file(session, file_passphrase=typed)

    assert not any(typed)
    assert (identity.kind, len(identity.issued)) == (IdentityKind.KEY_FILE, 1)
    session.close()
    again = unlock(folder, start=NEXT_DAY)
    assert again.author.statement.parsed().signer == key_id(to_spki(KEY.public_key()))
    cases.open_case(again, case_file(reference="2026/9"))
    assert is_sound(again)
    again.close()


def test_a_key_file_that_is_refused_changes_nothing(session: Session):
    size = session.journal.size
    other = ec.derive_private_key(5, ec.SECP384R1())
    certificate = x509.load_der_x509_certificate(issued(to_spki(other.public_key())))
    larger = serialize_key_and_certificates(b"x", other, certificate, None, BestAvailableEncryption(b"words"))

    with pytest.raises(WrongKeyFilePassphraseError):
        with_file(session, file_passphrase=bytearray(b"wrong"))
    with pytest.raises(WrongPassphraseError):
        with_file(session, passphrase=passphrase(OTHER_PASSPHRASE))
    with pytest.raises(KeyRefusedError):
        with_file(session, file=larger)

    assert session.journal.size == size
    assert identities.list_identities(session) == ()


def test_a_key_that_is_withdrawn_signs_no_more_and_what_it_signed_holds(folder: Path, session: Session):
    identity = with_file(session)
    session.close()
    session = unlock(folder, start=NEXT_DAY)
    cases.open_case(session, case_file(reference="2026/9"))
    with pytest.raises(ReasonMissingError):
        identities.withdraw_identity(session, identity.id, reason=" ")

    identities.withdraw_identity(session, identity.id, reason="The file was sent by mail")

    with pytest.raises(AlreadyExistsError):
        identities.withdraw_identity(session, identity.id, reason="again")
    with pytest.raises(NotFoundError):
        identities.withdraw_identity(session, RowId("none"), reason="again")
    session.close()
    again = unlock(folder, start=NEXT_DAY)
    assert again.author.statement.parsed().signer == key_id(again.keys.signer.public_key)
    assert again.keys.signer.public_key != to_spki(KEY.public_key())
    assert {each.code for each in session_findings(again) if each.standing is Standing.BROKEN} == set()
    again.close()


def test_a_retired_user_gets_no_key_and_loses_those_of_files(folder: Path, session: Session):
    clerk = users.add_user(
        session,
        name="Marc Lejeune",
        role=UserRole.CLERK,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    identities.add_key_file(
        session,
        clerk.id,
        passphrase=passphrase(OTHER_PASSPHRASE),
        file=FILE,
        file_passphrase=bytearray(b"words"),
    )
    assert session.read.execute("SELECT count(*) FROM identity_key").fetchone()[0] == 1

    users.retire_user(session, clerk.id, reason="Moved", own_passphrase=passphrase(), second=ALONE)

    assert session.read.execute("SELECT count(*) FROM identity_key").fetchone()[0] == 0
    with pytest.raises(RetiredError):
        identities.add_key_file(
            session,
            clerk.id,
            passphrase=passphrase(OTHER_PASSPHRASE),
            file=FILE,
            file_passphrase=bytearray(b"words"),
        )
    assert is_sound(session)


@pytest.mark.requirement("SR-15")
def test_a_key_that_somebody_added_without_its_user_is_told_at_the_unlock_and_counts_once_they_agree(
    folder: Path, session: Session
):
    offered = offer(session, session.user)
    session.close()
    again = unlock(folder, start=NEXT_DAY)
    told = {finding.code for finding in again.opening.findings}
    waiting = identities.list_offered(again)
    counted = identities.list_agreed(again)

    identities.agree_to_identity(again, offered.id)

    assert "identity-offered" in told
    assert [each.id for each in waiting] == [offered.id]
    assert (counted, identities.list_agreed(again)) == (frozenset(), {offered.id})
    assert identities.list_offered(again) == ()
    assert is_sound(again)
    again.close()
    later = unlock(folder, start=NEXT_DAY.replace(hour=20))
    assert "identity-offered" not in {finding.code for finding in later.opening.findings}
    later.close()


@pytest.mark.requirement("SR-15")
def test_a_key_that_was_refused_never_counts(folder: Path, session: Session):
    offered = offer(session, session.user)
    with pytest.raises(ReasonMissingError):
        identities.refuse_identity(session, offered.id, reason=" ")

    refused = identities.refuse_identity(session, offered.id, reason="It is not mine")

    assert refused.withdrawn_because == "It is not mine"
    assert last_action(session) == "IDENTITY_REFUSED"
    assert identities.list_offered(session) == ()
    for act in (
        lambda: identities.agree_to_identity(session, offered.id),
        lambda: identities.refuse_identity(session, offered.id, reason="Again"),
    ):
        with pytest.raises(NotFoundError):
            act()
    assert is_sound(session)


def test_nobody_agrees_for_a_colleague(folder: Path, session: Session):
    _add_clerk(session)
    clerk = next(user for user in users.list_users(session) if user.role is UserRole.CLERK)
    offered = offer(session, clerk)

    with pytest.raises(NotFoundError):
        identities.agree_to_identity(session, offered.id)

    session.close()
    theirs = unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY)
    assert identities.agree_to_identity(theirs, offered.id).agreed
    theirs.close()


@pytest.mark.requirement("SR-15")
def test_a_key_from_before_agreements_is_not_known_until_its_user_agrees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A vault whose events are of the first schema, with a session of a key that only a colleague told."""
    folder = tmp_path / "old.thbvault"
    with monkeypatch.context() as before:
        before.setattr(journal, "read_schema", lambda _: 1)
        new_office(folder, _add_clerk)
        judge = unlock(folder)
        offered = offer(judge, next(u for u in users.list_users(judge) if u.role is UserRole.CLERK))
        judge.close()
        clerk = unlock(folder, OTHER_PASSPHRASE, start=LATER + timedelta(hours=1))
        clerk.keys = replace(clerk.keys, signer=SIGNER)
        clerk.author = new_entry_author(
            clerk.office_record,
            clerk.user,
            clerk.keys,
            first=clerk.journal.size + 1,
            reading=clerk.clock.read(),
            environment=clerk.environment,
        )
        cases.open_case(clerk, case_file())
        clerk._consultation_log = None
        clerk.close()

    migrated = unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY)
    found = health.check_vault(migrated).findings
    identities.agree_to_identity(migrated, offered.id)

    assert migrated.opening.is_sound
    assert verdict(found) is Standing.UNKNOWN
    assert {each.code for each in found if each.standing is not Standing.HOLDS} == {"identity-unagreed"}
    assert is_sound(migrated)
    migrated.close()


def _add_clerk(session: Session) -> None:
    users.add_user(
        session,
        name="Marc Lejeune",
        role=UserRole.CLERK,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
