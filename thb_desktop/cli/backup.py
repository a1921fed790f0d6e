"""`thb backup`, `thb restore`, `thb try-restore`: back up a vault, restore it, and test the restoration."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.check import EXIT_CODES
from thb_desktop.cli.console import Console, answer_of, lines_of
from thb_desktop.cli.passphrases import add_descriptor, passphrase, secret_line
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.findings import verdict
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.keeping import backups, restoring
from thb_desktop.services.keeping.restoring import RestoredVault
from thb_desktop.services.office import vaults


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    return [_add_backup(commands), _add_restore(commands), _add_try(commands)]


def _add_backup(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        "backup",
        help="back a vault up",
        allow_abbrev=False,
        description="Backs a vault up, encrypted, onto another medium. Later runs copy only what is new.",
    )
    add_vault(parser)
    parser.add_argument(
        "--onto",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="a new or empty folder, or an earlier backup of this vault",
    )
    parser.add_argument("--label", default="", help="the name of the medium, for the event chain")
    parser.set_defaults(run=run_backup)
    return parser


def _add_restore(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        "restore",
        help="make a vault from a backup",
        allow_abbrev=False,
        description="Makes a vault from a backup, in a new folder, and records that it was restored and why.",
    )
    parser.add_argument("backup", type=Path, help="the folder of the backup")
    parser.add_argument(
        "--into", type=Path, required=True, metavar="FOLDER", help="the folder to make; it must not exist yet"
    )
    parser.add_argument("--reason", required=True, help="why it is restored")
    parser.add_argument(
        "--incomplete",
        action="store_true",
        help="restore even if files are damaged or missing in the backup, and name them",
    )
    parser.add_argument(
        "--give-up-newer",
        action="store_true",
        help="restore even if this computer remembers a newer state of the vault, and give that state up",
    )
    parser.add_argument(
        "--by-code", action="store_true", help="unlock with the recovery code and set a new passphrase"
    )
    add_descriptor(parser, "--passphrase-fd", "the passphrase of the time of the backup")
    add_descriptor(parser, "--code-fd", "the recovery code, with --by-code")
    parser.set_defaults(run=run_restore)
    return parser


def _add_try(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    parser = commands.add_parser(
        "try-restore",
        help="test that a backup can be restored",
        allow_abbrev=False,
        description="Restores a backup in a temporary folder, checks it, and records the outcome.",
    )
    add_vault(parser)
    parser.add_argument("backup", type=Path, help="the folder of the backup")
    parser.add_argument(
        "--within",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="a folder with room for the vault that is restored for the test",
    )
    add_descriptor(parser, "--backup-passphrase-fd", "the passphrase of the time of the backup")
    parser.set_defaults(run=run_try)
    return parser


def run_backup(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        report = backups.make_backup(
            session, chosen.onto, label=chosen.label, progress=console.progress_of("Backing up")
        )
    standing = verdict(each for each in report.findings if each.code != "same-medium")
    console.answer(
        [
            *lines_of(report.findings),
            f"Backup {report.number}: {report.files} files, {report.size:,} bytes.",
            f"New in it: {report.copied} files with {report.copied_bytes:,} bytes.",
            f"Code of the event chain in it: {report.code}.",
        ],
        {
            "verdict": standing.value,
            "findings": answer_of(report.findings),
            "number": report.number,
            "made_at": report.made_at.isoformat(),
            "short_code": report.code,
            "files": report.files,
            "bytes": report.size,
            "copied": report.copied,
            "copied_bytes": report.copied_bytes,
        },
    )
    return EXIT_CODES[standing]


def run_restore(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    restored = _restored(chosen, console, environment)
    with closing(restored.session) as session:
        vault, opening = str(session.vault_id), session.opening.findings
    standing = verdict(restored.findings)
    console.answer(
        [
            f"The vault {vault} is restored from backup {restored.number}.",
            f"Code of the event chain in the backup: {restored.code}.",
            *lines_of(restored.findings),
            *lines_of(opening),
            *(["Set a new passphrase now: `thb recover`."] if chosen.by_code else []),
        ],
        {
            "vault": vault,
            "number": restored.number,
            "made_at": restored.made_at.isoformat(),
            "short_code": restored.code,
            "verdict": standing.value,
            "findings": answer_of((*restored.findings, *opening)),
        },
    )
    return EXIT_CODES[standing]


def _restored(chosen: argparse.Namespace, console: Console, environment: Environment) -> RestoredVault:
    progress = console.progress_of("Restoring")
    if chosen.by_code:
        return restoring.restore_with_recovery_code(
            chosen.backup,
            chosen.into,
            code=secret_line(chosen.code_fd, "Recovery code: "),
            reason=chosen.reason,
            environment=environment,
            incomplete=chosen.incomplete,
            giving_up=chosen.give_up_newer,
            progress=progress,
        )
    return restoring.restore_vault(
        chosen.backup,
        chosen.into,
        passphrase=passphrase(chosen.passphrase_fd),
        reason=chosen.reason,
        environment=environment,
        incomplete=chosen.incomplete,
        giving_up=chosen.give_up_newer,
        progress=progress,
    )


def run_try(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    typed = passphrase(chosen.passphrase_fd)
    # Unlocking wipes the secrets that it is given.
    other = chosen.backup_passphrase_fd
    then = bytearray(typed) if other is None else passphrase(other)
    with closing(vaults.unlock_vault(chosen.folder, passphrase=typed, environment=environment)) as session:
        report = restoring.try_restore(
            session,
            chosen.backup,
            chosen.within,
            passphrase=then,
            progress=console.progress_of("Trying"),
        )
    standing = verdict(report.findings)
    console.answer(
        [
            *lines_of(report.findings),
            f"{report.files_checked} files with {report.bytes_checked:,} bytes were read in that vault.",
        ],
        {
            "verdict": standing.value,
            "findings": answer_of(report.findings),
            "files": report.files_checked,
            "bytes": report.bytes_checked,
        },
    )
    return EXIT_CODES[standing]
