"""`thb out`: takes a file of an exhibit out of the vault, in clear, for somebody and for a reason."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.export import case_named
from thb_desktop.cli.second_person import add_reasons, add_second, approved, second_named
from thb_desktop.cli.unlock import add_card, add_vault, opened
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.taking_out import TakenOut
from thb_desktop.domain.times import to_text
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import NotFoundError
from thb_desktop.services.bundling import taking_out
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.words import ENGLISH

_PARTIES = {each.value.lower().replace("_", "-"): each for each in PartyKind}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "out", help="take a file of an exhibit out", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    add_card(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument("exhibit", help="the number of the exhibit")
    parser.add_argument("file", help="the name of the file, its SHA-256 or its identifier")
    parser.add_argument("target", type=Path, help="the file to write; nothing may have its name")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why it goes out")
    parser.add_argument("--recipient", required=True, metavar="NAME", help="who receives it")
    parser.add_argument("--state", required=True, metavar="COUNTRY", help="the recipient's State")
    parser.add_argument("--party", required=True, choices=list(_PARTIES), help="what the recipient is")
    parser.add_argument(
        "--within-limits",
        default="",
        metavar="TEXT",
        help="why the use stays within the purpose to which the exhibit is bound",
    )
    add_reasons(parser)
    add_second(parser)
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        file = file_named(session, case_named(session, chosen.case).id, chosen.exhibit, chosen.file)
        second = None
        if taking_out.takes_two(session, file.id):
            named = second_named(session, chosen)
            second = approved(session, chosen, named, TwoPersonAct.TAKE_OUT_FILE, file.id)
        said = taking_out.TakingOut(
            recipient=chosen.recipient,
            state=chosen.state.upper(),
            party=_PARTIES[chosen.party],
            reason=chosen.reason,
            within_limits=chosen.within_limits,
            identities_because=chosen.identities_because,
            unsearched_because=chosen.unsearched_because,
        )
        taken = taking_out.take_out(
            session,
            file.id,
            chosen.target,
            said,
            second=second,
            progress=console.progress_of("taking out"),
        )
        receipt = taking_out.receipt_of(session, taken)
    console.answer([f"{what}: {how}" for what, how in receipt.lines(ENGLISH)], _told(taken))
    return 0


def exhibit_named(session: Session, case_id: CaseId, number: str) -> Exhibit:
    """Return the exhibit of this number. Raises NotFoundError."""
    exhibit = exhibits.find_numbered(session, case_id, number)
    if exhibit is None:
        raise NotFoundError("there is no exhibit of this number in this case file")
    return exhibit


def file_named(session: Session, case_id: CaseId, number: str, name: str) -> ExhibitFile:
    """Return the file of an exhibit with this name, SHA-256 or identifier. Raises NotFoundError."""
    found = [
        each
        for each in exhibits.get_exhibit(session, exhibit_named(session, case_id, number).id).files
        if name in {each.name, each.id, each.sha256}
    ]
    if not found:
        raise NotFoundError("the exhibit has no such file")
    return found[0]


def _told(taken: TakenOut) -> Answer:
    return {
        "id": taken.id,
        "file": taken.file_id,
        "exhibit": taken.exhibit_id,
        "place": taken.place,
        "size": taken.size,
        "sha256": taken.sha256,
        "recipient": taken.recipient,
        "state": taken.state,
        "party": taken.party.value,
        "reason": taken.reason,
        "at": to_text(taken.at),
    }
