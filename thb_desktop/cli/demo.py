"""`thb demo`: makes signed and verified bundles of two fictional cases."""

import argparse
import sys
from pathlib import Path

from thb_desktop.cli.console import Console, answer_of
from thb_desktop.findings import verdict
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.samples import demo
from thb_desktop.verify.exits import EXIT_CODES


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("demo", help="make a demonstration", description=__doc__, allow_abbrev=False)
    parser.add_argument(
        "--into", type=Path, required=True, metavar="FOLDER", help="the folder to make; it must not exist yet"
    )
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    made = demo.run_demo(chosen.into, environment, console.remark)
    standing = verdict(finding for bundle in made.bundles for finding in bundle.findings)
    console.answer(
        [
            f"Vault: {made.vault}",
            *(f"Bundle: {bundle.path} ({bundle.pages} pages)" for bundle in made.bundles),
            f"Sealed package, as its recipient opened it: {made.package}",
            f"The receipt that came back for it: {made.receipt}",
            f"Verify one:  {_program()} verify --root {made.root_certificate} {made.bundles[0].path}",
        ],
        {
            "vault": str(made.vault),
            "root_certificate": str(made.root_certificate),
            "passphrases": dict(made.passphrases),
            "recovery_code": made.recovery_code,
            "package": str(made.package),
            "receipt": str(made.receipt),
            "bundles": [
                {
                    "file": str(bundle.path),
                    "pages": bundle.pages,
                    "verdict": verdict(bundle.findings).value,
                    "findings": answer_of(bundle.findings),
                }
                for bundle in made.bundles
            ],
            "verdict": standing.value,
        },
    )
    return EXIT_CODES[standing]


def _program() -> str:
    """Return how this program was called, so that the printed command can be typed."""
    return sys.argv[0] if Path(sys.argv[0]).stem == "thb" else "thb"
