"""`thb create`: makes a vault with its first user, and shows the recovery code once."""

import argparse
import sys
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.console import Console
from thb_desktop.cli.passphrases import add_descriptor, new_passphrase, secret_line
from thb_desktop.domain.rights import FOUNDERS
from thb_desktop.domain.vocabulary import DraftHistory, UserRole
from thb_desktop.errors import RecoveryCodeTypoError, WrongRecoveryCodeError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import vaults


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("create", help="make a vault", description=__doc__, allow_abbrev=False)
    parser.add_argument("folder", type=Path, help="the folder to make; it must not exist yet")
    parser.add_argument("--office", required=True, help="the office that the vault belongs to")
    parser.add_argument(
        "--name", required=True, help="the first user's name, as it should appear in the certificate"
    )
    parser.add_argument(
        "--role", type=UserRole, choices=sorted(FOUNDERS), required=True, help="the first user's role"
    )
    parser.add_argument(
        "--draft-history",
        type=DraftHistory,
        choices=sorted(DraftHistory),
        required=True,
        help="whether former wordings of draft records are kept; this version makes no vault without them",
    )
    add_descriptor(parser, "--passphrase-fd", "the first user's passphrase")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    passphrase = new_passphrase(chosen.passphrase_fd)
    created = vaults.create_vault(
        chosen.folder,
        office=chosen.office,
        user_name=chosen.name,
        role=chosen.role,
        passphrase=passphrase,
        draft_history=chosen.draft_history,
        environment=environment,
    )
    with closing(created.session) as session:
        vault = str(session.vault_id)
        console.answer(
            [
                f"The vault {vault} is made.",
                f"Recovery code: {created.recovery_code}",
                "Write it down and keep it in a safe: it is shown only once, and opens the vault by itself.",
            ],
            {"vault": vault, "recovery_code": created.recovery_code},
        )
        if not console.as_json and sys.stdin.isatty():
            _ask_back(session, console)
    return 0


def _ask_back(session: Session, console: Console) -> None:
    """Ask for the code from the paper. An empty line postpones it, so that nobody is stuck here."""
    sys.stdout.flush()
    while typed := secret_line(None, "Type it back from the paper (Enter alone: later): ").strip():
        try:
            vaults.confirm_recovery_code(session, typed)
        except (RecoveryCodeTypoError, WrongRecoveryCodeError) as wrong:
            console.remark(f"{wrong}; check the paper")
        else:
            console.remark("The paper is right.")
            return
    console.remark("Type it back later: thb recovery confirm")
