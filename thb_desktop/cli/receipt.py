"""`thb receipt`: receipts for packages: signed for what came, and entered for what was sent."""

import argparse
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.console import Answer, Console, answer_of, lines_of
from thb_desktop.cli.receive import case_named
from thb_desktop.cli.unlock import add_card, add_vault, opened
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.receiving import PackageReceipt, ReceivedItem, ReceivedPackage
from thb_desktop.domain.times import from_text, to_text
from thb_desktop.errors import NotFoundError
from thb_desktop.findings import Finding
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.receiving import arrivals, offices, paper_receipts, receipts, refused
from thb_desktop.words import minute


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    group = commands.add_parser(
        "receipt", help="receipts for packages", description=__doc__, allow_abbrev=False
    )
    steps = group.add_subparsers(dest="step", metavar="STEP", required=True)
    writing = steps.add_parser("write", help="sign one for a package that came", allow_abbrev=False)
    coming = steps.add_parser("import", help="enter a signed one for what was sent", allow_abbrev=False)
    paper = steps.add_parser("paper", help="enter the printed form, with its scan", allow_abbrev=False)
    ending = steps.add_parser(
        "withdraw", help="let one on paper that was typed wrongly count no more", allow_abbrev=False
    )
    wording = steps.add_parser(
        "reason", help="say in other words why an exhibit was refused", allow_abbrev=False
    )
    listing = steps.add_parser("list", help="list what was sent, and what came back", allow_abbrev=False)
    arrived = steps.add_parser("received", help="list the packages that came", allow_abbrev=False)
    for parser, run in (
        (writing, run_write),
        (coming, run_import),
        (paper, run_paper),
        (ending, run_withdraw),
        (wording, run_reason),
        (listing, run_list),
        (arrived, run_received),
    ):
        add_vault(parser)
        parser.set_defaults(run=run)
    add_card(writing)
    for parser in (writing, paper, ending, wording, listing, arrived):
        parser.add_argument("case", help="the case file's reference")
    for parser in (writing, wording):
        parser.add_argument("exhibit", help="the number of the exhibit that holds the package")
    wording.add_argument("number", help="the number of the refused exhibit there")
    wording.add_argument("--because", required=True, metavar="REASON", help="why it was refused")
    writing.add_argument("--to", type=Path, required=True, metavar="FILE", help="the file to write")
    coming.add_argument("file", type=Path, help="the receipt")
    paper.add_argument("package", help="the number of the package")
    paper.add_argument("--from", dest="from_party", required=True, metavar="NAME", help="who signed it")
    paper.add_argument("--at", type=from_text, required=True, metavar="TIME", help="when it was received")
    paper.add_argument("--sha256", required=True, metavar="HEX", help="the digest as the form says it")
    paper.add_argument("--scan", required=True, metavar="NUMBER", help="the exhibit that holds its scan")
    paper.add_argument(
        "--refused",
        nargs=2,
        action="append",
        default=[],
        metavar=("NUMBER", "REASON"),
        help="an exhibit that was refused, and why",
    )
    for parser in (writing, paper):
        parser.add_argument("--remarks", default="", metavar="TEXT", help="what else it says")
    ending.add_argument("receipt", help="its id, as `list --json` lists it")
    ending.add_argument("--reason", required=True, help="what was typed wrongly")
    return [writing, coming, paper, ending, wording, listing, arrived]


def run_write(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case)
        received = package_held_by(session, case_id, chosen.exhibit)
        written = receipts.write_receipt(session, received.id, chosen.to, remarks=chosen.remarks)
    console.answer(
        [f"The receipt for {received.number} is signed."],
        {"receipt": written.id, "package": received.number, "sha256": written.sha256},
    )
    return 0


def package_held_by(session: Session, case_id: CaseId, number: str) -> ReceivedPackage:
    """Return the package that an exhibit of this number holds. Raises NotFoundError."""
    holder = exhibits.find_numbered(session, case_id, number)
    for each in arrivals.list_received(session, case_id):
        if holder is not None and each.exhibit_id == holder.id:
            return each
    raise NotFoundError("this exhibit holds no package that was received")


