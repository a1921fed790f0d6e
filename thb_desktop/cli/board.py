"""`thb board`: tells the requests of a case, their deadlines and answers, the log, and prints sheets."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.arguments import pages_told
from thb_desktop.cli.board_told import board_answer, board_lines
from thb_desktop.cli.console import Console
from thb_desktop.cli.export import case_named, picked
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.cooperation_codes import ReferralProblem
from thb_desktop.errors import AlreadyExistsError, UsageError
from thb_desktop.services.bundling import referrals
from thb_desktop.services.case_file import sheets
from thb_desktop.services.cooperation import board, board_sheets, cooperation
from thb_desktop.services.cooperation.data_sheet import data_sheet
from thb_desktop.services.core.environment import Environment


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "board", help="requests, deadlines and answers", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument("--to", type=Path, metavar="FILE", help="write a sheet (PDF) to this new file")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument(
        "--referral",
        choices=[each.value for each in ReferralProblem],
        help="a referral to Eurojust without names, for this problem, instead of the board",
    )
    chosen.add_argument(
        "--data-for", metavar="NUMBER", help="data for the form of this EIO, instead of the board"
    )
    parser.add_argument("--wanted", default="", metavar="TEXT", help="the help that a referral asks for")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    if chosen.to is None and (chosen.referral or chosen.data_for):
        raise UsageError("a sheet is written to a file: name it with --to")
    if chosen.to is not None and chosen.to.exists():
        raise AlreadyExistsError("the file exists already; name another")
    with closing(opened(chosen, environment)) as session:
        case = case_named(session, chosen.case)
        lines, unasked = board.board_of(session, case.id), board.list_unasked(session, case.id)
        log = board.list_log(session, case.id)
        if chosen.referral:
            problem = ReferralProblem(chosen.referral)
            sheet = referrals.referral_sheet(session, case.id, problem=problem, wanted=chosen.wanted)
        elif chosen.data_for:
            numbered = {each.number: each.id for each in cooperation.list_instruments(session, case.id)}
            (order,) = picked([chosen.data_for], numbered, "instrument") or ()
            sheet = data_sheet(session, case.id, order)
        else:
            sheet = board_sheets.board_sheet(session, case.id)
    pages = None if chosen.to is None else sheets.write_sheet(sheet, chosen.to)
    told = (*board_lines(lines, unasked, log), *([] if pages is None else [pages_told(chosen.to, pages)]))
    console.answer(told, {**board_answer(lines, unasked, log), "pages": pages})
    return 0
