"""`thb recipient` and `thb bar`: for whom packages are closed, and what stays here."""

import argparse
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from os.path import lexists
from pathlib import Path

from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.passphrases import add_descriptor, new_passphrase
from thb_desktop.cli.receive import office_named
from thb_desktop.cli.registers import line_of, one_named
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.crypto.envelopes.new_keys import NewKey
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.leaving import LeavingBar
from thb_desktop.domain.package import Recipient
from thb_desktop.domain.vocabulary import BarKind, RecipientKind
from thb_desktop.errors import AlreadyExistsError, NotFoundError
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits, leaving
from thb_desktop.services.packaging import register
from thb_desktop.vault.system import create_file, medium, sync_file, write_all
from thb_desktop.verify.documents.shown import in_groups


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    return [*_add_recipient(commands), *_add_bar(commands)]


def _add_recipient(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> list[argparse.ArgumentParser]:
    group = commands.add_parser(
        "recipient", help="for whom packages are closed", description=__doc__, allow_abbrev=False
    )
    steps = group.add_subparsers(dest="step", metavar="STEP", required=True)
    listing = steps.add_parser("list", help="list the recipients", allow_abbrev=False)
    adding = steps.add_parser("add", help="record a certificate", allow_abbrev=False)
    correcting = steps.add_parser(
        "correct", help="say in which State an addressee is, and what it is", allow_abbrev=False
    )
    ending = steps.add_parser("withdraw", help="close nothing more for one", allow_abbrev=False)
    making = steps.add_parser(
        "key", help="make a key for envelopes, and its certificate; no vault needed", allow_abbrev=False
    )
    making.add_argument("--name", required=True, help="whose it is")
    making.add_argument("--to", type=Path, required=True, metavar="FILE", help="the key file (PKCS#12)")
    making.add_argument(
        "--certificate", type=Path, required=True, metavar="FILE", help="the certificate (PEM), to hand out"
    )
    add_descriptor(making, "--passphrase-fd", "the passphrase of the key file")
    making.set_defaults(run=run_key)
    for parser, run in (
        *((listing, run_list), (adding, run_add)),
        *((correcting, run_correct), (ending, run_withdraw)),
    ):
        add_vault(parser)
        parser.set_defaults(run=run)
    adding.add_argument("certificate", type=Path, help="its file (PEM or DER)")
    adding.add_argument("fingerprint", help="its SHA-256, as its holder told it")
    adding.add_argument("--name", required=True, help="whose it is")
    adding.add_argument(
        "--as",
        dest="kind",
        type=_kind_of(RecipientKind),
        required=True,
        metavar="KIND",
        help=f"one of {_words(RecipientKind)}; for the own office and its escrow, every package is closed",
    )
    adding.add_argument("--told", required=True, metavar="HOW", help="who told the fingerprint, and how")
    adding.add_argument(
        "--office",
        metavar="OFFICE",
        help="the office abroad whose receipts come from it",
    )
    for parser in (adding, correcting):
        parser.add_argument(
            "--state",
            default="",
            required=parser is correcting,
            metavar="COUNTRY",
            help="in which State an addressee is",
        )
        parser.add_argument(
            "--party",
            type=_kind_of(PartyKind),
            required=parser is correcting,
            metavar="KIND",
            help=f"what an addressee is: one of {_words(PartyKind)}",
        )
    for parser in (correcting, ending):
        parser.add_argument("recipient", help="name, fingerprint or identifier")
        parser.add_argument("--reason", required=True, help="why")
    return [listing, adding, correcting, ending, making]


def _add_bar(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> list[argparse.ArgumentParser]:
    group = commands.add_parser(
        "bar", help="exhibits that must not leave the office", description=__doc__, allow_abbrev=False
    )
    steps = group.add_subparsers(dest="step", metavar="STEP", required=True)
    listing = steps.add_parser("list", help="list what keeps an exhibit here", allow_abbrev=False)
    setting = steps.add_parser(
        "set", help="bar an exhibit, and all that is derived from it", allow_abbrev=False
    )
    lifting = steps.add_parser("lift", help="lift a bar", allow_abbrev=False)
    for parser, run in ((listing, run_bars), (setting, run_bar), (lifting, run_lift)):
        add_vault(parser)
        parser.set_defaults(run=run)
    for parser in (listing, setting):
        parser.add_argument("case", help="the case file's reference")
        parser.add_argument("exhibit", help="its number")
    setting.add_argument("kind", type=_kind_of(BarKind), metavar="KIND", help=f"one of {_words(BarKind)}")
    lifting.add_argument("bar", help="its identifier, as `list` shows it")
    for parser in (setting, lifting):
        parser.add_argument("--reason", required=True, help="who asked for it, or who consented")
    return [listing, setting, lifting]


def run_list(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        found = register.list_recipients(session)
    console.answer(
        [_line(each) for each in found] or ["No recipient is recorded."],
        {"recipients": [_told(each) for each in found]},
    )
    return 0


def run_key(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    if lexists(chosen.to) or lexists(chosen.certificate):
        raise AlreadyExistsError("a file with this name already exists")
    typed = new_passphrase(chosen.passphrase_fd)
    key = NewKey.make(chosen.name, at=environment.clock.read().at, randomness=environment.randomness)
    for path, content in ((chosen.to, key.key_file(typed)), (chosen.certificate, key.certificate_pem())):
        with medium(), create_file(path) as file:
            write_all(file, content)
            sync_file(file)
    digest = sha256(key.certificate).hexdigest()
    console.answer(
        [f"Fingerprint (SHA-256), to be told in another way than the certificate: {in_groups(digest)}"],
        {"sha256": digest},
    )
    return 0


def run_add(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        made = register.add_recipient(
            session,
            chosen.kind,
            name=chosen.name,
            certificate=chosen.certificate,
            fingerprint=chosen.fingerprint,
            told=chosen.told,
            office_id=office_named(session, chosen.office).id if chosen.office is not None else None,
            state=chosen.state.upper(),
            party=chosen.party,
        )
    console.answer([_line(made)], _told(made))
    return 0


def run_correct(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        corrected = register.correct_recipient(
            *(session, recipient_named(session, chosen.recipient).id),
            state=chosen.state.upper(),
            party=chosen.party,
            reason=chosen.reason,
        )
    console.answer([_line(corrected)], _told(corrected))
    return 0


def run_withdraw(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        gone = register.withdraw_recipient(
            session, recipient_named(session, chosen.recipient).id, chosen.reason
        )
    console.answer([f"Withdrawn: {gone.name}"], _told(gone))
    return 0


def run_bars(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        found = leaving.list_bars(session, _exhibit(session, chosen).id)
    console.answer(
        [_bar_line(each) for each in found] or ["Nothing keeps this exhibit in the office."],
        {"bars": [_bar_told(each) for each in found]},
    )
    return 0


def run_bar(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        made = leaving.bar_exhibit(session, _exhibit(session, chosen).id, chosen.kind, chosen.reason)
    console.answer([_bar_line(made)], _bar_told(made))
    return 0


def run_lift(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        made = leaving.lift_bar(session, RowId(chosen.bar), chosen.reason)
    console.answer(["Lifted."], _bar_told(made))
    return 0


def _line(each: Recipient) -> str:
    place = f" {each.state or '-'} {_word(each.party) if each.party else '-'}"
    return line_of(each, _word(each.kind) + (place if each.kind is RecipientKind.ADDRESSEE else ""))


def _told(each: Recipient) -> Answer:
    return {
        "id": each.id,
        "kind": each.kind.value,
        "name": each.name,
        "sha256": each.sha256,
        "told": each.told,
        "office": each.office_id or "",
        "state": each.state,
        "party": each.party.value if each.party else "",
        "withdrawn": each.withdrawn_at is not None,
    }


def _bar_line(each: LeavingBar) -> str:
    return f"{each.id}  {_word(each.kind)}  {each.reason}"


def _bar_told(each: LeavingBar) -> Answer:
    return {"id": each.id, "kind": each.kind.value, "exhibit": each.exhibit_id, "reason": each.reason}


def recipient_named(session: Session, name: str) -> Recipient:
    """Return the recipient of this name, fingerprint or identifier. Raises NotFoundError."""
    lack = "there is no such recipient in this vault, or more than one"
    return one_named(register.list_recipients(session), name, lack)


def _exhibit(session: Session, chosen: argparse.Namespace) -> Exhibit:
    for each in cases.list_cases(session):
        if chosen.case in {each.case.reference, each.case.id}:
            found = exhibits.find_numbered(session, each.case.id, chosen.exhibit)
            if found is not None:
                return found
    raise NotFoundError("there is no exhibit of this number in this case file")


def _word(code: BarKind | RecipientKind | PartyKind) -> str:
    return code.value.lower().replace("_", "-")


def _words(codes: type[BarKind] | type[RecipientKind] | type[PartyKind]) -> str:
    return ", ".join(map(_word, codes))


def _kind_of[Code: (BarKind, RecipientKind, PartyKind)](codes: type[Code]) -> Callable[[str], Code]:
    def kind(text: str) -> Code:
        return codes(text.upper().replace("-", "_"))

    return kind
