"""A header that a colleague wrote: another code in the judge's place, a further way, none at all."""

import secrets
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.security.colleagues.conftest import hired
from tests.support.colleagues import AFTERWARDS, JUDGE, attacked, rows, typed_by, user_of
from tests.support.offices import NEXT_DAY, copy_of, environment, new_office, unlock
from tests.support.own_program import OwnProgram
from tests.support.second_person import ALONE, approval
from tests.support.vaults import passphrase
from thb_desktop.crypto import recovery as codes
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.keyslots import Slot, SlotKind
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.errors import WrongRecoveryCodeError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core import keys
from thb_desktop.services.core.recorded_ways import way_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.office import recovery, vaults
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.slots import NewSlot, write_both
from thb_desktop.vault.tables import registry
from thb_desktop.vault.unlocked import passphrase_slot, recovery_slot, shares_slot
from thb_desktop.vault.unlocking import Opened, open_header

CLERK, ADMINISTRATOR = UserRole.CLERK, UserRole.ADMINISTRATOR
THEIRS = "five words of nobody amber canal"
Made = Callable[[NewSlot], Slot]
Written = Callable[[Sequence[Slot], Opened, bytes, Made], Sequence[Slot]]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A judge with a recovery code and shares, a clerk and an administrator; this computer saw it once."""
    place = tmp_path_factory.mktemp("ways")
    folder = place / "office.thbvault"

    def fill(session: Session) -> None:
        clerk = hired(session, CLERK, ALONE)
        hired(session, ADMINISTRATOR, partial(approval, session, clerk, TwoPersonAct.ADD_USER))
        holders = [recovery.Holder(name=each, passphrase=passphrase(f"{THEIRS} {each}")) for each in "ABC"]
        recovery.make_recovery_shares(session, needed=2, holders=holders, own_passphrase=passphrase())

    code = new_office(folder, fill)
    unlock(folder, start=NEXT_DAY, heads=place / "heads").close()
    return folder, code


@pytest.fixture
def folder(base: tuple[Path, str], tmp_path: Path) -> Path:
    copy_of(base[0].parent / "heads", tmp_path / "heads")
    return copy_of(base[0], tmp_path / "office.thbvault")


def noise() -> bytearray:
    return bytearray(secrets.token_bytes(32))


def another_code(slots: Sequence[Slot], _: Opened, judge: bytes, made: Made) -> Sequence[Slot]:
    """A code that the judge never saw stands in the place of theirs, and does not open their keys."""
    new = made(recovery_slot(judge, codes.generate(secrets.token_bytes), noise()))
    return [*(each for each in slots if each.kind is not SlotKind.RECOVERY), new]


def other_shares(slots: Sequence[Slot], _: Opened, judge: bytes, made: Made) -> Sequence[Slot]:
    new = made(shares_slot(judge, noise()[:16], noise(), FLOOR))
    return [*(each for each in slots if each.kind is not SlotKind.SHARES), new]


def no_code(slots: Sequence[Slot], _: Opened, judge: bytes, made: Made) -> Sequence[Slot]:
    return [each for each in slots if each.kind is not SlotKind.RECOVERY]


def second_passphrase(slots: Sequence[Slot], _: Opened, judge: bytes, made: Made) -> Sequence[Slot]:
    return [*slots, made(passphrase_slot(judge, passphrase(THEIRS), noise(), FLOOR))]


def own_code(slots: Sequence[Slot], opened: Opened, _: bytes, made: Made) -> Sequence[Slot]:
    """A clerk, who may not, gives themselves a code."""
    code = codes.generate(secrets.token_bytes)
    return [*slots, made(recovery_slot(opened.slot.user_id, code, bytearray(opened.user_key)))]


def rewritten(folder: Path, write: Written) -> tuple[Slot, ...]:
    """Write a header of the same epoch with the keys of the clerk; return the keyslots in it."""
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        judge = session.vault.user_id
    opened = open_header(Layout(folder), passphrase(typed_by(CLERK)), kind=SlotKind.PASSPHRASE)
    known = opened.header

    def made(slot: NewSlot) -> Slot:
        return slot.wrapping(opened.master_key, known.vault_id, secrets.token_bytes)

    slots = tuple(write(known.slots, opened, judge, made))
    write_both(Layout(folder), replace(known, slots=slots), opened.master_key)
    return slots


def of_ways(findings: Sequence[Finding]) -> list[Finding]:
    return [each for each in findings if each.code == "ways-unrecorded"]


@pytest.mark.requirement("SR-19", "SR-44")
@pytest.mark.parametrize(
    ("write", "whose"),
    [
        (another_code, JUDGE),
        (other_shares, JUDGE),
        (no_code, JUDGE),
        (second_passphrase, JUDGE),
        (own_code, CLERK),
    ],
)
def test_whose_keyslots_are_not_those_recorded_is_told(folder: Path, write: Written, whose: UserRole):
    rewritten(folder, write)

    with closing(unlock(folder, start=AFTERWARDS, heads=folder.parent / "heads")) as session:
        name = user_of(session, whose).name
        for findings in (session.opening.findings, check_vault(session).findings):
            (told,) = of_ways(findings)
            assert (told.standing, told.values) == (Standing.UNKNOWN, {"names": (name,)})
        assert session.is_writable


@pytest.mark.requirement("SR-44")
def test_whoever_is_named_ends_it_by_a_new_code_and_a_colleague_does_not(
    base: tuple[Path, str], folder: Path
):
    rewritten(folder, another_code)
    with pytest.raises(WrongRecoveryCodeError):
        vaults.unlock_with_recovery_code(folder, code=base[1], environment=environment(AFTERWARDS))

    with closing(unlock(folder, typed_by(CLERK), start=AFTERWARDS)) as session:
        new = passphrase(f"{THEIRS} marble")
        vaults.change_passphrase(session, old=passphrase(typed_by(CLERK)), new=new)
        assert of_ways(check_vault(session).findings)
    with closing(unlock(folder, start=AFTERWARDS)) as session:
        assert of_ways(session.opening.findings)
        code = recovery.renew_recovery_code(session, own_passphrase=passphrase())
        assert of_ways(check_vault(session).findings) == []
    with closing(unlock(folder, start=AFTERWARDS)) as session:
        assert of_ways(session.opening.findings) == []
        vaults.confirm_recovery_code(session, code)


def test_a_change_of_passphrase_takes_ones_own_unrecorded_ways_away(folder: Path):
    rewritten(folder, own_code)

    with closing(unlock(folder, typed_by(CLERK), start=AFTERWARDS)) as session:
        new = passphrase(f"{THEIRS} marble")
        vaults.change_passphrase(session, old=passphrase(typed_by(CLERK)), new=new)

        assert of_ways(check_vault(session).findings) == []
        assert [each.kind for each in session.vault.slots if each.user_id == session.vault.user_id] == [
            SlotKind.PASSPHRASE
        ]


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("by", "act", "about"),
    [
        (CLERK, Does.PASSPHRASE_CHANGED, CLERK),
        (ADMINISTRATOR, Does.RECOVERY_SHARES_MADE, ADMINISTRATOR),
        (ADMINISTRATOR, Does.USER_READMITTED, JUDGE),
    ],
)
def test_who_records_other_keyslots_of_somebody_else_is_named(
    folder: Path, by: UserRole, act: Does, about: UserRole
):
    ways = tuple(map(way_of, rewritten(folder, another_code)))

    def write(program: OwnProgram) -> None:
        office = rows(program, registry.OFFICE)[0]
        told = replace(office, header_epoch=office.header_epoch + 1, keyslots=ways)
        program.say(act, user_of(program.session, about).id, told)

    attacked(folder, by, write, start=AFTERWARDS)

    with closing(unlock(folder, start=AFTERWARDS, heads=folder.parent / "heads")) as session:
        for findings in (session.opening.findings, check_vault(session).findings):
            broken = {each.key for each in findings if each.standing is Standing.BROKEN}
            assert "act-exceeded.value" in broken


def test_a_vault_that_recorded_none_records_all_with_its_next_change(folder: Path):
    with closing(unlock(folder, start=AFTERWARDS)) as session:
        session.office_record = replace(session.office_record, keyslots=())
        recovery.renew_recovery_code(session, own_passphrase=passphrase())

        assert set(session.office_record.keyslots) == set(map(way_of, session.vault.slots))
        judge = keys.agent_of(session.vault.user_id)
        assert {kind for kind, user, _ in session.office_record.keyslots if user == judge} == {
            "PASSPHRASE",
            "RECOVERY",
            "SHARES",
        }
