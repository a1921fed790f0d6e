"""Renewing the master key by its use case: who stays in, who comes back, and what is recorded."""

import io
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from tests.support.offices import (
    NEXT_DAY,
    Small,
    case_file,
    copy_of,
    environment,
    new_office,
    registered,
    unlock,
)
from tests.support.second_person import ALONE, approval
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    BackupOtherKeyError,
    CancelledError,
    ContentDamagedError,
    LastHolderError,
    NotAloneError,
    ReasonMissingError,
    StorageError,
    WrongColleaguePassphraseError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.login import root_fingerprint
from thb_desktop.services.core.rollback_checks import REMEMBERED
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.keeping import backups, health, rekeying
from thb_desktop.services.keeping.rekeying import RenewedKey
from thb_desktop.services.keeping.surroundings import check_surroundings
from thb_desktop.services.office import recovery, users, vaults
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.custody import check_extract

REASON = "The laptop was stolen while it was unlocked."
INTERPRETER_PASSPHRASE = "cobalt meadow timber falcon ribbon"
LATER = NEXT_DAY + timedelta(days=1)


def renew(session: Session, **named: object) -> RenewedKey:
    fields: dict[str, object] = {
        "own_passphrase": passphrase(),
        "others": {},
        "reason": REASON,
        "second": ALONE,
    }
    return rekeying.renew_master_key(session, **fields | named)  # type: ignore[arg-type]


def add(session: Session, name: str, role: UserRole, text: str) -> User:
    return users.add_user(
        session,
        name=name,
        role=role,
        passphrase=passphrase(text),
        own_passphrase=passphrase(),
        second=ALONE,
    )


