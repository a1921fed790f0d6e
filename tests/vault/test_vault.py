import os
import re
import secrets
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.vaults import (
    NOTES,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    USER,
    add_user,
    change_passphrase,
    new_vault,
    nothing,
    passphrase,
    remove_user,
    renew_recovery_code,
    reopen,
)
from thb_desktop.crypto import recovery
from thb_desktop.crypto.derivation import FLOOR, MIB
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.errors import (
    AlreadyExistsError,
    DiskFullError,
    LastSlotError,
    NoVaultError,
    ReadOnlyError,
    RecoveryCodeTypoError,
    StorageError,
    VaultInUseError,
    VaultMissingPartError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from thb_desktop.vault.database import OperationalError
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.vault import create_vault, open_vault, open_with_recovery_code

HOLDER = """
import sys
from pathlib import Path
from tests.support.vaults import reopen
vault = reopen(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def note(vault):
    return vault.connection.execute("SELECT text FROM note").fetchone()[0]


def store_this_file(vault):
    return vault.content.store_file(Path(__file__))


def everything(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_vault_opens_with_its_passphrase_and_holds_what_was_put_in(folder):
    with reopen(folder) as vault:
        assert note(vault) == "Anna Kowalska was heard"
        assert vault.user_id == USER
        assert vault.mended == vault.unmended == ()
        assert vault.check_database() == ()


def test_a_vault_opens_with_its_recovery_code(folder, code):
    with open_with_recovery_code(folder, code.lower(), randomness=secrets.token_bytes, steps=NOTES) as vault:
        assert note(vault) == "Anna Kowalska was heard"


def test_both_ways_give_the_same_keys(folder, code):
    with reopen(folder) as vault:
        by_passphrase = bytes(vault.user_key), bytes(vault.anchor_key), vault.vault_id

    with open_with_recovery_code(folder, code, randomness=secrets.token_bytes, steps=NOTES) as vault:
        assert (bytes(vault.user_key), bytes(vault.anchor_key), vault.vault_id) == by_passphrase


def test_a_wrong_passphrase_is_refused_and_nothing_changes(folder):
    before = everything(folder)

    for wrong in (OTHER_PASSPHRASE, PASSPHRASE + " ", PASSPHRASE.upper()):
        with pytest.raises(WrongPassphraseError):
            reopen(folder, wrong)

    assert everything(folder) == before


def test_a_wrong_recovery_code_is_told_from_a_mistyped_one(folder, code):
    other = recovery.to_text(recovery.generate(secrets.token_bytes))

    with pytest.raises(WrongRecoveryCodeError):
        open_with_recovery_code(folder, other, randomness=secrets.token_bytes, steps=NOTES)
    with pytest.raises(RecoveryCodeTypoError):
        open_with_recovery_code(folder, code[:-1], randomness=secrets.token_bytes, steps=NOTES)


@pytest.mark.requirement("SR-11")
def test_opening_changes_nothing_in_the_folder(folder):
    before = everything(folder)

    reopen(folder).close()

    assert everything(folder) == before


@pytest.mark.requirement("SR-44")
def test_a_changed_passphrase_opens_and_the_old_one_does_not(folder, code):
    with reopen(folder) as vault:
        change_passphrase(vault, passphrase(), passphrase(OTHER_PASSPHRASE))
        assert vault.epoch == 3

    reopen(folder, OTHER_PASSPHRASE).close()
    with pytest.raises(WrongPassphraseError):
        reopen(folder)
    open_with_recovery_code(folder, code, randomness=secrets.token_bytes, steps=NOTES).close()


def test_a_passphrase_is_not_changed_without_the_old_one(folder):
    with reopen(folder) as vault:
        before = everything(folder)
        with pytest.raises(WrongPassphraseError):
            change_passphrase(vault, passphrase(OTHER_PASSPHRASE), passphrase(OTHER_PASSPHRASE))

        assert everything(folder) == before


def test_the_recovery_code_sets_a_new_passphrase(folder, code):
    with open_with_recovery_code(folder, code, randomness=secrets.token_bytes, steps=NOTES) as vault:
        typed = recovery.from_text(code)
        change_passphrase(vault, typed, passphrase(OTHER_PASSPHRASE), SlotKind.RECOVERY)

    reopen(folder, OTHER_PASSPHRASE).close()
    with pytest.raises(WrongPassphraseError):
        reopen(folder)


def test_a_renewed_recovery_code_replaces_the_old_one(folder, code):
    with reopen(folder) as vault:
        renewed = recovery.to_text(renew_recovery_code(vault, passphrase()))

    open_with_recovery_code(folder, renewed, randomness=secrets.token_bytes, steps=NOTES).close()
    with pytest.raises(WrongRecoveryCodeError):
        open_with_recovery_code(folder, code, randomness=secrets.token_bytes, steps=NOTES)
    reopen(folder).close()


def test_a_second_user_opens_the_vault_with_a_key_of_their_own(folder):
    clerk, key = b"c" * 16, bytearray(secrets.token_bytes(32))
    with reopen(folder) as vault:
        add_user(
            vault,
            passphrase(),
            user_id=clerk,
            user_key=key,
            their_passphrase=passphrase(OTHER_PASSPHRASE),
        )

    with reopen(folder, OTHER_PASSPHRASE) as vault:
        assert (vault.user_id, vault.user_key) == (clerk, key)
        assert note(vault) == "Anna Kowalska was heard"
    with reopen(folder) as vault:
        remove_user(vault, passphrase(), user_id=clerk)
        with pytest.raises(LastSlotError):
            remove_user(vault, passphrase(), user_id=USER)
    with pytest.raises(WrongPassphraseError):
        reopen(folder, OTHER_PASSPHRASE)


def add_clerk(vault, typed=OTHER_PASSPHRASE):
    add_user(
        vault,
        passphrase(),
        user_id=b"c" * 16,
        user_key=bytearray(32),
        their_passphrase=passphrase(typed),
    )


def test_a_user_has_one_passphrase_and_a_second_is_refused(folder):
    with reopen(folder) as vault:
        add_clerk(vault)
        before = everything(folder)

        with pytest.raises(AlreadyExistsError, match="already"):
            add_clerk(vault, "velvet copper meadow anchor ribbon")

        assert everything(folder) == before


def test_a_user_who_is_taken_away_opens_nothing_with_the_recovery_code_either(folder, code):
    with reopen(folder) as vault:
        add_clerk(vault)
    with reopen(folder, OTHER_PASSPHRASE) as vault:
        remove_user(vault, passphrase(OTHER_PASSPHRASE), user_id=USER)

    with pytest.raises(WrongPassphraseError):
        reopen(folder)
    with pytest.raises(WrongRecoveryCodeError):
        open_with_recovery_code(folder, code, randomness=secrets.token_bytes, steps=NOTES)
    reopen(folder, OTHER_PASSPHRASE).close()


def test_a_vault_open_for_reading_keeps_its_passphrases(folder):
    before = everything(folder)

    with reopen(folder, read_only=True) as vault:
        typed = passphrase()
        with pytest.raises(ReadOnlyError):
            change_passphrase(vault, typed, passphrase(OTHER_PASSPHRASE))
        with pytest.raises(ReadOnlyError):
            renew_recovery_code(vault, passphrase())
        with pytest.raises(ReadOnlyError):
            add_clerk(vault)
        with pytest.raises(ReadOnlyError):
            remove_user(vault, passphrase(), user_id=USER)

    assert everything(folder) == before
    assert not any(typed)


def test_the_next_change_leads_beyond_an_epoch_that_is_remembered(folder):
    with reopen(folder) as vault:
        vault.remember_epoch(7)
        change_passphrase(vault, passphrase(), passphrase(OTHER_PASSPHRASE))

        assert vault.epoch == 9

    with reopen(folder, OTHER_PASSPHRASE) as vault:
        assert vault.epoch == 9


@pytest.mark.skipif(sys.platform != "linux", reason="limits the memory of a process")
def test_a_slot_too_dear_for_this_machine_does_not_shut_out_the_user_of_a_cheaper_one(tmp_path):
    folder = tmp_path / "office.thbvault"
    with new_vault(folder, parameters=replace(FLOOR, memory=512 * MIB)).vault as vault:
        add_clerk(vault)
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, reopen\n"
        "from thb_desktop.errors import KdfMemoryError\n"
        "used = int(Path('/proc/self/statm').read_text().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (used + (256 << 20),) * 2)\n"
        "reopen(Path(sys.argv[1]), OTHER_PASSPHRASE).close()\n"
        "try:\n"
        "    reopen(Path(sys.argv[1]), PASSPHRASE)\n"
        "except KdfMemoryError as refusal:\n"
        "    print(refusal.code)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, folder],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout, done.returncode) == ("kdf-memory\n", 0), done.stderr


@pytest.mark.requirement("SR-43")
def test_a_second_process_is_refused_and_the_lock_dies_with_the_first(folder):
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            HOLDER,
            str(folder),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(VaultInUseError, match="another program"):
            reopen(folder)
        holder.kill()

    reopen(folder).close()


def encrypted(folder):
    """The database, and the messages of each object behind its head of 20 bytes."""
    yield (folder / "vault.db").read_bytes()
    for path in (folder / "content").glob("*/*"):
        yield path.read_bytes()[20:]


def test_a_vault_that_is_open_here_is_not_opened_twice(folder):
    with reopen(folder), pytest.raises(VaultInUseError):
        reopen(folder)
    reopen(folder).close()


def test_a_refused_opening_lets_the_lock_go(folder):
    with pytest.raises(WrongPassphraseError):
        reopen(folder, OTHER_PASSPHRASE)

    reopen(folder).close()


@pytest.mark.requirement("SR-11")
def test_where_there_is_no_vault_nothing_is_created(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_bytes(b"x")

    for name in ("missing", "empty", "file", "other"):
        with pytest.raises(NoVaultError):
            reopen(tmp_path / name)

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["empty", "file", "letter.txt", "other"]


@pytest.mark.requirement("SR-11")
@pytest.mark.parametrize("part", ["vault.db", "content", "lock"])
def test_a_missing_part_is_named_and_not_made_again(folder, part):
    (folder / part).rename(folder.parent / "away")

    with pytest.raises(VaultMissingPartError):
        reopen(folder)

    assert not (folder / part).exists()


@pytest.mark.parametrize("part", ["vault.db", "lock", "header"])
def test_a_part_that_is_a_link_is_not_followed(folder, part):
    (folder / part).rename(folder.parent / "away")
    (folder / part).symlink_to(folder.parent / "away")

    if part == "header":
        with reopen(folder) as vault:
            assert vault.mended == ("header",)
        assert not (folder / part).is_symlink()
    else:
        with pytest.raises(VaultMissingPartError):
            reopen(folder)


def test_both_headers_missing_or_an_empty_database_are_refused(folder):
    (folder / "vault.db").write_bytes(b"")
    with pytest.raises(VaultMissingPartError, match="database"):
        reopen(folder)

    for name in ("header", "header.copy"):
        (folder / name).unlink()
    with pytest.raises(VaultMissingPartError, match="header"):
        reopen(folder)


def test_an_existing_name_is_never_written_over(tmp_path):
    for make in (Path.mkdir, Path.touch):
        target = tmp_path / make.__name__
        make(target)
        before = target.stat().st_mtime_ns

        with pytest.raises(AlreadyExistsError):
            new_vault(target)

        assert target.stat().st_mtime_ns == before


def test_a_weak_passphrase_makes_no_vault(tmp_path):
    typed = passphrase("letmein123")

    with pytest.raises(WeakPassphraseError):
        create_vault(
            tmp_path / "office.thbvault",
            typed,
            user_id=USER,
            parameters=FLOOR,
            randomness=secrets.token_bytes,
            fill=nothing,
            steps=NOTES,
        )

    assert list(tmp_path.iterdir()) == []
    assert not any(typed)


def test_a_creation_that_fails_leaves_nothing(tmp_path):
    def fail(vault):
        vault.content.store_file(Path(__file__))
        raise DiskFullError("the disk is full")

    with pytest.raises(DiskFullError):
        new_vault(tmp_path / "office.thbvault", fill=fail)

    assert list(tmp_path.iterdir()) == []


def test_what_fill_returned_comes_back_and_only_the_vault_is_there(tmp_path):
    created = new_vault(tmp_path / "office.thbvault", fill=lambda vault: vault.vault_id)

    with created.vault as vault:
        assert created.filled == vault.vault_id
        assert vault.folder == tmp_path / "office.thbvault"
    assert [path.name for path in tmp_path.iterdir()] == ["office.thbvault"]


def test_a_vault_without_a_parent_folder_is_refused(tmp_path):
    with pytest.raises(StorageError, match="no such folder"):
        new_vault(tmp_path / "missing" / "office.thbvault")


@pytest.mark.requirement("SR-55")
@pytest.mark.skipif(sys.platform == "win32", reason="access lists, not modes")
def test_files_are_for_their_owner_alone_whatever_the_umask(tmp_path):
    for mask in (0o000, 0o777):
        before = os.umask(mask)
        try:
            folder = tmp_path / f"office-{mask}.thbvault"
            created = new_vault(folder, fill=store_this_file)
            with created.vault as vault:
                vault.connection.execute("INSERT INTO note VALUES ('x')")
                change_passphrase(vault, passphrase(), passphrase(OTHER_PASSPHRASE))
        finally:
            os.umask(before)

        for path in (folder, *folder.rglob("*")):
            wanted = 0o700 if path.is_dir() else 0o600
            assert stat.S_IMODE(path.stat().st_mode) == wanted, path.name


@pytest.mark.requirement("SR-5")
def test_nothing_readable_and_no_name_rests_in_the_folder(folder):
    words = ("Anna", "Kowalska", "heard", "note", "test_vault", "conftest", "pytest", "CREATE TABLE")

    for path in folder.rglob("*"):
        assert re.fullmatch(
            r"header|header\.copy|vault\.db(-journal)?|content|lock|[0-9a-f]|[0-9a-f]{32}", path.name
        )
        if path.is_file():
            for word in words:
                assert word.encode() not in path.read_bytes()
                assert word.encode("utf-16-le") not in path.read_bytes()


@pytest.mark.requirement("SR-6")
def test_two_vaults_of_the_same_content_share_no_block(tmp_path):
    folders = [tmp_path / name for name in ("one.thbvault", "two.thbvault")]
    for folder in folders:
        new_vault(folder, fill=store_this_file).vault.close()

    one, two = (
        {data[at : at + 16] for data in encrypted(folder) for at in range(0, len(data) - 15, 16)}
        for folder in folders
    )
    assert len(one) > 500
    assert not one & two


@pytest.mark.requirement("SR-42")
def test_a_vault_open_for_reading_is_read_and_not_written(folder):
    before = everything(folder)

    with reopen(folder, read_only=True) as vault, reopen(folder, read_only=True) as second:
        assert note(vault) == note(second) == "Anna Kowalska was heard"
        with pytest.raises(VaultInUseError):
            reopen(folder)
        with pytest.raises(ReadOnlyError):
            vault.content.store_file(Path(__file__))
        with pytest.raises(OperationalError, match="readonly"):
            vault.connection.execute("INSERT INTO note VALUES ('x')")

    assert everything(folder) == before


def test_secrets_are_overwritten_when_the_vault_closes(folder):
    typed = passphrase()
    vault = open_vault(folder, typed, randomness=secrets.token_bytes, steps=NOTES)
    vault.close()

    assert not any(typed)
    for key in (vault.user_key, vault.anchor_key, vault.backup_key, vault.database_key, vault.content.key):
        assert not any(key)


def test_a_vault_prints_no_secret(folder):
    with reopen(folder) as vault:
        assert "_key=" not in repr(vault)
        assert repr(bytes(vault.user_key))[2:-1] not in repr(vault)


@pytest.mark.requirement("SR-39")
def test_a_creation_that_is_killed_leaves_no_vault_under_its_name(tmp_path):
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from tests.support.vaults import new_vault\n"
        "new_vault(Path(sys.argv[1]), fill=lambda vault: os._exit(9))\n"
    )
    folder = tmp_path / "office.thbvault"

    killed = subprocess.run(
        [sys.executable, "-c", program, folder], cwd=Path(__file__).parents[2], check=False
    )

    assert killed.returncode == 9
    assert not folder.exists()
    (left,) = tmp_path.iterdir()
    assert re.fullmatch(r"\.office\.thbvault\.[0-9a-f]{16}\.new", left.name)
    new_vault(folder).vault.close()


def test_what_does_not_belong_into_the_folder_is_counted_and_not_named(folder):
    assert Layout(folder).strangers() == 0
    for name in ("vault.db.before-2", "header.new", "Kowalska.docx", ".DS_Store"):
        (folder / name).write_bytes(b"x")

    assert Layout(folder).strangers() == 2
    reopen(folder).close()
