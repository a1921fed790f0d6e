"""Vaults: made whole or not at all, opened by their secrets only, and the secrets changed without a gap."""

import secrets
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography import x509

from tests.support.offices import JUDGE, NEXT_DAY, OFFICE, copy_of, environment, new_office, unlock
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.crypto.certificates import verify_leaf
from thb_desktop.domain.vocabulary import DraftHistory, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    DraftHistoryError,
    NotAllowedError,
    NoVaultError,
    RecoveryCodeTypoError,
    TablesDifferError,
    ValueRefusedError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.core.keys import certificate_of
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import vaults
from thb_desktop.services.office.vaults import VaultState
from thb_desktop.vault.header import MAGIC
from thb_desktop.vault.tables import chain
from thb_desktop.vault.vault import open_vault

THIRD_PASSPHRASE = "velvet copper meadow anchor ribbon"


@pytest.fixture(scope="module")
def recoverable(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("recoverable") / "office.thbvault"
    return folder, new_office(folder)


def actions(session: Session) -> list[str]:
    return [signed.parsed().action for signed in chain.entries(session.read)]


def test_a_new_vault_begins_with_the_event_of_its_creation(folder: Path, session: Session):
    assert actions(session)[0] == "VAULT_CREATED"
    assert session.office == OFFICE
    assert session.user.name == JUDGE
    assert session.user.role is UserRole.INVESTIGATING_JUDGE
    assert len(session.opening.short_code) == 19


def test_the_users_certificate_comes_from_the_vaults_root_and_names_the_user(session: Session):
    root = root_certificate(session.office_record)
    leaf = x509.load_der_x509_certificate(certificate_of(session.user))

    verify_leaf(certificate_of(session.user), root, at=leaf.not_valid_before_utc)
    (number,) = leaf.subject.get_attributes_for_oid(x509.NameOID.SERIAL_NUMBER)
    assert number.value == session.user.id


@pytest.mark.parametrize("answer", [DraftHistory.KEPT, None])
def test_what_was_answered_about_former_wordings_is_told_with_the_office(
    tmp_path: Path, answer: DraftHistory | None
):
    made = vaults.create_vault(
        tmp_path / "v",
        office=OFFICE,
        user_name=JUDGE,
        role=UserRole.PROSECUTOR,
        passphrase=passphrase(PASSPHRASE),
        environment=environment(),
        draft_history=answer,
    )

    assert made.session.office_record.draft_history is answer
    made.session.close()
    again = unlock(tmp_path / "v")
    assert again.office_record.draft_history is answer
    again.close()


def test_a_vault_that_keeps_no_former_wordings_is_not_made(tmp_path: Path):
    given = passphrase(PASSPHRASE)

    with pytest.raises(DraftHistoryError):
        vaults.create_vault(
            tmp_path / "v",
            office=OFFICE,
            user_name=JUDGE,
            role=UserRole.PROSECUTOR,
            passphrase=given,
            environment=environment(),
            draft_history=DraftHistory.NOT_KEPT,
        )

    assert list(tmp_path.iterdir()) == []
    assert given == bytes(len(given))


def test_a_vault_is_not_made_where_something_is(folder: Path):
    before = sorted(path.name for path in folder.iterdir())

    with pytest.raises(AlreadyExistsError):
        new_office(folder)

    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.parametrize(
    ("office", "user", "typed", "error"),
    [
        (" ", JUDGE, PASSPHRASE, ValueRefusedError),
        (OFFICE, "", PASSPHRASE, ValueRefusedError),
        (OFFICE, JUDGE, "secret", WeakPassphraseError),
    ],
)
def test_a_vault_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, office: str, user: str, typed: str, error: type[Exception]
):
    given = passphrase(typed)

    with pytest.raises(error):
        vaults.create_vault(
            tmp_path / "office.thbvault",
            office=office,
            user_name=user,
            role=UserRole.PROSECUTOR,
            passphrase=given,
            environment=environment(),
        )

    assert list(tmp_path.iterdir()) == []
    assert given == bytes(len(given))


def test_a_wrong_passphrase_opens_nothing_and_nothing_is_made(folder: Path, tmp_path: Path):
    with pytest.raises(WrongPassphraseError):
        unlock(folder, OTHER_PASSPHRASE)
    with pytest.raises(NoVaultError):
        unlock(tmp_path / "nothing.thbvault")

    assert not (tmp_path / "nothing.thbvault").exists()
    assert vaults.find_vault_state(folder) is VaultState.LOCKED


@pytest.mark.requirement("SR-44")
def test_after_a_change_only_the_new_passphrase_opens(folder: Path):
    session = unlock(folder)
    old, new = passphrase(), passphrase(OTHER_PASSPHRASE)

    vaults.change_passphrase(session, old=old, new=new)
    session.close()

    assert old == bytes(len(old))
    with pytest.raises(WrongPassphraseError):
        unlock(folder)
    again = unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY)
    assert actions(again)[-1] == "PASSPHRASE_CHANGED"
    again.close()


def headers_of(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in ("header", "header.copy")}


def put_back(folder: Path, headers: dict[str, bytes]) -> None:
    for name, content in headers.items():
        (folder / name).write_bytes(content)


