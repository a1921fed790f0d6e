"""`thb unlock`: checks that a vault opens, prints its state, and locks it again."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.console import Console, answer_of, lines_of
from thb_desktop.cli.passphrases import add_descriptor, passphrase, secret_line
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.keys import Card
from thb_desktop.services.core.rollback_checks import Anchors
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import memory
from thb_desktop.services.office import vaults
from thb_desktop.words import ENGLISH, where_words


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "unlock", help="check that a vault opens", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    add_card(parser)
    parser.set_defaults(run=run)
    return [parser]


def add_vault(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of every command that opens a vault."""
    parser.add_argument("folder", type=Path, help="the vault's folder")
    add_descriptor(parser, "--passphrase-fd", "the passphrase")


def add_card(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of a command whose session may use a card."""
    parser.add_argument(
        "--card-module", type=Path, metavar="FILE", help="sign with the card that this PKCS#11 module reads"
    )
    add_descriptor(parser, "--pin-fd", "the card's PIN")


def opened(chosen: argparse.Namespace, environment: Environment) -> Session:
    """Unlock the named vault with the given passphrase."""
    session = vaults.unlock_vault(
        chosen.folder,
        passphrase=passphrase(chosen.passphrase_fd),
        environment=environment,
        card=_card(chosen),
    )
    memory.note_memory(session)
    return session


def _card(chosen: argparse.Namespace) -> Card | None:
    if getattr(chosen, "card_module", None) is None:
        return None
    pin = secret_line(chosen.pin_fd, "PIN of the card: ")
    return Card(module=chosen.card_module, pin=bytearray(pin, "utf-8"))


def last_left(anchors: Anchors) -> str:
    """Say when a state of the chain was last copied outside this computer."""
    if anchors.left_at is None or anchors.left_with is None:
        return "No state of the event chain has been copied outside this computer yet."
    at = anchors.left_at.isoformat(sep=" ", timespec="minutes")
    with_what = where_words(anchors.left_with, ENGLISH)
    return f"A state of the event chain was last copied outside this computer on {at}, with {with_what}."


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        files = cases.list_cases(session)
        opening = session.opening
        console.answer(
            [
                f"The vault {session.vault_id} of {session.office} opens.",
                f"User: {session.user.name} ({session.user.role.value}).",
                f"Case files: {len(files)}. Code of the event chain: {opening.short_code}.",
                last_left(opening.anchors),
                *lines_of(opening.findings),
            ],
            {
                "vault": str(session.vault_id),
                "office": session.office,
                "user": session.user.name,
                "role": session.user.role.value,
                "cases": len(files),
                "short_code": opening.short_code,
                "last_left": opening.anchors.left_at.isoformat() if opening.anchors.left_at else None,
                "findings": answer_of(opening.findings),
            },
        )
    return 0
