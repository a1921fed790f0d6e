"""What changes the ways into a vault, from its creation on, and whom it opens to afterwards."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from tests.drills.acts import office
from tests.drills.acts.office import Template, unlock
from tests.drills.acts.operation import Act, quiet
from tests.support.offices import JUDGE, NEXT_DAY, OFFICE, environment
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.crypto import recovery
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import UnlockError
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import handover, own_keys, users, vaults
from thb_desktop.services.office import recovery as recoveries
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.unlocking import open_header

NEW = "orchid tunnel saffron kettle plover"
ADDED = "sparrow cobalt meadow anchor fennel"
COLLEAGUES = OTHER_PASSPHRASE
ADDED_USER = "Marc Lejeune"
_HOLDERS = ("A. Peeters", "B. Dumont", "C. Ionescu")
_BETWEEN = "\n--\n"


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


def make_own(folder: Path, _: Template) -> Act:
    session = unlock(folder)
    return quiet(lambda: own_keys.make_keys_own(session, old=passphrase(), new=passphrase(NEW)))


def recover(folder: Path, template: Template) -> Act:
    later = environment(NEXT_DAY)
    session = office.held(vaults.unlock_with_recovery_code(folder, code=template.code, environment=later))
    return quiet(lambda: vaults.set_passphrase_by_recovery(session, passphrase(NEW), second=ALONE))


def opens_with_new_only(folder: Path, _: str) -> None:
    assert opens(folder, NEW), "the new passphrase does not open the vault"
    assert not opens(folder, PASSPHRASE), "the passphrase that was replaced still opens the vault"


def add_user(folder: Path, _: Template) -> Act:
    session = unlock(folder)
    return quiet(
        lambda: users.add_user(
            session,
            name=ADDED_USER,
            role=UserRole.CLERK,
            passphrase=passphrase(ADDED),
            own_passphrase=passphrase(),
            second=ALONE,
        )
    )


def added_found(session: Session, _: Path, __: Template) -> bool:
    return any(user.name == ADDED_USER for user in registry.USER.all(session.read))


def opens_with_added(folder: Path, _: str) -> None:
    assert opens(folder, ADDED), "the user who was added cannot open the vault"


def retire_user(folder: Path, template: Template) -> Act:
    session = unlock(folder)

    def act() -> str:
        users.retire_user(
            session,
            template.colleague,
            reason="Moved to another office",
            own_passphrase=passphrase(),
            second=ALONE,
        )
        return ""

    return act


def retired_found(session: Session, _: Path, template: Template) -> bool:
    user = registry.USER.find(session.read, template.colleague)
    assert user is not None, "a user is gone"
    return not user.active


def refuses_retired(folder: Path, _: str) -> None:
    assert not opens(folder, COLLEAGUES), "the passphrase of a user who was retired still opens the vault"


def renew_code(folder: Path, _: Template) -> Act:
    session = unlock(folder)
    return lambda: recoveries.renew_recovery_code(session, own_passphrase=passphrase())


def make_shares(folder: Path, _: Template) -> Act:
    """Two of three; what is acknowledged is what goes to the printer."""
    session = unlock(folder)

    def act() -> str:
        made = recoveries.make_recovery_shares(
            session,
            needed=2,
            holders=[recoveries.Holder(name=name, passphrase=passphrase(ADDED)) for name in _HOLDERS],
            own_passphrase=passphrase(),
        )
        return _BETWEEN.join(share.text for share in made)

    return act


def opens_with_shares(folder: Path, made: str) -> None:
    typed = [(text, passphrase(ADDED)) for text in made.split(_BETWEEN)]
    given, later = [typed[2], typed[0]], environment(NEXT_DAY + timedelta(days=2))
    vaults.unlock_with_shares(folder, given=given, environment=later).close()


def hand_over(folder: Path, _: Template) -> Act:
    session = unlock(folder)

    def act() -> str:
        return handover.hand_over(
            session,
            name=ADDED_USER,
            passphrase=passphrase(NEW),
            reason="The post passes on",
            own_passphrase=passphrase(),
            second=ALONE,
        ).recovery_code

    return act


def handover_found(session: Session, _: Path, __: Template) -> bool:
    return bool(registry.HANDOVER.all(session.read))


def opens_for_the_successor(folder: Path, code: str) -> None:
    opens_with_new_only(folder, code)
    opens_with_code(folder, code)


def opens_with_code(folder: Path, code: str) -> None:
    open_header(Layout(folder), recovery.from_text(code), kind=SlotKind.RECOVERY).wipe()


def opens(folder: Path, text: str) -> bool:
    """Whether a passphrase opens the vault's header."""
    return _opens(folder, passphrase(text), SlotKind.PASSPHRASE)


def ways_into(folder: Path, template: Template) -> dict[str, bool]:
    """Which of the ways of before still open the vault: the judge's, the printed code's, the colleague's."""
    code = recovery.from_text(template.code)
    return {
        "own": opens(folder, PASSPHRASE),
        "code": _opens(folder, code, SlotKind.RECOVERY),
        "colleague": opens(folder, COLLEAGUES),
    }


def _opens(folder: Path, secret: bytearray, kind: SlotKind) -> bool:
    try:
        open_header(Layout(folder), secret, kind=kind).wipe()
    except UnlockError:
        return False
    return True
