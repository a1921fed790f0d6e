"""`thb portable`: writes the check of custody extracts as one file for Python 3.11 or later."""

import argparse
from pathlib import Path

from thb_desktop.cli.console import Console
from thb_desktop.errors import AlreadyExistsError
from thb_desktop.services.core.environment import Environment
from thb_desktop.vault.system import medium
from thb_desktop.verify.portable import write_portable_check


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "portable", help="write the custody check as one file", description=__doc__, allow_abbrev=False
    )
    parser.add_argument("file", type=Path, help="the file to make, for instance custody-check.pyz")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:  # noqa: ARG001 - as all
    if chosen.file.exists():
        raise AlreadyExistsError("the file exists already; name another")
    with medium(), chosen.file.open("xb") as target:
        write_portable_check(target)
    console.answer([f"Written: {chosen.file}"], {"file": str(chosen.file)})
    return 0
