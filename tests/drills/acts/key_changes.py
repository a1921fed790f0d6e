"""What changes the ways into a vault, from its creation on, and whom it opens to afterwards."""

import secrets
from functools import partial
from pathlib import Path

from tests.drills.acts.office import Template, unlock
from tests.drills.acts.operation import Act, quiet
from tests.support.offices import JUDGE, NEXT_DAY, OFFICE, environment
from tests.support.seconds import ALONE
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.crypto import recovery
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.keyslots import Slot, SlotKind
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import UnlockError
from thb_desktop.services.ground.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import vaults
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.tables import chain
from thb_desktop.vault.unlocked import passphrase_slot, recovery_slot
from thb_desktop.vault.unlocking import open_header
from thb_desktop.verify.findings import Standing, verdict

NEW = "granite willow cinder marble thistle"
ADDED = "sparrow cobalt meadow anchor fennel"
_ADDED_USER = bytes(range(100, 116))


def create(folder: Path, _: Template) -> Act:
    def act() -> str:
        made = vaults.create_vault(
            folder,
            office=OFFICE,
            user_name=JUDGE,
            role=UserRole.INVESTIGATING_JUDGE,
            passphrase=passphrase(),
            environment=environment(),
        )
        return made.recovery_code

    return act


def unlock_and_lock(folder: Path, _: Template) -> Act:
    return quiet(lambda: unlock(folder).close())


def without_a_header(folder: Path, _: Template) -> None:
    Layout(folder).header_copy.unlink()


def check(folder: Path, _: Template) -> Act:
    session = unlock(folder)

    def act() -> str:
        findings = health.check_vault(session).findings
        assert verdict(findings) is not Standing.BROKEN
        return ""

    return act


def with_leftovers(folder: Path, _: Template) -> None:
    for digits in ("ab", "cd"):
        place = Layout(folder).content / digits
        place.mkdir(mode=0o700, exist_ok=True)
        for last in "012":
            (place / (digits + last * 30 + ".part")).write_bytes(b"unfinished")


def confirm_code(folder: Path, template: Template) -> Act:
    return quiet(partial(vaults.confirm_recovery_code, unlock(folder), template.code))


def confirmation_found(session: Session, _: Path, __: Template) -> bool:
    return any(each.parsed().action == "RECOVERY_CODE_CONFIRMED" for each in chain.entries(session.read))


def change_passphrase(folder: Path, _: Template) -> Act:
    session = unlock(folder)
    return quiet(lambda: vaults.change_passphrase(session, old=passphrase(), new=passphrase(NEW)))


def recover(folder: Path, template: Template) -> Act:
    later = environment(NEXT_DAY)
    session = vaults.unlock_with_recovery_code(folder, code=template.code, environment=later)
    return quiet(lambda: vaults.set_passphrase_by_recovery(session, passphrase(NEW), second=ALONE))


def opens_with_new_only(folder: Path, _: str) -> None:
    assert opens(folder, NEW), "the new passphrase does not open the vault"
    assert not opens(folder, PASSPHRASE), "the passphrase that was replaced still opens the vault"


def add_slot(folder: Path, _: Template) -> Act:
    return quiet(partial(_add_slot, unlock(folder)))


def _add_slot(session: Session) -> None:
    slot = passphrase_slot(_ADDED_USER, passphrase(ADDED), bytearray(range(32)), FLOOR)
    with session.vault.keyring(passphrase()) as ring:
        ring.give(slot)


def with_second_slot(folder: Path, _: Template) -> None:
    session = unlock(folder)
    _add_slot(session)
    session.close()


def opens_with_added(folder: Path, _: str) -> None:
    assert opens(folder, ADDED), "the user who was added cannot open the vault"


def remove_slot(folder: Path, _: Template) -> Act:
    session = unlock(folder)

    def act() -> str:
        with session.vault.keyring(passphrase()) as ring:
            ring.take(lambda slot: slot.user_id == _ADDED_USER)
        return ""

    return act


def refuses_added(folder: Path, _: str) -> None:
    assert not opens(folder, ADDED), "the passphrase of a user who was taken away still opens the vault"


def renew_code(folder: Path, _: Template) -> Act:
    session = unlock(folder)

    def is_code(slot: Slot) -> bool:
        return slot.kind is SlotKind.RECOVERY

    def act() -> str:
        code = recovery.generate(secrets.token_bytes)
        with session.vault.keyring(passphrase()) as ring:
            given = ring.give(recovery_slot(session.vault.user_id, code, ring.user_key), instead=is_code)
            ring.take(lambda slot: is_code(slot) and slot not in given)
        return recovery.to_text(code)

    return act


def opens_with_code(folder: Path, code: str) -> None:
    open_header(Layout(folder), recovery.from_text(code), kind=SlotKind.RECOVERY).wipe()


def opens(folder: Path, text: str) -> bool:
    """Whether a passphrase opens the vault's header."""
    try:
        open_header(Layout(folder), passphrase(text), kind=SlotKind.PASSPHRASE).wipe()
    except UnlockError:
        return False
    return True
