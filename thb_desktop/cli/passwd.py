"""`thb passwd`, `thb own-keys`, `thb recover`: a new passphrase, with the old one or the recovery code."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.console import Console
from thb_desktop.cli.passphrases import add_descriptor, new_passphrase, passphrase, secret_line
from thb_desktop.cli.second_person import add_second, approved, second_named
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.office import own_keys, vaults


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    change = commands.add_parser(
        "passwd",
        help="change your passphrase",
        allow_abbrev=False,
        description="Changes the passphrase of the user whose old one is given.",
    )
    own = commands.add_parser(
        "own-keys",
        help="make new keys for yourself, in your own session",
        allow_abbrev=False,
        description="Makes a new signing key and a new key to open with, under a new passphrase.",
    )
    recover = commands.add_parser(
        "recover",
        help="set a new passphrase with the recovery code",
        allow_abbrev=False,
        description="Opens a vault with its recovery code and sets a new passphrase.",
    )
    for parser in (change, own, recover):
        parser.add_argument("folder", type=Path, help="the vault's folder")
        add_descriptor(parser, "--new-passphrase-fd", "the new passphrase")
    for parser in (change, own):
        add_descriptor(parser, "--passphrase-fd", "the old passphrase")
    add_descriptor(recover, "--code-fd", "the recovery code")
    add_second(recover)
    change.set_defaults(run=run_passwd)
    own.set_defaults(run=run_own_keys)
    recover.set_defaults(run=run_recover)
    return [change, own, recover]


def run_passwd(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    old = passphrase(chosen.passphrase_fd, "Old passphrase: ")
    kept = bytearray(old)  # unlocking wipes the secrets that it is given
    with closing(vaults.unlock_vault(chosen.folder, passphrase=old, environment=environment)) as session:
        vaults.change_passphrase(session, old=kept, new=new_passphrase(chosen.new_passphrase_fd))
        vault = str(session.vault_id)
    console.answer(["The passphrase is changed."], {"vault": vault, "changed": True})
    return 0


def run_own_keys(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    old = passphrase(chosen.passphrase_fd, "Old passphrase: ")
    kept = bytearray(old)
    with closing(vaults.unlock_vault(chosen.folder, passphrase=old, environment=environment)) as session:
        new = new_passphrase(chosen.new_passphrase_fd)
        made = own_keys.make_keys_own(session, old=kept, new=new)
        vault = str(session.vault_id)
    told = ["Your keys are new. A recovery code or shares that you had are void."]
    if made.waits:
        told.append("They sign as soon as who holds the root's key renews the certificates (thb user renew).")
    console.answer(told, {"vault": vault, "made": True, "waits": made.waits})
    return 0


def run_recover(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    code = secret_line(chosen.code_fd, "Recovery code: ")
    with closing(
        vaults.unlock_with_recovery_code(chosen.folder, code=code, environment=environment)
    ) as session:
        named, act = second_named(session, chosen), TwoPersonAct.RECOVER_PASSPHRASE
        new = new_passphrase(chosen.new_passphrase_fd)
        second = approved(session, chosen, named, act, session.user.id)
        vaults.set_passphrase_by_recovery(session, new, second=second)
        vault = str(session.vault_id)
    console.answer(["The vault opens with the new passphrase."], {"vault": vault, "changed": True})
    return 0
