"""Recovery: the code is renewed by who knows a passphrase, and a vault whose code nobody saw is not kept."""

from pathlib import Path

import pytest

from tests.support.offices import NEXT_DAY, OFFICE, copy_of, environment, new_office, unlock
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import (
    FounderRoleError,
    StorageError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import recovery, vaults
from thb_desktop.vault.tables import chain


@pytest.fixture(scope="module")
def recoverable(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("recoverable") / "office.thbvault"
    return folder, new_office(folder)


def last_action(session: Session) -> str:
    entry = chain.last_entry(session.read)
    assert entry
    return entry.parsed().action


@pytest.mark.requirement("SR-44")
def test_a_renewed_code_opens_the_old_one_does_not_and_the_event_tells_it(
    recoverable: tuple[Path, str], tmp_path: Path
):
    folder = copy_of(recoverable[0], tmp_path / "office.thbvault")
    session = unlock(folder)

    code = recovery.renew_recovery_code(session, own_passphrase=passphrase())

    assert last_action(session) == "RECOVERY_CODE_RENEWED"
    assert session.office_record.header_epoch == session.vault.epoch
    vaults.confirm_recovery_code(session, code)
    session.close()
    with pytest.raises(WrongRecoveryCodeError):
        vaults.unlock_with_recovery_code(folder, code=recoverable[1], environment=environment())
    vaults.unlock_with_recovery_code(folder, code=code, environment=environment(NEXT_DAY)).close()


def test_without_the_right_passphrase_the_code_stays(recoverable: tuple[Path, str], tmp_path: Path):
    folder = copy_of(recoverable[0], tmp_path / "office.thbvault")
    session, before, typed = unlock(folder), (folder / "header").read_bytes(), passphrase(OTHER_PASSPHRASE)

    with pytest.raises(WrongPassphraseError):
        recovery.renew_recovery_code(session, own_passphrase=typed)

    assert (folder / "header").read_bytes() == before
    assert not any(typed)
    session.close()


def test_the_ways_into_the_vault_are_listed_without_any_secret(session: Session):
    ways = recovery.list_keyslots(session)

    assert [way.kind for way in ways] == [SlotKind.PASSPHRASE, SlotKind.RECOVERY]
    assert {(way.user_id, way.costs) for way in ways} == {(session.user.id, FLOOR)}


def create(folder: Path, role: UserRole = UserRole.INVESTIGATING_JUDGE) -> vaults.CreatedVault:
    return vaults.create_vault(
        folder,
        office=OFFICE,
        user_name="Claire Vandenhove",
        role=role,
        passphrase=passphrase(),
        environment=environment(),
    )


@pytest.mark.parametrize("place", ["vault.vault.enter", "services.office.vaults.log_in"])
def test_a_vault_whose_recovery_code_nobody_saw_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
):
    calls = 0
    module, _, name = f"thb_desktop.{place}".rpartition(".")

    def fails_in_the_end(*given: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if named.get("create"):
            return original(*given, **named)
        raise StorageError("the medium fails")

    original = vars(__import__(module, fromlist=[name]))[name]
    monkeypatch.setattr(f"{module}.{name}", fails_in_the_end)

    with pytest.raises(StorageError):
        create(tmp_path / "office.thbvault")

    assert calls
    assert list(tmp_path.iterdir()) == []


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("role", [UserRole.INTERPRETER, UserRole.CLERK, UserRole.ADMINISTRATOR])
def test_a_vault_is_made_by_a_magistrate(tmp_path: Path, role: UserRole):
    with pytest.raises(FounderRoleError):
        create(tmp_path / "office.thbvault", role)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.requirement("SR-44")
def test_it_is_known_whether_a_code_was_typed_back_since_it_was_made(
    recoverable: tuple[Path, str], tmp_path: Path
):
    folder, code = copy_of(recoverable[0], tmp_path / "office.thbvault"), recoverable[1]
    session = unlock(folder)
    said = [recovery.is_code_on_paper(session)]

    vaults.confirm_recovery_code(session, code)
    said.append(recovery.is_code_on_paper(session))
    code = recovery.renew_recovery_code(session, own_passphrase=passphrase())
    said.append(recovery.is_code_on_paper(session))
    session.close()
    vaults.confirm_code_of_locked_vault(folder, code, environment=environment(NEXT_DAY))
    session = unlock(folder)
    said.append(recovery.is_code_on_paper(session))

    assert said == [False, True, False, True]
    session.close()


def test_a_code_that_does_not_open_the_locked_vault_is_no_code_of_it(
    recoverable: tuple[Path, str], tmp_path: Path
):
    folder = copy_of(recoverable[0], tmp_path / "office.thbvault")
    other = new_office(tmp_path / "other.thbvault")

    with pytest.raises(WrongRecoveryCodeError):
        vaults.confirm_code_of_locked_vault(folder, other, environment=environment())

    session = unlock(folder)
    assert not recovery.is_code_on_paper(session)
    session.close()
