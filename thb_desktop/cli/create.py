"""`thb create`: makes a vault with its first user, and gives out the recovery code once."""

import argparse
from pathlib import Path

from thb_desktop.cli.console import Console
from thb_desktop.cli.passphrases import add_descriptor, new_passphrase
from thb_desktop.domain.rights import FOUNDERS
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.ground.environment import Environment
from thb_desktop.services.office import vaults


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("create", help="make a vault", description=__doc__, allow_abbrev=False)
    parser.add_argument("folder", type=Path, help="the folder to make; it must not exist yet")
    parser.add_argument("--office", required=True, help="the office that the vault belongs to")
    parser.add_argument(
        "--name", required=True, help="the first user's name, as it shall stand in the certificate"
    )
    parser.add_argument(
        "--role", type=UserRole, choices=sorted(FOUNDERS), required=True, help="the first user's role"
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
        environment=environment,
    )
    vault = str(created.session.vault_id)
    created.session.close()
    console.answer(
        [
            f"The vault {vault} is made.",
            f"Recovery code: {created.recovery_code}",
            "Write it down and keep it in a safe: it is shown only now, and opens the vault by itself.",
        ],
        {"vault": vault, "recovery_code": created.recovery_code},
    )
    return 0
