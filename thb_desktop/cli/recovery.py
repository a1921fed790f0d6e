"""`thb recovery`: lists passphrases and codes, renews the recovery code, and makes and uses recovery
shares.
"""

import argparse
import os
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from thb_desktop.cli.console import Console
from thb_desktop.cli.deciding import deciding
from thb_desktop.cli.passphrases import add_descriptor, new_passphrase, passphrase, secret_line
from thb_desktop.cli.second_person import add_second, approved, second_named
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import AlreadyExistsError, FileUnreadableError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.office import recovery, users, vaults
from thb_desktop.services.office.recovery import Holder, RecoveryShare
from thb_desktop.vault.system import create_file, make_folder, medium, sync_file, sync_folder, write_all

_MOST_BYTES = 4096


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    group = commands.add_parser(
        "recovery", help="recovery code and recovery shares", description=__doc__, allow_abbrev=False
    )
    steps = group.add_subparsers(dest="step", metavar="STEP", required=True)
    listing = steps.add_parser(
        "list", help="the passphrases and codes that open the vault, and their users", allow_abbrev=False
    )
    renewing = steps.add_parser("renew", help="replace your recovery code", allow_abbrev=False)
    sharing = steps.add_parser("shares", help="make recovery shares for several holders", allow_abbrev=False)
    confirming = steps.add_parser("confirm", help="type your recovery code back", allow_abbrev=False)
    opening = steps.add_parser("open", help="set a new passphrase with recovery shares", allow_abbrev=False)
    for parser, run in (
        *((listing, run_list), (renewing, run_renew)),
        *((confirming, run_confirm), (sharing, run_shares)),
    ):
        add_vault(parser)
        parser.set_defaults(run=run)
    add_descriptor(confirming, "--code-fd", "the recovery code")
    sharing.add_argument("--needed", type=int, required=True, help="how many holders together open the vault")
    sharing.add_argument(
        "--holder", action="append", required=True, metavar="NAME", help="who holds a share; given for each"
    )
    add_descriptor(sharing, "--holder-passphrase-fd", "the holders' passphrases, one a line,")
    sharing.add_argument(
        "--into",
        type=Path,
        metavar="FOLDER",
        help="write each share to a file in this folder instead of the screen",
    )
    opening.add_argument("folder", type=Path, help="the vault's folder")
    opening.add_argument(
        "--share", action="append", required=True, type=Path, metavar="FILE", help="a share; given for each"
    )
    add_descriptor(opening, "--holder-passphrase-fd", "the holders' passphrases, one a line,")
    add_descriptor(opening, "--new-passphrase-fd", "the new passphrase")
    add_second(opening)
    opening.set_defaults(run=run_open)
    return [listing, renewing, confirming, sharing, opening]


def run_list(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        names = {user.id: user.name for user in users.list_users(decision.session)}
        slots = recovery.list_keyslots(decision.session)
    console.answer(
        [
            f"{slot.kind.name.lower()} of {names.get(slot.user_id, 'no known user')}, "
            f"{slot.costs.memory // 1024} MiB and {slot.costs.passes} passes a guess"
            for slot in slots
        ],
        {
            "ways": [
                {
                    "kind": slot.kind.name,
                    "user": str(slot.user_id),
                    "memory_kib": slot.costs.memory,
                    "passes": slot.costs.passes,
                }
                for slot in slots
            ]
        },
    )
    return 0


def run_renew(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        code = recovery.renew_recovery_code(decision.session, own_passphrase=decision.own)
        vault = str(decision.session.vault_id)
    console.answer(
        [
            f"Recovery code: {code}",
            "Write it down and keep it in a safe: it is shown only once.",
            "The old code no longer opens the vault.",
        ],
        {"vault": vault, "recovery_code": code},
    )
    return 0


def run_confirm(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        vaults.confirm_recovery_code(session, secret_line(chosen.code_fd, "Recovery code from the paper: "))
        vault, user = str(session.vault_id), session.user
    console.answer(
        [f"The recovery code of {user.name} is correct. The event chain records that it was typed back."],
        {"vault": vault, "user": str(user.id), "confirmed": True},
    )
    return 0


def run_shares(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    files = [] if chosen.into is None else _files_in(chosen.into, len(chosen.holder))
    try:
        made = _made(chosen, environment, files)
    except BaseException:
        if files:
            with suppress(OSError):  # it stays if shares in it may open the vault
                chosen.into.rmdir()
        raise
    console.answer(
        [
            f"Any {chosen.needed} of these {len(made)} open the vault, each with its holder's passphrase.",
            *(f"Written: {path}" for path in files),
            *([] if files else [line for share in made for line in _lines(share)]),
            "They are shown only once. An earlier set no longer opens the vault.",
        ],
        {
            "needed": chosen.needed,
            "files": [str(path) for path in files],
            "shares": []
            if files
            else [{"number": each.number, "holder": each.holder, "text": each.text} for each in made],
        },
    )
    return 0


def _made(
    chosen: argparse.Namespace, environment: Environment, files: Sequence[Path]
) -> tuple[RecoveryShare, ...]:
    with deciding(chosen, environment) as decision:
        holders = [
            Holder(
                name=name,
                passphrase=new_passphrase(
                    chosen.holder_passphrase_fd, f"Passphrase of {name} for their share: "
                ),
            )
            for name in chosen.holder
        ]
        return recovery.make_recovery_shares(
            decision.session,
            needed=chosen.needed,
            holders=holders,
            own_passphrase=decision.own,
            keep=lambda shares: _write(shares, files),
        )


def run_open(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    given = [
        (_read(path), passphrase(chosen.holder_passphrase_fd, f"Passphrase for the share in {path.name}: "))
        for path in chosen.share
    ]
    with closing(vaults.unlock_with_shares(chosen.folder, given=given, environment=environment)) as session:
        named, act = second_named(session, chosen), TwoPersonAct.RECOVER_PASSPHRASE
        new = new_passphrase(chosen.new_passphrase_fd, f"New passphrase of {session.user.name}: ")
        second = approved(session, chosen, named, act, session.user.id)
        vaults.set_passphrase_by_recovery(session, new, second=second)
        vault, user = str(session.vault_id), session.user
    console.answer(
        [f"The vault opens with the new passphrase of {user.name}."],
        {"vault": vault, "user": str(user.id), "changed": True},
    )
    return 0


def _lines(share: RecoveryShare) -> list[str]:
    return [f"Share {share.number}, {share.holder}:", *(f"    {line}" for line in share.text.splitlines())]


def _files_in(folder: Path, count: int) -> list[Path]:
    """Make the folder first, for its owner only; return where each share will be written."""
    if os.path.lexists(folder):
        raise AlreadyExistsError("the folder for the shares exists already; name another")
    with medium():
        make_folder(folder)
    return [folder / f"share-{number}.txt" for number in range(1, count + 1)]


def _write(shares: Sequence[RecoveryShare], paths: Sequence[Path]) -> None:
    with medium():
        try:
            for path, share in zip(paths, shares, strict=False):
                with create_file(path) as file:
                    write_all(file, f"{share.text}\n".encode("ascii"))
                    sync_file(file)
            for folder in {path.parent for path in paths}:
                sync_folder(folder)
        except BaseException:
            for path in paths:
                path.unlink(missing_ok=True)
            raise


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise FileUnreadableError("the file of a recovery share cannot be read") from None
