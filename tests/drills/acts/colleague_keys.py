"""What a colleague's own program does with keys: opens compartments, and signs in the name of others."""

from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

from tests.drills.acts.colleague_rows import HARMLESS
from tests.support.own_program import OwnProgram
from thb_desktop.crypto import compartments, sealing
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import Compartment, UserRole
from thb_desktop.errors import NotAllowedError, SealedValueDamagedError
from thb_desktop.ledger.statement import sign_statement
from thb_desktop.services.office import users
from thb_desktop.vault.chain_writer import EntryAuthor


def opened(compartment: Compartment, program: OwnProgram) -> None:
    """Whoever has not the key gets nothing; to open it is the success that must not be."""
    if any(_keys_of(compartment, program)):
        raise AssertionError(f"{compartment} was opened")
    raise NotAllowedError("no row opens with this user's receiving key")


def opened_by_right(compartment: Compartment, program: OwnProgram) -> None:
    """The same program opens what its user may open: else it would prove nothing that it opens no more."""
    if not any(_keys_of(compartment, program)):
        raise AssertionError(f"{compartment} was not opened by who holds its key")


def _keys_of(compartment: Compartment, program: OwnProgram) -> Iterator[bytearray]:
    """Open each wrapped key of the database with the user's own receiving key, as if it were for anybody.

    No service is asked who holds what, and no row is left out: those of other users, of other compartments
    and of earlier versions too.
    """
    session = program.session
    read = session.read.execute
    wrapped = [bytes(row[0]) for row in read("SELECT wrapped FROM compartment_key")]
    wrapped += [b64decode(row[0]) for row in read("SELECT wrapped FROM compartment_grant")]
    users_of = [str(row[0]) for row in read("SELECT id FROM user")]
    for user in users_of:
        vault_id = session.vault.vault_id
        context = sealing.bind("thb-compartment/1", vault_id, compartment.value.encode(), user.encode())
        for each in wrapped:
            with suppress(SealedValueDamagedError):
                yield compartments.unwrap(session.keys.receiving, each, context=context)


def _colleague(program: OwnProgram, role: UserRole) -> User:
    return next(user for user in users.list_users(program.session) if user.role is role)


def _as_somebody_else(role: UserRole, program: OwnProgram) -> None:
    """An entry with a colleague's id and role, under one's own session key."""
    other = _colleague(program, role)
    program.session.author = replace(program.session.author, user=other)
    program.say(HARMLESS, other.id)


def _stated_for(role: UserRole, program: OwnProgram) -> None:
    """One's own key states that a session key signs for a colleague."""
    other, author = _colleague(program, role), program.session.author
    stated = replace(author.statement.parsed(), agent=other.id, role=other.role.value)
    signed = sign_statement(stated, program.session.keys.signer.sign)
    program.session.author = EntryAuthor(vault=author.vault, user=other, key=author.key, statement=signed)
    program.session.read.execute("DELETE FROM key_statement WHERE key_id = :key", {"key": author.key.key_id})
    program.say(HARMLESS, other.id)


def _in_the_role_of(role: UserRole, program: OwnProgram) -> None:
    """One's own id, with the role of a colleague."""
    author = program.session.author
    stated = replace(author.statement.parsed(), role=role.value)
    signed = sign_statement(stated, program.session.keys.signer.sign)
    me = replace(author.user, role=role)
    program.session.author = EntryAuthor(vault=author.vault, user=me, key=author.key, statement=signed)
    program.session.read.execute("DELETE FROM key_statement WHERE key_id = :key", {"key": author.key.key_id})
    program.say(HARMLESS, me.id)


SIGNATURES: dict[str, Callable[[UserRole, OwnProgram], None]] = {
    "an entry signed as": _as_somebody_else,
    "a session key stated for": _stated_for,
    "an entry in the role of": _in_the_role_of,
}
