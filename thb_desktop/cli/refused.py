"""`thb receive-refused`: an exhibit that was refused when its package was imported is imported after all."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.console import Console
from thb_desktop.cli.passphrases import add_descriptor
from thb_desktop.cli.receipt import package_held_by
from thb_desktop.cli.receive import case_named, official_named, openers_of, told_what_opens
from thb_desktop.cli.unlock import add_card, add_vault, opened
from thb_desktop.domain.times import from_text
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.receiving.refused import AfterAll, import_refused


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "receive-refused",
        help="import an exhibit of a package that was refused when the package was imported",
        description="Takes the exhibit from the container that is kept. Large files that lie beside the "
        "container come with the package alone: name it again for them.",
        allow_abbrev=False,
    )
    add_vault(parser)
    add_card(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument("exhibit", help="the number of the exhibit that holds the package")
    parser.add_argument("numbers", nargs="+", metavar="NUMBER", help="the number of a refused exhibit there")
    parser.add_argument("--because", required=True, metavar="REASON", help="why it is imported now")
    parser.add_argument(
        "--received-by", required=True, metavar="CODE", help="the code of the official who takes it"
    )
    parser.add_argument("--at", type=from_text, required=True, metavar="TIME", help="when")
    parser.add_argument("--place", default="", help="where")
    parser.add_argument("--late-because", default="", metavar="REASON", help="why it is entered late")
    parser.add_argument("--package", type=Path, metavar="PATH", help="the package, for its large files")
    parser.add_argument("--key", type=Path, metavar="FILE", help="the key file (PKCS#12) that opens it")
    add_descriptor(parser, "--key-passphrase-fd", "the passphrase of the key file")
    add_descriptor(parser, "--words-fd", "the passphrase of the package, if no key opens it,")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case)
        received = package_held_by(session, case_id, chosen.exhibit)
        after = AfterAll(
            received_id=received.id,
            numbers=frozenset(chosen.numbers),
            because=chosen.because,
            received_by=official_named(session, case_id, chosen.received_by),
            at=chosen.at,
            place=chosen.place,
            late_entry_reason=chosen.late_because,
        )
        openers = tuple(openers_of(chosen))
        with told_what_opens(openers):
            done = import_refused(
                session,
                after,
                package=chosen.package,
                openers=openers,
                progress=console.progress_of("Opening"),
            )
    console.answer(
        [f"Imported after all: {each.number}, refused before: {each.refused_because}" for each in done],
        {"received": received.id, "exhibits": [each.number for each in done]},
    )
    return 0
