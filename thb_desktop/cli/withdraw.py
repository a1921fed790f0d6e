"""`thb withdraw`: withdraws a file that was taken into an exhibit by mistake; `--undo` reinstates it.

Nothing is erased. `--list` lists the withdrawn files of an exhibit.
"""

import argparse
from contextlib import closing

from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.export import case_named
from thb_desktop.cli.out import exhibit_named, file_named
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.errors import FileStandsError, UsageError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.withdrawing import list_withdrawn, reinstate_file, withdraw_file


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "withdraw", help="withdraw a file added by mistake", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument("exhibit", help="the number of the exhibit")
    parser.add_argument("file", nargs="?", default="", help="the name of the file, its SHA-256 or identifier")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why it is withdrawn, or stands again")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--undo", action="store_true", help="reinstate a withdrawn file")
    ways.add_argument("--list", action="store_true", help="list the withdrawn files of the exhibit")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    if not chosen.list and not chosen.file:
        raise UsageError("say which file is withdrawn or reinstated")
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case).id
        exhibit = exhibit_named(session, case_id, chosen.exhibit)
        if chosen.list:
            withdrawn = list_withdrawn(session, exhibit.id)
            lines = [f"{each.name}  {each.sha256}  {each.struck}" for each in withdrawn]
            console.answer(lines or ["No file was withdrawn."], {"withdrawn": [*map(_told, withdrawn)]})
            return 0
        if chosen.undo:
            file = reinstate_file(session, _withdrawn(session, exhibit.id, chosen.file).id, chosen.reason)
        else:
            found = file_named(session, case_id, chosen.exhibit, chosen.file)
            file = withdraw_file(session, found.id, chosen.reason)
    said = "Withdrawn" if file.struck else "Reinstated"
    console.answer([f"{said}: {file.name}"], _told(file))
    return 0


def _withdrawn(session: Session, exhibit_id: ExhibitId, name: str) -> ExhibitFile:
    for each in list_withdrawn(session, exhibit_id):
        if name in {each.name, each.id, each.sha256}:
            return each
    raise FileStandsError("the exhibit has no such withdrawn file")


def _told(file: ExhibitFile) -> Answer:
    return {"id": file.id, "name": file.name, "sha256": file.sha256, "withdrawn": file.struck}
