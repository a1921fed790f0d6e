"""`thb user`: lists, adds and retires users, gives missing keys, and hands over the vault."""

import argparse

from thb_desktop.cli.console import Console
from thb_desktop.cli.deciding import deciding, user_named
from thb_desktop.cli.passphrases import add_descriptor, new_passphrase
from thb_desktop.cli.second_person import add_second, approved, second_named
from thb_desktop.cli.unlock import add_vault
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.office import handover, own_keys, renewing, users


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    group = commands.add_parser("user", help="users of a vault", description=__doc__, allow_abbrev=False)
    steps = group.add_subparsers(dest="step", metavar="STEP", required=True)
    listing = steps.add_parser("list", help="list the users of the vault", allow_abbrev=False)
    adding = steps.add_parser("add", help="add a user", allow_abbrev=False)
    retiring = steps.add_parser("retire", help="remove a user's access and keys", allow_abbrev=False)
    giving = steps.add_parser(
        "keys", help="give a user the keys of their role that you hold", allow_abbrev=False
    )
    renewal = steps.add_parser(
        "renew", help="renew certificates that say no function, or end soon", allow_abbrev=False
    )
    passing = steps.add_parser("hand-over", help="hand over the vault to a successor", allow_abbrev=False)
    for parser, run in (
        (listing, run_list),
        (adding, run_add),
        (retiring, run_retire),
        (giving, run_keys),
        (renewal, run_renew),
        (passing, run_hand_over),
    ):
        add_vault(parser)
        parser.set_defaults(run=run)
    for parser in (adding, passing):
        parser.add_argument(
            "--name", required=True, help="their name, as it should appear in the certificate"
        )
        add_descriptor(parser, "--new-passphrase-fd", "their passphrase")
    adding.add_argument("--role", type=UserRole, choices=list(UserRole), required=True, help="their role")
    for parser in (retiring, giving):
        parser.add_argument("user", help="their name in the vault, or the identifier")
    for parser in (retiring, passing):
        parser.add_argument("--reason", required=True, help="why")
    for parser in (adding, retiring, passing):
        add_second(parser)
    return [listing, adding, retiring, giving, renewal, passing]


def run_list(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        listed = users.list_users(decision.session)
        made = {each.user.id: each for each in own_keys.list_keys_made(decision.session)}
    by = {user.id: made[user.id].by if user.id in made else "" for user in listed}
    console.answer(
        [
            f"{user.name} ({user.role.value}{'' if user.active else ', retired'})"
            f"{f', keys made by {by[user.id]}' if by[user.id] else ''}"
            for user in listed
        ],
        {
            "users": [
                {
                    "id": str(user.id),
                    "name": user.name,
                    "role": user.role.value,
                    "active": user.active,
                    "keys_made_by": by[user.id],
                }
                for user in listed
            ]
        },
    )
    return 0


def run_add(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        session = decision.session
        named = second_named(session, chosen)
        theirs = new_passphrase(chosen.new_passphrase_fd, "Passphrase of the new user: ")
        added = users.add_user(
            session,
            name=chosen.name,
            role=chosen.role,
            passphrase=theirs,
            own_passphrase=decision.own,
            second=lambda about: approved(session, chosen, named, TwoPersonAct.ADD_USER, about),
        )
    opens = added.role is not UserRole.INTERPRETER
    console.answer(
        [
            f"{added.name} is a user of this vault.",
            "Their passphrase opens it." if opens else "Their passphrase opens their own key alone.",
        ],
        {"user": str(added.id), "opens_vault": opens},
    )
    return 0


def run_retire(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        session = decision.session
        user, named = user_named(session, chosen.user), second_named(session, chosen)
        users.retire_user(
            session,
            user.id,
            reason=chosen.reason,
            own_passphrase=decision.own,
            second=approved(session, chosen, named, TwoPersonAct.RETIRE_USER, user.id),
        )
    console.answer(
        [f"{user.name} no longer has access. What they signed stays valid."],
        {"user": str(user.id), "retired": True},
    )
    return 0


def run_keys(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        user = user_named(decision.session, chosen.user)
        given = users.give_keys(decision.session, user.id)
    console.answer(
        [f"{user.name} now has the key of {part.value}." for part in given] or ["There was nothing to give."],
        {"user": str(user.id), "given": [part.value for part in given]},
    )
    return 0


def run_renew(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        renewed = renewing.renew_certificates(decision.session)
    lines = [f"The certificate of {user.name} is renewed." for user in renewed]
    console.answer(lines or ["There was nothing to renew."], {"renewed": [str(user.id) for user in renewed]})
    return 0


def run_hand_over(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        session = decision.session
        named = second_named(session, chosen)
        theirs = new_passphrase(chosen.new_passphrase_fd, "Passphrase of the successor: ")
        passed = handover.hand_over(
            session,
            name=chosen.name,
            passphrase=theirs,
            reason=chosen.reason,
            own_passphrase=decision.own,
            second=lambda about: approved(session, chosen, named, TwoPersonAct.HAND_OVER, about),
        )
    record = passed.record
    console.answer(
        [
            f"The vault was handed over to {passed.successor.name}. You no longer have access.",
            f"Handed over: {record.cases} case files, {record.exhibits} exhibits, {record.entries} events.",
            f"Root of the event chain before: {record.head}",
            f"Recovery code of {passed.successor.name}: {passed.recovery_code}",
            "It is shown only once, and opens the vault by itself: the successor keeps it in a safe.",
        ],
        {
            "successor": str(passed.successor.id),
            "cases": record.cases,
            "exhibits": record.exhibits,
            "entries": record.entries,
            "head": record.head,
            "recovery_code": passed.recovery_code,
        },
    )
    return 0
