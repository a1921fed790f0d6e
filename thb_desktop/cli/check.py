"""`thb check`: checks a whole vault: its database, its event chain and every stored file."""

import argparse
from contextlib import closing

from thb_desktop.cli.console import Console, answer_of, lines_of
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.errors import DamageError
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.keeping import health
from thb_desktop.verify import exits

EXIT_CODES = exits.EXIT_CODES | {Standing.BROKEN: DamageError.exit_code}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "check", help="examine a vault's health", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        report = health.check_vault(session, progress=console.progress_of("Checking"))
    standing = verdict(report.findings)
    console.answer(
        [
            *lines_of(report.findings),
            "",
            "Computer and media:",
            *lines_of(report.surroundings),
            "",
            f"{report.files_checked} files with {report.bytes_checked:,} bytes were read.",
        ],
        {
            "verdict": standing.value,
            "findings": answer_of(report.findings),
            "surroundings": answer_of(report.surroundings),
            "files": report.files_checked,
            "bytes": report.bytes_checked,
        },
    )
    return EXIT_CODES[standing]