def state(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def beside(folder: Path) -> list[str]:
    return [path.name for path in folder.parent.iterdir() if path.name.startswith(f".{folder.name}")]


@pytest.fixture
def exhibit_id(session: Session, small: Small) -> str:
    exhibit = registered(session, small)
    exhibit_files.add_file(
        session,
        exhibit.id,
        source=io.BytesIO(bytes(1_500_000)),
        name="phone.img",
        media_type="application/octet-stream",
    )
    return exhibit.id


@pytest.fixture
def again(session: Session) -> Iterator[list[Session]]:
    """Sessions that a test opens after the renewal, closed at its end."""
    opened: list[Session] = []
    yield opened
    for each in opened:
        each.close()


@pytest.mark.requirement("SR-44")
def test_the_vault_goes_on_under_the_new_key_with_all_its_proofs(
    session: Session, exhibit_id: str, again: list[Session]
):
    folder, root = session.vault.folder, root_fingerprint(session.office_record)
    before = extract_of(session, [exhibit_id]).data
    epoch = session.vault.epoch

    done = renew(session)

    assert verdict(done.findings) is Standing.HOLDS
    assert (done.absent, done.is_old_removed, beside(folder)) == ((), True, [])
    again.append(unlock(folder, start=LATER))
    new = again[0]
    assert new.opening.is_sound
    event = list(chain.entries(new.read))[-1].parsed()
    assert (event.action, event.subject) == (VaultAction.MASTER_KEY_RENEWED, new.vault_id)
    assert new.office_record.header_epoch == new.vault.epoch == epoch + 1
    for data in (before, extract_of(new, [exhibit_id]).data):
        assert verdict(check_extract(data, trusted_root_sha256=root)) is Standing.HOLDS
    cases.open_case(new, case_file(reference="2026/9"))
    assert verdict(health.check_vault(new).findings) is Standing.HOLDS


@pytest.mark.requirement("SR-44")
def test_the_new_recovery_code_opens_and_the_old_one_does_not(tmp_path: Path):
    folder = tmp_path / "office.thbvault"
    old_code = new_office(folder)

    done = renew(unlock(folder))

    with pytest.raises(WrongRecoveryCodeError):
        vaults.unlock_with_recovery_code(folder, code=old_code, environment=environment(LATER))
    vaults.unlock_with_recovery_code(folder, code=done.recovery_code, environment=environment(LATER)).close()


@pytest.mark.requirement("SR-20", "SR-44")
def test_a_colleague_approves_and_keeps_their_way_in(session: Session, again: list[Session]):
    folder = session.vault.folder
    clerk = add(session, "Greffe", UserRole.CLERK, OTHER_PASSPHRASE)
    agreed = approval(session, clerk, TwoPersonAct.RENEW_MASTER_KEY, session.vault_id)

    done = renew(session, others={clerk.id: passphrase(OTHER_PASSPHRASE)}, second=agreed)

    assert done.absent == ()
    again.append(unlock(folder, OTHER_PASSPHRASE, start=LATER))
    assert again[0].user.id == clerk.id


@pytest.mark.requirement("SR-20")
def test_who_has_a_colleague_does_not_renew_alone(session: Session):
    add(session, "Greffe", UserRole.CLERK, OTHER_PASSPHRASE)

    with pytest.raises(NotAloneError):
        renew(session)


@pytest.mark.requirement("SR-44")
def test_who_was_not_there_is_let_in_again_with_the_passphrase_of_before(
    session: Session, again: list[Session]
):
    folder = session.vault.folder
    clerk = add(session, "Greffe", UserRole.CLERK, OTHER_PASSPHRASE)
    agreed = approval(session, clerk, TwoPersonAct.RENEW_MASTER_KEY, session.vault_id)
    done = renew(session, second=agreed)
    assert [user.id for user in done.absent] == [clerk.id]
    with pytest.raises(WrongPassphraseError):
        unlock(folder, OTHER_PASSPHRASE, start=LATER)
    new = unlock(folder, start=LATER)
    assert [user.id for user in rekeying.list_absent(new)] == [clerk.id]
    assert users.signer_of(new, clerk.id, passphrase(OTHER_PASSPHRASE)).user.id == clerk.id
    with pytest.raises(WrongColleaguePassphraseError):
        rekeying.readmit_user(new, clerk.id, passphrase=passphrase(PASSPHRASE), own_passphrase=passphrase())

    rekeying.readmit_user(new, clerk.id, passphrase=passphrase(OTHER_PASSPHRASE), own_passphrase=passphrase())

    assert rekeying.list_absent(new) == ()
    with pytest.raises(AlreadyExistsError):
        rekeying.readmit_user(
            new, clerk.id, passphrase=passphrase(OTHER_PASSPHRASE), own_passphrase=passphrase()
        )
    actions = [entry.parsed().action for entry in chain.entries(new.read)]
    assert actions[-1] == VaultAction.USER_READMITTED
    new.close()
    again.append(unlock(folder, OTHER_PASSPHRASE, start=LATER + timedelta(days=1)))
    assert again[0].user.id == clerk.id


def test_an_interpreter_signs_as_before(session: Session, again: list[Session]):
    folder = session.vault.folder
    interpreter = add(session, "Simona", UserRole.INTERPRETER, INTERPRETER_PASSPHRASE)

    done = renew(session)

    assert done.absent == ()
    again.append(unlock(folder, start=LATER))
    assert rekeying.list_absent(again[0]) == ()
    assert users.signer_of(again[0], interpreter.id, passphrase(INTERPRETER_PASSPHRASE))


@pytest.mark.requirement("SR-16", "SR-44")
def test_this_computer_goes_on_remembering_and_knows_the_old_copy_when_it_is_put_back(
    session: Session, tmp_path: Path, again: list[Session]
):
    folder, heads = session.vault.folder, tmp_path / "heads"
    session.close()
    here = unlock(folder, heads=heads)
    cases.open_case(here, case_file(reference="2026/9"))
    here.close()
    stolen = copy_of(folder, tmp_path / "stolen")
    renew(unlock(folder, start=NEXT_DAY, heads=heads))

    after = unlock(folder, start=LATER, heads=heads)
    codes = {finding.code for finding in after.opening.findings}
    since = after.opening.anchors.since
    after.close()
    shutil.rmtree(folder)
    shutil.copytree(stolen, folder)
    again.append(unlock(folder, start=LATER + timedelta(days=1), heads=heads))

    assert "anchored" in codes
    assert since is not None
    assert since < NEXT_DAY
    assert "rolled-back" in {finding.code for finding in again[0].opening.findings}
    assert not again[0].opening.is_sound


@pytest.mark.requirement("SR-15", "SR-44")
def test_what_was_looked_at_before_the_renewal_is_closed_by_an_event_of_the_new_vault(
    session: Session, small: Small, again: list[Session]
):
    folder = session.vault.folder
    people.get_person(session, small.person.id)

    renew(session)

    again.append(unlock(folder, start=LATER))
    (mark,) = registry.CONSULTATION_MARK.all(again[0].read)
    assert mark.size == chain.size_of(again[0].read, chain.CONSULTATIONS) == 1


def remembered(folder: Path, heads: Path, start: datetime = NEXT_DAY) -> dict[str, Standing]:
    opened = unlock(folder, start=start, heads=heads)
    opened.close()
    return {each.code: each.standing for each in opened.opening.findings if each.code in REMEMBERED}


@pytest.mark.requirement("SR-16", "SR-44")
def test_where_a_folder_does_not_move_while_it_is_open_the_old_copy_is_known_as_well(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """As on Windows: the session is closed, and its keys overwritten, before the folders change places."""
    folder, heads = session.vault.folder, tmp_path / "heads"
    session.close()
    remembered(folder, heads)
    stolen = copy_of(folder, tmp_path / "stolen")
    monkeypatch.setattr(rekeying, "FOLDERS_MOVE_OPEN", False)
    renew(unlock(folder, start=NEXT_DAY, heads=heads))

    renewed = remembered(folder, heads, LATER)
    shutil.rmtree(folder)
    shutil.copytree(stolen, folder)

    assert renewed == {"anchored": Standing.HOLDS}
    assert remembered(folder, heads, LATER) == {"rolled-back": Standing.BROKEN}


@pytest.mark.requirement("SR-16", "SR-39", "SR-44")
@pytest.mark.parametrize("place", ["before", "after"])
def test_a_kill_at_the_last_stroke_vouches_for_no_old_copy_and_shuts_nobody_out(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
):
    folder, heads = session.vault.folder, tmp_path / "heads"
    session.close()
    remembered(folder, heads)
    stolen = copy_of(folder, tmp_path / "stolen")
    swap = rekeying.Renewal.put_in_place

    def killed(made: rekeying.Renewal) -> None:
        if place == "after":
            swap(made)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(rekeying.Renewal, "put_in_place", killed)
        with pytest.raises(KeyboardInterrupt):
            renew(unlock(folder, start=NEXT_DAY, heads=heads))

    if place == "after":
        assert remembered(folder, heads, LATER) == {"anchored": Standing.HOLDS}
        shutil.rmtree(folder)
        shutil.copytree(stolen, folder)
    for _ in range(2):
        assert remembered(folder, heads, LATER) == {"not-anchored": Standing.UNKNOWN}
    again = unlock(folder, start=LATER, heads=heads)
    assert again.opening.is_sound
    cases.open_case(again, case_file(reference="2026/9"))
    renew(again)
    assert remembered(folder, heads, LATER) == {"anchored": Standing.HOLDS}


@pytest.mark.requirement("SR-44")
def test_a_stroke_that_the_medium_refuses_leaves_the_memory_as_it_was(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder, heads = session.vault.folder, tmp_path / "heads"
    session.close()
    remembered(folder, heads)

    def refuses(_: rekeying.Renewal) -> None:
        raise StorageError("the medium failed")

    monkeypatch.setattr(rekeying.Renewal, "put_in_place", refuses)
    with pytest.raises(StorageError):
        renew(unlock(folder, start=NEXT_DAY, heads=heads))

    assert len(list(heads.iterdir())) == 1
    assert remembered(folder, heads, LATER) == {"anchored": Standing.HOLDS}


@pytest.mark.requirement("SR-44")
def test_a_backup_of_before_is_kept_and_not_written_over(
    session: Session, tmp_path: Path, again: list[Session]
):
    folder = session.vault.folder
    backups.make_backup(session, tmp_path / "stick")
    before = state(tmp_path / "stick")
    renew(session)
    again.append(unlock(folder, start=LATER))

    with pytest.raises(BackupOtherKeyError):
        backups.make_backup(again[0], tmp_path / "stick")

    assert state(tmp_path / "stick") == before
    (told,) = (each for each in check_surroundings(again[0]) if each.code.startswith("backup"))
    assert told.code == "backup-old"
    assert told.case == "key-renewed"
    assert backups.make_backup(again[0], tmp_path / "other").number == 1
    assert [event.old_key for event in backups.list_backups(again[0])] == [True, False]


@pytest.mark.requirement("SR-16", "SR-44")
def test_a_renewal_that_this_computer_cannot_note_is_refused_and_the_vault_stays(
    session: Session, tmp_path: Path
):
    """It would otherwise go on vouching for the copy of before."""
    folder, heads = session.vault.folder, tmp_path / "heads"
    session.close()
    here = unlock(folder, heads=heads)
    shutil.rmtree(heads)
    heads.write_text("a file where the memory was")

    with pytest.raises(StorageError):
        renew(here)

    assert beside(folder) == []
    unlock(folder, start=NEXT_DAY).close()


def refused(session: Session, error: type[Exception], *, reopens: bool = True, **named: object) -> None:
    folder = session.vault.folder
    before = state(folder)

    with pytest.raises(error):
        renew(session, **named)

    assert state(folder) == before
    assert beside(folder) == []
    if reopens:
        cases.open_case(session, case_file(reference="2026/9"))


def test_without_a_reason_nothing_is_renewed(session: Session):
    refused(session, ReasonMissingError, reason=" ")


def test_a_wrong_passphrase_of_ones_own_changes_nothing(session: Session):
    refused(session, WrongPassphraseError, own_passphrase=passphrase(OTHER_PASSPHRASE))


def test_a_wrong_passphrase_of_a_colleague_is_named_as_theirs(session: Session):
    clerk = add(session, "Greffe", UserRole.CLERK, OTHER_PASSPHRASE)
    agreed = approval(session, clerk, TwoPersonAct.RENEW_MASTER_KEY, session.vault_id)

    with pytest.raises(WrongColleaguePassphraseError) as refusal:
        renew(session, others={clerk.id: passphrase(PASSPHRASE)}, second=agreed)

    assert refusal.value.user == clerk.id
    assert beside(session.vault.folder) == []


def test_a_renewal_that_is_stopped_in_its_check_changes_nothing(session: Session, exhibit_id: str):
    event = Event()

    def tell(done: int, _: int) -> None:
        if done > 500:
            event.set()

    refused(session, CancelledError, progress=tell, cancelled=event)


def test_a_damaged_file_is_to_be_mended_first(session: Session, exhibit_id: str):
    (path,) = (session.vault.folder / "content").glob("*/*")
    raw = bytearray(path.read_bytes())
    raw[1000] ^= 1
    path.write_bytes(raw)

    refused(session, ContentDamagedError)


def test_progress_goes_up_to_the_end(session: Session, exhibit_id: str):
    told: list[int] = []

    renew(session, progress=lambda done, _: told.append(done))

    assert told == sorted(told)
    assert told[-1] == 1000


def test_the_passphrases_are_overwritten_whatever_happens(session: Session):
    own, other = passphrase(), passphrase(OTHER_PASSPHRASE)

    with pytest.raises(ReasonMissingError):
        renew(session, own_passphrase=own, others={session.user.id: other}, reason="")

    assert own == bytes(len(own))
    assert other == bytes(len(other))


def test_the_code_of_a_new_master_key_counts_as_on_paper_once_it_was_typed_back(session: Session):
    folder, said = session.vault.folder, []
    renewed = renew(session)
    for _ in range(2):
        opened = unlock(folder, start=LATER)
        said.append(recovery.is_code_on_paper(opened))
        opened.close()
        if said == [False]:
            vaults.confirm_code_of_locked_vault(folder, renewed.recovery_code, environment=environment(LATER))

    assert said == [False, True]


@pytest.mark.requirement("SR-20", "SR-44")
def test_without_a_judge_or_prosecutor_nothing_is_renewed(session: Session):
    administrator = add(session, "Head of IT", UserRole.ADMINISTRATOR, OTHER_PASSPHRASE)
    guest = users.signer_of(session, administrator.id, passphrase(OTHER_PASSPHRASE))
    session.user, session.keys = guest.user, guest.keys

    refused(session, LastHolderError, own_passphrase=passphrase(OTHER_PASSPHRASE), reopens=False)
