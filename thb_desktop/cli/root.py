"""`thb root`: shows the fingerprint of the vault's root certificate, and writes the certificate to a file."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.console import Console
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.errors import AlreadyExistsError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.login import root_fingerprint, root_pem
from thb_desktop.vault.system import medium
from thb_desktop.verify.documents.shown import in_groups


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "root", help="show the root certificate's fingerprint", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help="write the certificate (PEM) to this file; it must not exist"
    )
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    if chosen.to is not None and chosen.to.exists():
        raise AlreadyExistsError("the file exists already; name another")
    with closing(opened(chosen, environment)) as session:
        office = session.office_record
    if chosen.to is not None:
        with medium(), chosen.to.open("x", encoding="ascii", newline="\n") as target:
            target.write(root_pem(office))
    fingerprint = root_fingerprint(office)
    written = [] if chosen.to is None else [f"Written: {chosen.to}"]
    console.answer(
        [
            f"Root certificate of {office.name}, fingerprint (SHA-256):",
            f"    {in_groups(fingerprint)}",
            *written,
        ],
        {"root_sha256": fingerprint, "file": None if chosen.to is None else str(chosen.to)},
    )
    return 0
