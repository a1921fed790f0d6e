"""`thb notice`: those who received something are told when it is recalled, rectified or supplemented."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.receive import case_named
from thb_desktop.cli.unlock import add_card, add_vault, opened
from thb_desktop.domain.receiving import ReceivedNotice
from thb_desktop.domain.taking_out import TakenOut
from thb_desktop.domain.times import to_text
from thb_desktop.errors import NotFoundError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.receiving import changed, notices


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    group = commands.add_parser(
        "notice", help="notices to those who received something", description=__doc__, allow_abbrev=False
    )
    steps = group.add_subparsers(dest="step", metavar="STEP", required=True)
    due = steps.add_parser("due", help="list who must be told of what", allow_abbrev=False)
    giving = steps.add_parser("give", help="sign a notice for the recipients", allow_abbrev=False)
    coming = steps.add_parser("import", help="enter one that came", allow_abbrev=False)
    listing = steps.add_parser("list", help="list those that came", allow_abbrev=False)
    for parser, run in ((due, run_due), (giving, run_give), (coming, run_import), (listing, run_list)):
        add_vault(parser)
        parser.set_defaults(run=run)
    add_card(giving)
    for parser in (due, giving, listing):
        parser.add_argument("case", help="the case file's reference")
    giving.add_argument("package", help="the number of the package")
    giving.add_argument("number", help="of the exhibit or record, as `due` lists it")
    giving.add_argument("--text", required=True, help="what they are told")
    giving.add_argument("--to", type=Path, required=True, metavar="FILE", help="the file to write")
    coming.add_argument("file", type=Path, help="the notice")
    return [due, giving, coming, listing]


def run_due(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case)
        found, others = notices.list_due(session, case_id), changed.list_elsewhere(session, case_id)
    console.answer(
        [
            f"{each.package.number}  {each.kind.value.lower()}  {each.number}"
            f"  {'told' if each.is_told else 'NOT TOLD YET'}"
            for each in found
        ]
        + [f"{_elsewhere(each)}: {each.kind.value.lower()}  {each.number}" for each in others]
        or ["Nobody has to be told of anything."],
        {
            "due": [
                {
                    "package": each.package.number,
                    "kind": each.kind.value,
                    "number": each.number,
                    "told": each.is_told,
                }
                for each in found
            ],
            "elsewhere": [
                {
                    "sent": _sent(each),
                    "recipients": list(each.recipients),
                    "kind": each.kind.value,
                    "number": each.number,
                }
                for each in others
            ],
        },
    )
    return 0


def _sent(each: changed.SentElsewhere) -> str:
    """What they received: a bundle, a single file by the beginning of its digest, or an identity annex."""
    sent = each.sent
    return f"file {sent.sha256[:16]}" if isinstance(sent, TakenOut) else sent.number


def _elsewhere(each: changed.SentElsewhere) -> str:
    return f"{_sent(each)}, to be told by hand to {', '.join(each.recipients)}"


def run_give(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        due = [
            each
            for each in notices.list_due(session, case_named(session, chosen.case))
            if (each.package.number, each.number) == (chosen.package, chosen.number)
        ]
        if not due:
            raise NotFoundError("nothing of this package is to be told about this number")
        given = notices.give_notice(session, due[0], chosen.text, chosen.to)
    console.answer(
        [f"The notice about {given.number} is signed. Send it to the recipients of {chosen.package}."],
        {"notice": given.id, "kind": given.kind.value, "number": given.number, "sha256": given.sha256},
    )
    return 0


def run_import(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        entered = notices.import_notice(session, chosen.file)
    console.answer([_line(entered)], _told(entered))
    return 0


def run_list(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        found = notices.list_notices(session, case_named(session, chosen.case))
    console.answer(
        [_line(each) for each in found] or ["No notice came."], {"notices": [_told(each) for each in found]}
    )
    return 0


def _line(each: ReceivedNotice) -> str:
    return f"{each.kind.value.lower()}  {each.number}  {to_text(each.made_at)}  {each.text}"


def _told(each: ReceivedNotice) -> Answer:
    return {
        "kind": each.kind.value,
        "number": each.number,
        "exhibit": each.exhibit_id or "",
        "made_at": to_text(each.made_at),
        "text": each.text,
    }
