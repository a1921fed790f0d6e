"""`thb verify`: says what of a bundle, a package or a custody extract is valid, not valid or unknown."""

import argparse
from pathlib import Path

from thb_desktop.cli.console import Console, answer_of
from thb_desktop.findings import verdict
from thb_desktop.services.core.environment import Environment
from thb_desktop.verify.exits import exit_code
from thb_desktop.verify.run import Request, check_file, lines_of


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("verify", help="verify a file", description=__doc__, allow_abbrev=False)
    parser.add_argument("file", type=Path, help="a signed PDF, a package, or a custody extract")
    parser.add_argument(
        "--root",
        type=Path,
        action="append",
        default=[],
        help="a root certificate that you trust (PEM or DER)",
    )
    parser.add_argument(
        "--root-sha256", action="append", default=[], metavar="HEX", help="the fingerprint of such a root"
    )
    parser.add_argument(
        "--sha256", metavar="HEX", help="the digest that the file must have, received in another way"
    )
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:  # noqa: ARG001 - as all
    findings = check_file(
        Request(
            file=chosen.file,
            roots=tuple(chosen.root),
            fingerprints=tuple(chosen.root_sha256),
            expected_sha256=chosen.sha256,
        )
    )
    standing = verdict(findings)
    console.answer(lines_of(findings), {"verdict": standing.value, "findings": answer_of(findings)})
    return exit_code(findings)
