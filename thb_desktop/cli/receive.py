"""`thb receive`, `thb office-abroad`: what other offices send is verified, quarantined, and imported."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from thb_desktop.cli.console import Answer, Console, answer_of, lines_of
from thb_desktop.cli.passphrases import add_descriptor, passphrase
from thb_desktop.cli.registers import line_of, one_named
from thb_desktop.cli.unlock import add_card, add_vault, opened
from thb_desktop.crypto.envelopes.keyfiles import read_opener
from thb_desktop.crypto.envelopes.openers import Opener, PassphraseOpener
from thb_desktop.domain.ids import CaseId, InstrumentId, OfficialId
from thb_desktop.domain.receiving import ForeignOffice, ReceivedPackage
from thb_desktop.domain.times import from_text
from thb_desktop.errors import NotARecipientError, NotFoundError, UsageError
from thb_desktop.findings import verdict
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.services.receiving import arrivals, offices
from thb_desktop.services.receiving.arrival_rows import Arrival
from thb_desktop.services.receiving.examining import Examined, examine, known_before
from thb_desktop.verify.exits import EXIT_CODES
from thb_desktop.verify.in_short import in_short
from thb_desktop.verify.pdf import read_file
from thb_desktop.verify.run import certificates_in


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    return [_add_receive(commands), *_add_offices(commands)]


def _add_receive(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        "receive",
        help="verify a package of another office, and import it into a case",
        description="Opens a package straight into the vault's store, says what holds, and without --case "
        "leaves nothing behind. With --case it becomes exhibits of the case.",
        allow_abbrev=False,
    )
    add_vault(parser)
    add_card(parser)
    parser.add_argument("package", type=Path, help="a closed folder, a volume, or a container")
    parser.add_argument("--key", type=Path, metavar="FILE", help="the key file (PKCS#12) that opens it")
    add_descriptor(parser, "--key-passphrase-fd", "the passphrase of the key file")
    add_descriptor(parser, "--words-fd", "the passphrase of the package, if no key opens it,")
    parser.add_argument("--case", help="the reference of the case that takes it in")
    parser.add_argument("--number", help="the number of the exhibit that holds the package")
    parser.add_argument("--received-by", metavar="CODE", help="the code of the official who received it")
    parser.add_argument("--at", type=from_text, metavar="TIME", help="when: 2026-06-02T10:30+03:00")
    parser.add_argument("--place", default="", help="where")
    parser.add_argument("--under", metavar="NUMBER", help="the request of the case that it answers")
    parser.add_argument("--late-because", default="", metavar="REASON", help="why it is entered late")
    parser.add_argument(
        "--refuse",
        nargs=2,
        action="append",
        default=[],
        metavar=("NUMBER", "REASON"),
        help="an exhibit of the package that is not imported, and why",
    )
    parser.set_defaults(run=run)
    return parser


def _add_offices(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> list[argparse.ArgumentParser]:
    group = commands.add_parser(
        "office-abroad", help="the offices whose packages count", description=__doc__, allow_abbrev=False
    )
    steps = group.add_subparsers(dest="step", metavar="STEP", required=True)
    listing = steps.add_parser("list", help="list the offices", allow_abbrev=False)
    adding = steps.add_parser("add", help="record the root of one", allow_abbrev=False)
    ending = steps.add_parser("withdraw", help="let nothing more of one count", allow_abbrev=False)
    for parser, step in ((listing, run_list), (adding, run_add), (ending, run_withdraw)):
        add_vault(parser)
        parser.set_defaults(run=step)
    adding.add_argument("root", type=Path, help="the file of its root certificate (PEM or DER)")
    adding.add_argument("fingerprint", help="SHA-256 of the root, as the office told it in another way")
    adding.add_argument("--name", required=True, help="whose it is")
    adding.add_argument("--country", required=True, metavar="XX", help="its State, as two capital letters")
    adding.add_argument("--told", required=True, metavar="HOW", help="who told the fingerprint, and how")
    ending.add_argument("office", help="name, fingerprint or identifier")
    ending.add_argument("--reason", required=True, help="why")
    return [listing, adding, ending]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        arrival = _arrival(session, chosen) if chosen.case is not None else None
        openers = tuple(openers_of(chosen))
        with told_what_opens(openers):
            looked = examine(
                known_before(session), chosen.package, openers, progress=console.progress_of("Opening")
            )
        if arrival is None:
            looked.taken.drop()
            _answer(console, looked, None, [])
            return EXIT_CODES[verdict(looked.findings)]
        named = _named(session, arrival, looked)
        if named:
            console.remark(f"The package names the references of {', '.join(named)}: none was chosen.")
        if looked.is_broken or looked.is_quarantined:
            for line in lines_of(in_short(looked.findings)):
                console.remark(line)
        received = arrivals.import_package(
            session, looked, arrival, progress=console.progress_of("Importing")
        )
        _answer(console, looked, received, named)
    return 0


def run_list(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        found = offices.list_offices(session)
    console.answer(
        [_line(each) for each in found] or ["No office abroad is recorded."],
        {"offices": [_told(each) for each in found]},
    )
    return 0


def run_add(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        made = offices.add_office(
            session,
            name=chosen.name,
            country=chosen.country,
            roots=certificates_in(chosen.root),
            fingerprint=chosen.fingerprint,
            told=chosen.told,
        )
    console.answer([_line(made)], _told(made))
    return 0


def run_withdraw(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        gone = offices.withdraw_office(session, office_named(session, chosen.office).id, chosen.reason)
    console.answer([f"Withdrawn: {gone.name}"], _told(gone))
    return 0


def office_named(session: Session, name: str) -> ForeignOffice:
    """Return the office of the register with this name, fingerprint or identifier. Raises NotFoundError."""
    lack = "there is no such office in the register, or more than one"
    return one_named(offices.list_offices(session), name, lack)


def case_named(session: Session, reference: str) -> CaseId:
    """Return the case with this reference or identifier. Raises NotFoundError."""
    for each in cases.list_cases(session):
        if reference in {each.case.reference, each.case.id}:
            return each.case.id
    raise NotFoundError("there is no case file with this reference in this vault")


def request_named(session: Session, case_id: CaseId, number: str) -> InstrumentId:
    """Return the instrument of a case with this number. Raises NotFoundError."""
    for each in cooperation.list_instruments(session, case_id):
        if number in {each.number, each.id} and not each.struck:
            return each.id
    raise NotFoundError("there is no order or request with this number in the case file")


def official_named(session: Session, case_id: CaseId, code: str) -> OfficialId:
    """Return the official of a case with this code. Raises NotFoundError."""
    for each in people.list_officials(session, case_id):
        if code in {each.code, each.id} and not each.struck:
            return each.id
    raise NotFoundError("there is no official with this code in the case file")


def _arrival(session: Session, chosen: argparse.Namespace) -> Arrival:
    if chosen.number is None or chosen.received_by is None or chosen.at is None:
        raise UsageError("with --case, say --number, --received-by and --at")
    case_id = case_named(session, chosen.case)
    return Arrival(
        case_id=case_id,
        number=chosen.number,
        received_by=official_named(session, case_id, chosen.received_by),
        at=chosen.at,
        place=chosen.place,
        instrument_id=request_named(session, case_id, chosen.under) if chosen.under else None,
        late_entry_reason=chosen.late_because,
        refused=dict(chosen.refuse),
    )


def _named(session: Session, arrival: Arrival, looked: Examined) -> list[str]:
    """The numbers of the requests of the case whose references the bundle names, if none was chosen."""
    if arrival.instrument_id is not None:
        return []
    found = cooperation.list_instruments(session, arrival.case_id)
    return [each.number for each in found if not each.struck and looked.names(each)]


@contextmanager
def told_what_opens(openers: Sequence[Opener]) -> Iterator[None]:
    """Where nothing was given that could open a closed package, say which options give it."""
    try:
        yield
    except NotARecipientError:
        if openers:
            raise
        raise NotARecipientError(
            "the package is closed: give the key file that opens it with --key, or its passphrase with "
            "--words-fd"
        ) from None


def openers_of(chosen: argparse.Namespace) -> list[Opener]:
    """Return what opens a package: the key of a file, or a passphrase."""
    if chosen.key is not None:
        typed = passphrase(chosen.key_passphrase_fd, "Passphrase of the key file: ")
        return [read_opener(read_file(chosen.key), typed)]
    if chosen.words_fd is not None:
        return [PassphraseOpener(passphrase=passphrase(chosen.words_fd))]
    return []


def _answer(
    console: Console, looked: Examined, received: ReceivedPackage | None, unchosen: list[str]
) -> None:
    sheet = looked.sheet
    named = [f"Package {sheet.number} of {sheet.maker}, bundle {sheet.bundle.number}"] if sheet else []
    taken_in = ["Imported into the case."] if received else []
    console.answer(
        [*named, *lines_of(in_short(looked.findings)), *taken_in],
        {
            "verdict": verdict(looked.findings).value,
            "quarantined": looked.is_quarantined,
            "office": looked.office.name if looked.office else "",
            "number": sheet.number if sheet else "",
            "root": sheet.root_certificate_sha256 if sheet else "",
            "sha256": looked.taken.container.sha256,
            "exhibits": [each.number for each in looked.exhibits],
            "received": received.id if received else "",
            "requests_named": unchosen,
            "findings": answer_of(looked.findings),
        },
    )


def _line(each: ForeignOffice) -> str:
    return line_of(each, each.country)


def _told(each: ForeignOffice) -> Answer:
    return {
        "id": each.id,
        "name": each.name,
        "country": each.country,
        "sha256": each.sha256,
        "told": each.told,
        "withdrawn": each.withdrawn_at is not None,
    }
