"""`thb assignment`: work that leaves in a packet, for a laptop of the interpreter's own, and comes back."""

import argparse
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from thb_desktop.cli.assignment_review import (
    declaration_line,
    declaration_told,
    review_lines,
    review_told,
)
from thb_desktop.cli.console import Console
from thb_desktop.cli.package import opener
from thb_desktop.cli.passphrases import add_descriptor, passphrase
from thb_desktop.cli.unlock import add_card, add_vault, opened
from thb_desktop.crypto.wordlists import LANGUAGES
from thb_desktop.domain.ids import AssignmentId
from thb_desktop.domain.vocabulary import ConflictQuestion
from thb_desktop.services.assignments import declaring, desk
from thb_desktop.services.assignments.declaring import Answers
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.seen_states import SeenState
from thb_desktop.services.core.session import Session
from thb_desktop.verify.documents.shown import in_groups

PROMISES = {
    "confidential": "what I read and hear stays secret, also afterwards",
    "alone": "I work where nobody else sees or hears it",
    "no_copies": "I copy nothing out of the program",
    "destroys": "I destroy what is left when the office has my work",
}


def add_steps(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    sending = steps.add_parser(
        "send", help="write the packet for the interpreter's laptop", allow_abbrev=False
    )
    add_vault(sending)
    add_card(sending)
    sending.add_argument("assignment", help="its identifier, as `list` shows it")
    sending.add_argument("--into", type=Path, required=True, metavar="FOLDER", help="the folder to write")
    sending.add_argument(
        "--to",
        nargs=2,
        action="append",
        default=[],
        metavar=("CERTIFICATE", "SHA256"),
        help="the interpreter's certificate, and its fingerprint as they told it in another way",
    )
    sending.add_argument(
        "--words",
        choices=LANGUAGES,
        help="close it with a new passphrase of words in this language, which is printed once",
    )
    sending.set_defaults(run=run_send)
    accepting = steps.add_parser(
        "accept", help="open a packet on the interpreter's laptop; no vault needed", allow_abbrev=False
    )
    accepting.add_argument("packet", type=Path, help="the folder of the packet")
    accepting.add_argument("--into", type=Path, required=True, metavar="FOLDER", help="its place here")
    accepting.add_argument(
        "--root-sha256",
        required=True,
        metavar="HEX",
        help="the fingerprint of the office's root certificate, as the office told it in another way",
    )
    accepting.add_argument(
        "--key", type=Path, metavar="FILE", help="your key file (PKCS#12); else a passphrase"
    )
    add_descriptor(accepting, "--passphrase-fd", "the passphrase of the packet, or of the key file,")
    accepting.set_defaults(run=run_accept)
    taking = steps.add_parser("take-back", help="take back a packet that came", allow_abbrev=False)
    add_vault(taking)
    taking.add_argument("packet", type=Path, help="the folder of the packet")
    taking.set_defaults(run=run_take_back)
    return [sending, accepting, _add_declare(steps), _add_return(steps), taking]


def _add_declare(
    steps: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    declare = steps.add_parser(
        "declare", help="declare what opens the record of an accepted packet", allow_abbrev=False
    )
    _add_place(declare)
    for name, text in PROMISES.items():
        declare.add_argument(
            f"--{name.replace('_', '-')}", dest=name, choices=("yes", "no"), required=True, help=text
        )
    codes = [each.value.lower().replace("_", "-") for each in ConflictQuestion]
    declare.add_argument(
        "--conflict",
        action="append",
        choices=[*codes, "none"],
        required=True,
        help="what speaks against your independence, one or more, or none",
    )
    declare.add_argument("--note", default="", help="what you say of it; needed where you decline")
    declare.set_defaults(run=run_declare)
    return declare


def _add_return(
    steps: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    returning = steps.add_parser(
        "return", help="write the packet for the office on the interpreter's laptop", allow_abbrev=False
    )
    _add_place(returning)
    returning.add_argument("--into", type=Path, required=True, metavar="FOLDER", help="the folder to write")
    returning.set_defaults(run=run_return)
    return returning


def _add_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="the place of the accepted packet")
    add_descriptor(parser, "--passphrase-fd", "the interpreter's passphrase")


def run_send(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    from thb_desktop.services.packets.sending import Addressed, send_packet

    addressed = Addressed(
        named=[(Path(file), digest) for file, digest in chosen.to], words=chosen.words or ""
    )
    with closing(opened(chosen, environment)) as session:
        sent = send_packet(
            session,
            AssignmentId(chosen.assignment),
            chosen.into,
            addressed,
            progress=console.progress_of("Closing"),
        )
    words = [f"Passphrase, to be told in another way than the packet: {sent.passphrase}"]
    console.answer(
        [
            "The packet is written, and the work goes on at the interpreter's laptop alone.",
            f"Fingerprint of the root certificate, to be told in another way: {in_groups(sent.root)}",
            *(words if sent.passphrase else []),
        ],
        {
            "sha256": sent.packet.sha256,
            "size": sent.packet.size,
            "root_sha256": sent.root,
            "recipients": list(sent.packet.recipients),
            "passphrase": sent.passphrase,
        },
    )
    return 0


def run_accept(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    from thb_desktop.services.packets.accepting import accept_packet

    holder = accept_packet(
        chosen.packet,
        chosen.into,
        [opener(chosen)],
        root=chosen.root_sha256,
        environment=environment,
        progress=console.progress_of("Opening"),
    )
    console.answer(
        [
            f"The packet is from {holder.name}, {holder.organisation}, and is as they signed it.",
            "Before its record opens, declare (thb assignment declare):",
            *(f"- {text}" for text in PROMISES.values()),
            "- what speaks against your independence, or that nothing does",
        ],
        {"signer": holder.name, "office": holder.organisation, "place": str(chosen.into)},
    )
    return 0


def run_declare(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    named = [each for each in chosen.conflict if each != "none"]
    answers = Answers(
        **{name: getattr(chosen, name) == "yes" for name in PROMISES},
        conflicts=tuple(ConflictQuestion(each.upper().replace("-", "_")) for each in named),
        note=chosen.note,
    )
    with closing(_opened(chosen, environment)) as session:
        declaration = declaring.declare(session, answers)
    console.answer([declaration_line(declaration)], declaration_told(declaration))
    return 0


def run_return(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    from thb_desktop.services.packets.sending_back import send_back

    with closing(_opened(chosen, environment)) as session:
        sent = send_back(session, chosen.into, progress=console.progress_of("Closing"))
    console.answer(
        [
            "The packet for the office is written. It opens with a key of the office alone.",
            *_seen_lines(sent.seen),
        ],
        {
            "sha256": sent.sha256,
            "packet": sent.packet,
            "entries": sent.entries,
            "head": sent.head,
            "seen": asdict(sent.seen) if sent.seen else None,
        },
    )
    return 0


def _seen_lines(seen: SeenState | None) -> list[str]:
    if seen is None:
        return []
    return [f"State of the office when the work left, to be compared there (thb compare --code): {seen.code}"]


def run_take_back(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    from thb_desktop.services.assignments.returning import review_return
    from thb_desktop.services.packets.taking_back import take_back

    with closing(opened(chosen, environment)) as session:
        taken = take_back(session, chosen.packet, progress=console.progress_of("Opening"))
        review = review_return(session, taken.assignment_id)
    console.answer(
        [
            *review_lines(review),
            f"Taken back, and not merged yet (thb assignment merge): {taken.assignment_id}",
        ],
        {
            **review_told(review),
            "assignment": taken.assignment_id,
            "sha256": taken.sha256,
            "entries": taken.entries,
            "head": taken.head,
        },
    )
    return 0


def _opened(chosen: argparse.Namespace, environment: Environment) -> Session:
    return desk.open_assignment(
        chosen.folder, passphrase=passphrase(chosen.passphrase_fd), environment=environment
    )
