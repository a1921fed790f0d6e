"""The second person of an act: a colleague who types their passphrase, or a reason for acting alone."""

import argparse

from thb_desktop.cli.passphrases import add_descriptor, passphrase
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.domain.second_person import Alone, Second
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import NotFoundError, SecondPersonError
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import second_person, users


def add_second(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of every command that takes two persons."""
    given = parser.add_mutually_exclusive_group()
    given.add_argument("--second", metavar="NAME", help="the user who approves as the second person")
    given.add_argument(
        "--alone", metavar="REASON", help="the reason for acting alone, where nobody else could approve"
    )
    add_descriptor(parser, "--second-passphrase-fd", "the second person's passphrase")


def add_reasons(parser: argparse.ArgumentParser) -> None:
    """Add the reasons for letting go what a scan for sealed identities would keep here."""
    parser.add_argument(
        "--identities-because",
        default="",
        metavar="REASON",
        help="why it leaves although it tells a sealed identity; without it that is refused",
    )
    parser.add_argument(
        "--unsearched-because",
        default="",
        metavar="REASON",
        help="why it leaves although something in it could not be searched; without it that is refused",
    )


def second_named(session: Session, chosen: argparse.Namespace) -> User | Alone:
    """Return the named second person.

    Raises SecondPersonError for none, NotFoundError for an unknown name.
    """
    if chosen.alone is not None:
        return Alone(reason=chosen.alone)
    if chosen.second is None:
        raise SecondPersonError(
            "this takes two persons: name the second one with --second, or give a reason with --alone"
        )
    named = [user for user in users.list_users(session) if chosen.second in {user.name, user.id}]
    if len(named) != 1:
        raise NotFoundError("there is no user of this name in this vault")
    return named[0]


def approved(
    session: Session, chosen: argparse.Namespace, named: User | Alone, act: TwoPersonAct, subject: str
) -> Second:
    """Return the approval of the second person, whose passphrase is typed or read."""
    if isinstance(named, Alone):
        return named
    typed = passphrase(chosen.second_passphrase_fd, f"Passphrase of {named.name}: ")
    return second_person.approve(session, act=act, subject=subject, user_id=named.id, passphrase=typed)


def whom(named: User | Alone) -> AgentId | Alone:
    """Return the second person's name as the pages of a bundle print it."""
    return named if isinstance(named, Alone) else named.id
