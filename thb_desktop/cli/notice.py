"""`thb notice`: those who received something are told when it is recalled, rectified or supplemented."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.arguments import pages_told
from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.receive import case_named
from thb_desktop.cli.unlock import add_card, add_vault, opened
from thb_desktop.domain.receiving import GivenNotice, ReceivedNotice
from thb_desktop.domain.times import to_text
from thb_desktop.domain.vocabulary import SentKind
from thb_desktop.errors import AlreadyExistsError, NotFoundError, UsageError
from thb_desktop.services.case_file.sheets import write_sheet
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.receiving import notice_sheets, notices
from thb_desktop.words import minute


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    group = commands.add_parser(
        "notice", help="notices to those who received something", description=__doc__, allow_abbrev=False
    )
    steps = group.add_subparsers(dest="step", metavar="STEP", required=True)
    due = steps.add_parser("due", help="list who must be told of what", allow_abbrev=False)
    giving = steps.add_parser("give", help="sign a notice for the recipients", allow_abbrev=False)
    coming = steps.add_parser("import", help="enter one that came", allow_abbrev=False)
    listing = steps.add_parser("list", help="list those that were signed, and that came", allow_abbrev=False)
    printing = steps.add_parser("print", help="write one as pages", allow_abbrev=False)
    parsers = (due, giving, coming, listing, printing)
    for parser, run in zip(parsers, (run_due, run_give, run_import, run_list, run_print), strict=True):
        add_vault(parser)
        parser.set_defaults(run=run)
    add_card(giving)
    for parser in (due, giving, listing, printing):
        parser.add_argument("case", help="the case file's reference")
    giving.add_argument("sent", help="what they received, as `due` lists it (P-001, file-0123456789abcdef)")
    giving.add_argument("number", help="of the exhibit, record or person, as `due` lists it")
    giving.add_argument("--recipient", help="who received it, if several received the same")
    giving.add_argument("--text", required=True, help="what they are told")
    giving.add_argument("--to", type=Path, required=True, metavar="FILE", help="the file to write")
    coming.add_argument("file", type=Path, help="the notice")
    coming.add_argument("--case", help="the case of what no exhibit holds")
    printing.add_argument("notice", help="its id, as `list` lists it")
    printing.add_argument("--to", type=Path, required=True, metavar="FILE", help="the PDF to write")
    return list(parsers)


def run_due(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        found = notices.list_due(session, case_named(session, chosen.case))
    console.answer(
        [
            f"{_label(each)}  {each.kind.value.lower()}  {each.number}"
            f"  {'notice signed' if each.is_told else 'NO NOTICE YET'}  {', '.join(each.recipients)}"
            for each in found
        ]
        or ["Nobody has to be told of anything."],
        {
            "due": [
                {
                    "sent": _label(each),
                    "recipients": list(each.recipients),
                    "kind": each.kind.value,
                    "number": each.number,
                    "of": [theirs.number for theirs in each.theirs],
                    "told": each.is_told,
                }
                for each in found
            ],
        },
    )
    return 0


def _label(due: notices.Due) -> str:
    """What they received: a package, bundle or annex by its number, a file by the beginning of its digest."""
    return f"file-{due.sent.sha256[:16]}" if due.sent.kind is SentKind.FILE else due.sent.number


def run_give(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        due = [
            each
            for each in notices.list_due(session, case_named(session, chosen.case))
            if (_label(each), each.number) == (chosen.sent, chosen.number)
            and chosen.recipient in (None, *each.recipients)
        ]
        due.sort(key=lambda each: each.is_told)
        if not due:
            raise NotFoundError("nothing of what they received is to be told about this number")
        if len({each.left.id for each in due}) > 1:
            raise UsageError("several received it: name one with --recipient")
        given = notices.give_notice(session, due[0], chosen.text, chosen.to)
    console.answer(
        [f"The notice about {given.number} is signed. Send it to {', '.join(due[0].recipients)}."],
        {"notice": given.id, "kind": given.kind.value, "number": given.number, "sha256": given.sha256},
    )
    return 0


def run_import(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case) if chosen.case else None
        entered = notices.import_notice(session, chosen.file, case_id)
    console.answer([_line(entered)], _told(entered))
    return 0


def run_list(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case)
        came, given = notices.list_notices(session, case_id), notices.list_given(session, case_id)
    console.answer(
        [
            *(f"{each.id}  came    {_line(each)}" for each in came),
            *(f"{each.id}  signed  {_signed(each)}" for each in given),
        ]
        or ["No notice came, and none was signed."],
        {
            "notices": [_told(each) for each in came],
            "given": [{"notice": each.id, "kind": each.kind.value, "number": each.number} for each in given],
        },
    )
    return 0


def run_print(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case)
        is_ours = any(each.id == chosen.notice for each in notices.list_given(session, case_id))
        make = notice_sheets.given_sheet if is_ours else notice_sheets.received_sheet
        sheet = make(session, chosen.notice)
    if chosen.to.exists():
        raise AlreadyExistsError("the file exists already; name another")
    pages = write_sheet(sheet, chosen.to)
    console.answer([pages_told(chosen.to, pages)], {"file": str(chosen.to), "pages": pages})
    return 0


def _signed(each: GivenNotice) -> str:
    return f"{each.kind.value.lower()}  {each.number}  {minute(each.at)}  {each.text}"


def _line(each: ReceivedNotice) -> str:
    return f"{each.kind.value.lower()}  {each.number}  {minute(each.made_at)}  {each.text}"


def _told(each: ReceivedNotice) -> Answer:
    return {
        "notice": each.id,
        "sent": each.sent_number,
        "kind": each.kind.value,
        "number": each.number,
        "exhibit": each.exhibit_id or "",
        "made_at": to_text(each.made_at),
        "text": each.text,
    }