def opening_of(folder: Path, text: str) -> set[tuple[str, Standing]]:
    session = unlock(folder, text, start=NEXT_DAY + timedelta(days=1))
    session.close()
    return {(found.code, found.standing) for found in session.opening.findings} - SOUND


SOUND = {("chain", Standing.HOLDS), ("tables", Standing.HOLDS)}
ROLLED_BACK = {("header-rolled-back", Standing.UNKNOWN)}


@pytest.mark.requirement("SR-8", "SR-12")
def test_an_older_header_put_back_is_said_until_the_next_change_leads_beyond_it(folder: Path):
    first = headers_of(folder)
    session = unlock(folder)
    vaults.change_passphrase(session, old=passphrase(), new=passphrase(OTHER_PASSPHRASE))
    session.close()
    second = headers_of(folder)
    assert opening_of(folder, OTHER_PASSPHRASE) == set()

    put_back(folder, first)
    assert opening_of(folder, PASSPHRASE) == ROLLED_BACK
    session = unlock(folder, start=NEXT_DAY)
    vaults.change_passphrase(session, old=passphrase(), new=passphrase(THIRD_PASSPHRASE))
    session.close()

    assert opening_of(folder, THIRD_PASSPHRASE) == set()
    for older, text in ((first, PASSPHRASE), (second, OTHER_PASSPHRASE)):
        put_back(folder, older)
        assert opening_of(folder, text) == ROLLED_BACK


def test_in_a_vault_that_was_changed_behind_the_chain_no_passphrase_is_changed(folder: Path):
    vault = open_vault(folder, passphrase(), randomness=secrets.token_bytes)
    vault.connection.execute("UPDATE official SET name = 'Somebody else'")
    vault.close()
    before = headers_of(folder)
    session = unlock(folder)
    new = passphrase(OTHER_PASSPHRASE)

    with pytest.raises(TablesDifferError):
        vaults.change_passphrase(session, old=passphrase(), new=new)

    assert headers_of(folder) == before
    assert new == bytes(len(new))
    session.close()


def test_a_change_with_the_wrong_old_passphrase_changes_nothing(folder: Path):
    session = unlock(folder)

    with pytest.raises(WrongPassphraseError):
        vaults.change_passphrase(session, old=passphrase(OTHER_PASSPHRASE), new=passphrase(OTHER_PASSPHRASE))
    session.close()

    unlock(folder, start=NEXT_DAY).close()


def test_the_recovery_code_opens_and_sets_a_new_passphrase(recoverable: tuple[Path, str], tmp_path: Path):
    folder = copy_of(recoverable[0], tmp_path / "office.thbvault")
    session = vaults.unlock_with_recovery_code(folder, code=recoverable[1].lower(), environment=environment())

    vaults.set_passphrase_by_recovery(session, passphrase(OTHER_PASSPHRASE), second=ALONE)
    with pytest.raises(NotAllowedError):
        vaults.set_passphrase_by_recovery(session, passphrase(), second=ALONE)
    session.close()

    again = unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY)
    assert actions(again)[-1] == "PASSPHRASE_RECOVERED"
    again.close()


def test_the_recovery_code_is_typed_back_from_the_paper(recoverable: tuple[Path, str], tmp_path: Path):
    folder, code = copy_of(recoverable[0], tmp_path / "office.thbvault"), recoverable[1]
    session = unlock(folder)

    vaults.confirm_recovery_code(session, code.replace("-", " "))
    with pytest.raises(RecoveryCodeTypoError) as typo:
        vaults.confirm_recovery_code(session, ("B" if code[0] == "A" else "A") + code[1:])
    other = tmp_path / "other.thbvault"
    with pytest.raises(WrongRecoveryCodeError):
        vaults.confirm_recovery_code(session, new_office(other))

    assert typo.value.groups == (1,)
    assert actions(session)[-1] == "RECOVERY_CODE_CONFIRMED"
    session.close()


def test_a_session_opened_by_passphrase_cannot_set_one_by_recovery(session: Session):
    with pytest.raises(NotAllowedError):
        vaults.set_passphrase_by_recovery(session, passphrase(OTHER_PASSPHRASE), second=ALONE)


def test_a_folder_tells_its_state_without_any_secret(folder: Path, tmp_path: Path):
    states = [vaults.find_vault_state(tmp_path), vaults.find_vault_state(folder)]
    session = unlock(folder)
    states.append(vaults.find_vault_state(folder))
    session.close()
    (folder / "vault.db").unlink()
    states.append(vaults.find_vault_state(folder))
    for name in ("header", "header.copy"):
        (folder / name).write_bytes(secrets.token_bytes(300))
    (folder / "vault.db").write_bytes(b"x")
    states.append(vaults.find_vault_state(folder))

    assert states == [
        VaultState.MISSING,
        VaultState.LOCKED,
        VaultState.IN_USE,
        VaultState.DAMAGED,
        VaultState.DAMAGED,
    ]


def test_a_folder_of_a_newer_format_is_named(folder: Path):
    for name in ("header", "header.copy"):
        raw = bytearray((folder / name).read_bytes())
        raw[len(MAGIC) : len(MAGIC) + 2] = (99).to_bytes(2, "big")
        (folder / name).write_bytes(bytes(raw[:-32]) + sha256(raw[:-32]).digest())

    assert vaults.find_vault_state(folder) is VaultState.NEWER_FORMAT
