"""`thb board`: tells the requests of a case, their deadlines and answers, and prints sheets."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.arguments import pages_told
from thb_desktop.cli.console import Console
from thb_desktop.cli.export import case_named, picked
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.cooperation_codes import ReferralProblem
from thb_desktop.errors import AlreadyExistsError, UsageError
from thb_desktop.findings import Finding
from thb_desktop.services.bundling import referrals
from thb_desktop.services.case_file import sheets
from thb_desktop.services.cooperation import board, board_sheets, cooperation
from thb_desktop.services.cooperation.data_sheet import data_sheet
from thb_desktop.services.core.environment import Environment
from thb_desktop.words import sentence


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
    console.answer(
        [
            *(sentence(each, "en") for line in lines for each in line.said),
            *(
                f"{line.instrument.number}: {board_sheets.link_told(each, 'en')}."
                for line in lines
                for each in line.links
            ),
            *(
                f"{each.holder}: {each.number} of {each.office} came under no request, {each.at:%Y-%m-%d}."
                for each in unasked
            ),
            *([] if pages is None else [pages_told(chosen.to, pages)]),
        ],
        {
            "instruments": [
                {
                    "number": line.instrument.number,
                    "wave": line.instrument.wave,
                    "answers": list(line.answers),
                    "links": [{"how": each.how.value, "number": each.other} for each in line.links],
                    "grounds": [
                        {"finding": each.case, "ground": str(each.values.get("ground", ""))}
                        for each in line.grounds
                    ],
                    "form": [{"finding": each.case, "sections": _sections(each)} for each in line.form],
                    "deadlines": [
                        {
                            "code": str(each.code),
                            "due": each.due.isoformat() if each.due else None,
                            "standing": each.finding.case,
                        }
                        for each in line.deadlines
                    ],
                }
                for line in lines
            ],
            "unasked": [
                {"holder": each.holder, "office": each.office, "number": each.number} for each in unasked
            ],
            "pages": pages,
        },
    )
    return 0


def _sections(finding: Finding) -> list[str]:
    found = finding.values.get("sections", ())
    return [str(each) for each in found] if isinstance(found, tuple) else []
