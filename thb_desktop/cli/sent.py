"""`thb sent`: notes in the log of transmissions that a bundle, package, annex or file was sent."""

import argparse
from contextlib import closing
from datetime import date

from thb_desktop.cli.console import Console
from thb_desktop.cli.export import case_named, picked
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.cooperation import Transmission
from thb_desktop.domain.cooperation_codes import TransmissionChannel
from thb_desktop.domain.ids import RowId
from thb_desktop.errors import UsageError
from thb_desktop.services.cooperation import board, sending_log
from thb_desktop.services.core.environment import Environment


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "sent", help="note that something was sent", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument(
        "sent", help="the number of the bundle, package or annex; of a file that was taken out, its SHA-256"
    )
    parser.add_argument("--number", required=True, help="the number of the line in the log")
    parser.add_argument(
        "--channel", required=True, choices=[each.value for each in TransmissionChannel], help="how it went"
    )
    parser.add_argument("--on", required=True, metavar="DAY", help="the day, as in 2026-11-29")
    parser.add_argument("--by", required=True, metavar="NAME", help="who sent it")
    parser.add_argument(
        "--under",
        metavar="NUMBER",
        help="the order or request (default: the one under which the bundle was released)",
    )
    parser.add_argument(
        "--basis", default="", metavar="TEXT", help="on what basis it went, if under no order or request"
    )
    parser.add_argument("--receipt", default="", metavar="TEXT", help="the receipt of the channel")
    parser.add_argument("--note", default="", metavar="TEXT", help="a remark, not printed")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    try:
        day = date.fromisoformat(chosen.on)
    except ValueError as error:
        raise UsageError("--on is a day, as in 2026-11-29") from error
    with closing(opened(chosen, environment)) as session:
        case = case_named(session, chosen.case)
        known = sending_log.sending_of(session, case.id, chosen.sent)
        numbered = {each.number: each.id for each in known.instruments}
        named = picked([chosen.under] if chosen.under else None, numbered, "instrument")
        instrument = named[0] if named else known.instrument_id
        if instrument is None and not chosen.basis:
            raise UsageError(
                "it was released under no order or request that stands: name one with --under, or say with "
                "--basis on what basis it went"
            )
        noted = board.note_transmission(
            session,
            Transmission(
                id=RowId(""),
                case_id=case.id,
                number=chosen.number,
                instrument_id=instrument,
                channel=TransmissionChannel(chosen.channel),
                sent_on=day,
                incoming=False,
                by=chosen.by,
                what=known.what,
                receipt=chosen.receipt,
                note=chosen.note,
                basis=chosen.basis,
            ),
        )
        under = next((number for number, each in numbered.items() if each == instrument), "")
    console.answer(
        [f"Noted as {noted.number} under {', '.join(filter(None, (under, noted.basis)))}: {noted.what}"],
        {
            "number": noted.number,
            "instrument": under,
            "basis": noted.basis,
            "what": noted.what,
            "id": noted.id,
        },
    )
    return 0
