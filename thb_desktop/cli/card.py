"""`thb card`: further signing keys of a user, from a card (PKCS#11) or a key file (PKCS#12)."""

import argparse
from pathlib import Path

from thb_desktop.cli.console import Console
from thb_desktop.cli.deciding import deciding, user_named
from thb_desktop.cli.passphrases import add_descriptor, passphrase, secret_line
from thb_desktop.cli.unlock import add_vault
from thb_desktop.crypto.signing import key_id
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.people import SigningIdentity
from thb_desktop.errors import CardAbsentError, FileUnreadableError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.office import identities
from thb_desktop.services.office.identities import CardKey

_MOST_BYTES = 2 << 20


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    group = commands.add_parser("card", help="cards and key files", description=__doc__, allow_abbrev=False)
    steps = group.add_subparsers(dest="step", metavar="STEP", required=True)
    showing = steps.add_parser("show", help="what the card in the reader holds", allow_abbrev=False)
    listing = steps.add_parser("list", help="the further signing keys of all users", allow_abbrev=False)
    adding = steps.add_parser("add", help="certify the key of a user's card", allow_abbrev=False)
    taking = steps.add_parser("file", help="add the key of a PKCS#12 file", allow_abbrev=False)
    withdrawing = steps.add_parser("withdraw", help="withdraw a signing key", allow_abbrev=False)
    agreeing = steps.add_parser("agree", help="agree to a key that others added for you", allow_abbrev=False)
    refusing = steps.add_parser("refuse", help="refuse a key that others added for you", allow_abbrev=False)
    for parser in (listing, adding, taking, withdrawing, agreeing, refusing):
        add_vault(parser)
    for parser in (showing, adding):
        parser.add_argument(
            "--module", type=Path, required=True, help="the full path of the card's PKCS#11 module"
        )
    for parser in (adding, taking):
        parser.add_argument("user", help="their name in the vault, or the identifier")
        add_descriptor(parser, "--user-passphrase-fd", "that user's passphrase")
    adding.add_argument(
        "--key", metavar="ID", help="the key to use if there are several, as `thb card show` names it"
    )
    add_descriptor(adding, "--pin-fd", "the card's PIN")
    taking.add_argument("file", type=Path, help="the PKCS#12 file")
    add_descriptor(taking, "--file-passphrase-fd", "the file's passphrase")
    for parser in (withdrawing, agreeing, refusing):
        parser.add_argument("key", help="its identifier, as `thb card list` names it")
    for parser in (withdrawing, refusing):
        parser.add_argument("--reason", required=True, help="why")
    showing.set_defaults(run=run_show)
    listing.set_defaults(run=run_list)
    adding.set_defaults(run=run_add)
    taking.set_defaults(run=run_file)
    withdrawing.set_defaults(run=run_withdraw)
    agreeing.set_defaults(run=run_agree)
    refusing.set_defaults(run=run_refuse)
    return [showing, listing, adding, taking, withdrawing, agreeing, refusing]


def run_show(chosen: argparse.Namespace, console: Console, _: Environment) -> int:
    found = identities.list_card_keys(chosen.module)
    console.answer(
        [f"{each.token} {each.serial} {each.label}: {key_id(each.public_key)}" for each in found]
        or ["No card in a reader has a key that can be used here (P-256)."],
        {"keys": [{"token": each.token, "id": key_id(each.public_key)} for each in found]},
    )
    return 0


def run_list(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        listed = identities.list_identities(decision.session)
        offered = {each.id for each in identities.list_offered(decision.session)}
    console.answer(
        [f"{each.id} {each.kind.value} {each.token}{_state(each, offered)}" for each in listed],
        {
            "keys": [
                {
                    "id": str(each.id),
                    "user": str(each.user_id),
                    "kind": each.kind.value,
                    "withdrawn": each.withdrawn_at is not None,
                    "offered_to_you": each.id in offered,
                }
                for each in listed
            ]
        },
    )
    return 0


def run_add(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        user = user_named(decision.session, chosen.user)
        key = _the_key(identities.list_card_keys(chosen.module), chosen.key)
        made = identities.add_card(
            decision.session,
            user.id,
            passphrase=passphrase(chosen.user_passphrase_fd, f"Passphrase of {user.name}: "),
            module=chosen.module,
            pin=bytearray(secret_line(chosen.pin_fd, "PIN of the card: "), "utf-8"),
            public_key=key.public_key,
        )
    return _told(console, made, user.name)


def run_file(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    try:
        with chosen.file.open("rb") as stream:
            file = stream.read(_MOST_BYTES)
    except OSError:
        raise FileUnreadableError("the key file cannot be read") from None
    with deciding(chosen, environment) as decision:
        user = user_named(decision.session, chosen.user)
        made = identities.add_key_file(
            decision.session,
            user.id,
            passphrase=passphrase(chosen.user_passphrase_fd, f"Passphrase of {user.name}: "),
            file=file,
            file_passphrase=bytearray(
                secret_line(chosen.file_passphrase_fd, "Passphrase of the key file: "), "utf-8"
            ),
        )
    return _told(console, made, user.name)


def run_withdraw(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        done = identities.withdraw_identity(decision.session, RowId(chosen.key), reason=chosen.reason)
    console.answer(
        ["The key can no longer sign. What it signed before stays valid."],
        {"key": str(done.id), "withdrawn": True},
    )
    return 0


def run_agree(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        done = identities.agree_to_identity(decision.session, RowId(chosen.key))
    console.answer(["You agreed: this key signs for you."], {"key": str(done.id), "agreed": True})
    return 0


def run_refuse(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        done = identities.refuse_identity(decision.session, RowId(chosen.key), reason=chosen.reason)
    console.answer(["You refused: this key never signs for you."], {"key": str(done.id), "refused": True})
    return 0


def _told(console: Console, made: SigningIdentity, name: str) -> int:
    console.answer(
        [f"The vault's root certificate certifies this key of {name}.", f"Its identifier here: {made.id}"],
        {"key": str(made.id), "user": str(made.user_id), "kind": made.kind.value},
    )
    return 0


def _the_key(found: tuple[CardKey, ...], wanted: str | None) -> CardKey:
    fitting = [each for each in found if wanted in (None, key_id(each.public_key))]
    if len(fitting) != 1:
        raise CardAbsentError("there is no such key in a reader, or more than one: name it with --key")
    return fitting[0]


def _state(identity: SigningIdentity, offered: set[RowId]) -> str:
    if identity.id in offered:
        return " (waits for you: agree or refuse)"
    return "" if identity.withdrawn_at is None else " (withdrawn)"
