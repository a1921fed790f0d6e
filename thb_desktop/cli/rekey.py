"""`thb rekey`, `thb readmit`: renew the master key, and readmit users who were absent."""

import argparse

from thb_desktop.cli.console import Console, answer_of, lines_of
from thb_desktop.cli.deciding import deciding, user_named
from thb_desktop.cli.passphrases import add_descriptor, passphrase
from thb_desktop.cli.second_person import add_second, approved, second_named
from thb_desktop.cli.unlock import add_vault
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.keeping import rekeying


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    rekey = commands.add_parser(
        "rekey",
        help="renew the master key",
        allow_abbrev=False,
        description="Rewrites a vault under a new master key, checks it, and replaces the vault with it.",
    )
    add_vault(rekey)
    rekey.add_argument("--reason", required=True, help="why the key is renewed")
    rekey.add_argument(
        "--colleague",
        action="append",
        default=[],
        metavar="NAME",
        help="a colleague who is present and keeps access; can be given several times",
    )
    add_descriptor(rekey, "--colleague-passphrase-fd", "the colleagues' passphrases, one a line,")
    add_second(rekey)
    rekey.set_defaults(run=run_rekey)
    readmit = commands.add_parser(
        "readmit",
        help="readmit a user after the master key was renewed",
        allow_abbrev=False,
        description="Gives access back to a user who was absent when the master key was renewed.",
    )
    add_vault(readmit)
    readmit.add_argument("user", help="their name in the vault, or the identifier")
    add_descriptor(readmit, "--colleague-passphrase-fd", "their passphrase")
    readmit.set_defaults(run=run_readmit)
    return [rekey, readmit]


def run_rekey(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as typed:
        session = typed.session
        vault = session.vault_id
        colleagues = [user_named(session, name) for name in chosen.colleague]
        named = second_named(session, chosen)
        second = approved(session, chosen, named, TwoPersonAct.RENEW_MASTER_KEY, vault)
        done = rekeying.renew_master_key(
            session,
            own_passphrase=typed.own,
            others={user.id: _passphrase_of(user, chosen) for user in colleagues},
            reason=chosen.reason,
            second=second,
            progress=console.progress_of("Renewing"),
        )
    console.answer(
        [
            f"The vault {vault} has a new master key.",
            f"Recovery code: {done.recovery_code}",
            "Write it down and keep it in a safe: it is shown only once, and opens the vault by itself.",
            "The old code, recovery shares and backups belong to the old key: make new ones.",
            *(f"No access until `thb readmit`: {user.name}." for user in done.absent),
            *(
                []
                if done.is_old_removed
                else ["The old copy of the vault, beside the new one, could not be removed: delete it."]
            ),
            *lines_of(done.findings),
        ],
        {
            "vault": str(vault),
            "recovery_code": done.recovery_code,
            "absent": [user.name for user in done.absent],
            "old_removed": done.is_old_removed,
            "findings": answer_of(done.findings),
        },
    )
    return 0


def run_readmit(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as typed:
        user = user_named(typed.session, chosen.user)
        rekeying.readmit_user(
            typed.session,
            user.id,
            passphrase=_passphrase_of(user, chosen),
            own_passphrase=typed.own,
        )
        vault = str(typed.session.vault_id)
    console.answer(
        [f"{user.name} can open the vault again."], {"vault": vault, "user": str(user.id), "readmitted": True}
    )
    return 0


def _passphrase_of(user: User, chosen: argparse.Namespace) -> bytearray:
    return passphrase(chosen.colleague_passphrase_fd, f"Passphrase of {user.name}: ")
