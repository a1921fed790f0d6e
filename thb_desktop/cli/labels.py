"""`thb labels`: labels of exhibits with a code for a scanner, and the exhibit of a scanned one."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.arguments import so_many
from thb_desktop.cli.console import Console
from thb_desktop.cli.export import case_named
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.labels import SHEETS
from thb_desktop.errors import AlreadyExistsError, NotFoundError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.labels import find_scanned, labels_of, write_labels


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "labels", help="print labels of exhibits, or read one", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument("exhibit", nargs="*", help="numbers of exhibits (default: each)")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--to", type=Path, metavar="FILE", help="write the labels to this new PDF file")
    which.add_argument("--read", metavar="CODE", help="tell the exhibit of this scanned code")
    parser.add_argument(
        "--sheet", choices=sorted(SHEETS), default="3x8", help="columns and rows of the sheet"
    )
    parser.add_argument(
        "--used",
        type=int,
        default=0,
        metavar="NUMBER",
        help="labels of the first sheet that are used",
    )
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    if chosen.to is not None and chosen.to.exists():
        raise AlreadyExistsError("the file exists already; name another")
    with closing(opened(chosen, environment)) as session:
        case = case_named(session, chosen.case)
        if chosen.read is not None:
            found = find_scanned(session, case.id, chosen.read)
            console.answer([found.number], {"number": found.number, "id": found.id})
            return 0
        listed = [each for each in exhibits.list_bare_exhibits(session, case.id) if not each.struck]
        numbers = {each.number: each.id for each in listed}
        if any(each not in numbers for each in chosen.exhibit):
            raise NotFoundError("the case has no exhibit with this number")
        ids = [numbers[each] for each in chosen.exhibit or numbers]
        made = labels_of(session, case.id, ids, SHEETS[chosen.sheet], first=chosen.used)
    pages = write_labels(made, chosen.to)
    console.answer(
        [f"Labels: {len(made.labels)} on {so_many(pages, 'page', 'pages')}: {chosen.to}"],
        {
            "pages": pages,
            "labels": [
                {"number": each.number, "code": each.code, "check": each.check} for each in made.labels
            ],
        },
    )
    return 0