def run_import(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        receipt = receipts.import_receipt(session, chosen.file)
        sent = receipts.find_sent(session, receipt.package_id)
    console.answer([_line(receipt), *lines_of(_said(sent, receipt))], _judged(sent, receipt))
    return 0


def run_paper(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case)
        sent = [
            each.package.id
            for each in receipts.list_sent(session, case_id)
            if chosen.package in {each.package.number, each.package.id}
        ]
        scan = exhibits.find_numbered(session, case_id, chosen.scan)
        if not sent or scan is None:
            raise NotFoundError("there is no such package or exhibit in this case file")
        paper = paper_receipts.PaperReceipt(
            from_party=chosen.from_party,
            received_at=chosen.at,
            sha256=chosen.sha256,
            scan=scan.id,
            refused=dict(chosen.refused),
            remarks=chosen.remarks,
        )
        receipt = paper_receipts.enter_paper_receipt(session, sent[0], paper)
        doubts = receipts.find_sent(session, receipt.package_id).doubts_of(receipt)
    console.answer([_line(receipt), *lines_of(doubts)], {**_told(receipt), "doubts": answer_of(doubts)})
    return 0


def run_withdraw(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case)
        here = {one.id for each in receipts.list_sent(session, case_id) for one in each.receipts}
        if chosen.receipt not in here:
            raise NotFoundError("there is no such receipt in this case file")
        receipt = paper_receipts.withdraw_paper_receipt(session, chosen.receipt, chosen.reason)
    console.answer([_withdrawn(receipt)], _told(receipt))
    return 0


def run_reason(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        received = package_held_by(session, case_named(session, chosen.case), chosen.exhibit)
        item = refused.correct_refusal(session, received.id, chosen.number, chosen.because)
    told = {"number": item.number, "refused_because": item.refused_because, "formerly": list(item.formerly)}
    console.answer([f"Why {item.number} was refused is corrected. Sign a receipt that says so."], told)
    return 0


def run_list(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        found = receipts.list_sent(session, case_named(session, chosen.case))
    console.answer(
        [line for each in found for line in _lines(each)] or ["No package was sent."],
        {
            "packages": [
                {
                    "number": each.package.number,
                    "sha256": each.package.sha256,
                    "state": each.state.value,
                    "waiting_for": list(each.waiting),
                    "receipts": [_judged(each, one) for one in each.receipts],
                    "withdrawn": [_told(one) for one in each.withdrawn],
                }
                for each in found
            ]
        },
    )
    return 0


def run_received(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case)
        names = {each.id: each.name for each in offices.list_all_offices(session)}
        holders = {each.exhibit.id: each.exhibit.number for each in exhibits.list_exhibits(session, case_id)}
        found = [
            _arrived(
                *(each, names.get(each.office_id, ""), holders.get(each.exhibit_id, "")),
                items=arrivals.items_of(session, each.id),
                receipts_signed=len(receipts.written_for(session, each.id)),
            )
            for each in arrivals.list_received(session, case_id)
        ]
    console.answer(
        [line for line, _ in found] or ["No package was received."],
        {"packages": [told for _, told in found]},
    )
    return 0


def _arrived(
    each: ReceivedPackage,
    office: str,
    exhibit: str,
    *,
    items: Sequence[ReceivedItem],
    receipts_signed: int,
) -> tuple[str, Answer]:
    """Return the line of a package that came, and the same for programs."""
    refused = [f"{one.number}: {one.refused_because}" for one in items if one.exhibit_id is None]
    imported = len(items) - len(refused)
    counts = f"exhibits imported: {imported}, receipts signed: {receipts_signed}"
    line = f"{exhibit}  {each.number} of {office}, imported {minute(each.at)}, {counts}"
    told: Answer = {
        "id": each.id,
        "exhibit": exhibit,
        "number": each.number,
        "office": office,
        "bundle": each.bundle,
        "made_at": to_text(each.made_at),
        "imported_at": to_text(each.at),
        "sha256": each.sha256,
        "imported": imported,
        "refused": refused,
        "receipts": receipts_signed,
    }
    return line + "".join(f"; refused {one}" for one in refused), told


def _lines(sent: receipts.Sent) -> list[str]:
    said = {
        receipts.SentState.SENT: "no receipt yet",
        receipts.SentState.RECEIVED: "received",
        receipts.SentState.REMARKS: "received with remarks",
        receipts.SentState.OTHER: "a receipt of another office, none of a recipient",
    }
    lines = [f"{sent.package.number}  {said[sent.state]}"]
    if sent.waiting:
        since = sent.package.at.date().isoformat()
        lines.append(f"    no receipt since {since} of: {', '.join(sent.waiting)}")
    for each in sent.receipts:
        lines += [f"    {_line(each)}", *(f"    {line}" for line in lines_of(_said(sent, each)))]
    return [*lines, *(f"    {_withdrawn(each)}" for each in sent.withdrawn)]


def _withdrawn(each: PackageReceipt) -> str:
    return f"withdrawn, because: {each.withdrawn_because}: {_line(each)}"


def _said(sent: receipts.Sent, receipt: PackageReceipt) -> list[Finding]:
    """Return what is known of who signed a receipt, and what is doubtful of its time."""
    return [sent.signers[sent.receipts.index(receipt)], *sent.doubts_of(receipt)]


def _judged(sent: receipts.Sent, receipt: PackageReceipt) -> Answer:
    signer, *doubts = _said(sent, receipt)
    return {**_told(receipt), "signer": answer_of([signer]), "doubts": answer_of(doubts)}


def _line(each: PackageReceipt) -> str:
    refused = "".join(f"; refused {number}: {because}" for number, because in each.refused)
    remarks = f"; {each.remarks}" if each.remarks else ""
    when = minute(each.received_at)
    return f"{each.from_party}, received {when}, exhibits accepted: {len(each.accepted)}{refused}{remarks}"


def _told(each: PackageReceipt) -> Answer:
    return {
        "id": each.id,
        "package": each.package_id,
        "from": each.from_party,
        "signed": each.office_id is not None,
        "received_at": to_text(each.received_at),
        "accepted": len(each.accepted),
        "refused": [f"{number}: {because}" for number, because in each.refused],
        "remarks": each.remarks,
        "head_size": each.head_size,
        "withdrawn_because": each.withdrawn_because,
    }
