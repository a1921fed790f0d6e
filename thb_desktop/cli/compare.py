"""`thb compare`, `thb restored`: compare the event chain with states known elsewhere, and confirm a restored
backup.
"""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.check import EXIT_CODES
from thb_desktop.cli.console import Console, answer_of, lines_of
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.errors import UsageError
from thb_desktop.findings import Finding, verdict
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.short_code import current_short_code
from thb_desktop.services.keeping import anchors
from thb_desktop.services.messages.signed_messages import message_of
from thb_desktop.services.receiving.receipts import compare_receipt
from thb_desktop.verify.receipt_text import RECEIPT


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    compare = commands.add_parser(
        "compare",
        help="compare the event chain with a state known elsewhere",
        description="Says whether the event chain continues a state of it that is known elsewhere.",
        allow_abbrev=False,
    )
    add_vault(compare)
    compare.add_argument(
        "--file", type=Path, help="a bundle or a custody extract of this vault, or a receipt for what it sent"
    )
    compare.add_argument("--code", help="a short code, from a printed page or a note")
    compare.set_defaults(run=run)
    restored = commands.add_parser(
        "restored",
        help="confirm that the vault is a restored backup",
        description="Confirms that this vault is a restored backup. The statement becomes an event, and this "
        "computer remembers the restored state from then on.",
        allow_abbrev=False,
    )
    add_vault(restored)
    restored.add_argument("--reason", required=True, help="which backup was restored, and why")
    restored.set_defaults(run=run_restored)
    return [compare, restored]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    if chosen.file is None and chosen.code is None:
        raise UsageError("name a file or a short code to compare with")
    findings: list[Finding] = []
    with closing(opened(chosen, environment)) as session:
        if chosen.file is not None:
            is_receipt = message_of(chosen.file) == RECEIPT
            compare_file = compare_receipt if is_receipt else anchors.compare_with_file
            findings += compare_file(session, chosen.file)
        if chosen.code is not None:
            findings += anchors.compare_short_code(session, chosen.code)
    standing = verdict(findings)
    console.answer(lines_of(findings), {"verdict": standing.value, "findings": answer_of(findings)})
    return EXIT_CODES[standing]


def run_restored(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        restoration = anchors.accept_restored(session, reason=chosen.reason)
        code = current_short_code(session)
    found, lost = restoration.found_size, restoration.lost_size
    given_up = f"; a state with {lost} entries was given up" if lost else ""
    console.answer(
        [
            f"Recorded: a backup was restored. {found} entries were found{given_up}.",
            f"Code of the event chain: {code}.",
        ],
        {"found_size": found, "lost_size": lost, "short_code": code},
    )
    return 0
