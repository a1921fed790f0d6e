"""Declaring: what an interpreter answers before the record of a packet opens on their own laptop."""

import re
from dataclasses import dataclass

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import DECLARATION_TEXT, Declaration
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import AssignmentId, RowId
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import ConflictQuestion
from thb_desktop.errors import (
    DeclaredAlreadyError,
    NoAssignmentError,
    NotAllowedError,
    ReasonMissingError,
)
from thb_desktop.services.assignments.desk import write_handback
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.assigned import Place
from thb_desktop.vault.system import is_file, medium, open_file
from thb_desktop.vault.tables import registry

_DIGEST = re.compile(rb"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was answered: each promise, the questions about independence that were answered with yes, and
    what the interpreter says of them.
    """

    confidential: bool
    alone: bool
    no_copies: bool
    destroys: bool
    conflicts: tuple[ConflictQuestion, ...]
    note: str


@permitted(Right.SEE_OFFICE)
def declare(session: Session, answers: Answers) -> Declaration:
    """Declare what is asked, signed by the interpreter. Who declines reads nothing, and the answer can go
    back at once.

    Raises ReasonMissingError for what declines without a word why, DeclaredAlreadyError, NoAssignmentError
    for a store that was not accepted from a packet.
    """
    if not may(session.user.role, Right.WORK_ON_ASSIGNMENT, in_store=session.office_record.is_store):
        raise NotAllowedError("the interpreter alone declares it")
    if registry.DECLARATION.last(session.read) is not None:
        raise DeclaredAlreadyError("a declaration stays as it was given")
    packet = _accepted_packet(session)
    with session.work() as work:
        declaration = Declaration(
            id=RowId(work.new_id()),
            assignment_id=AssignmentId(session.office_record.assignment),
            user_id=session.user.id,
            packet=packet,
            text=DECLARATION_TEXT,
            confidential=answers.confidential,
            alone=answers.alone,
            no_copies=answers.no_copies,
            destroys=answers.destroys,
            at=work.at,
            conflicts=answers.conflicts,
            note=answers.note.strip(),
        )
        if not declaration.is_accepted and is_blank(answers.note):
            raise ReasonMissingError("say why, so that the office can decide")
        work.save(declaration)
        work.record(declaration.assignment_id, VaultAction.WORK_DECLARED)
    if not declaration.is_accepted:
        write_handback(session)
    return declaration


def _accepted_packet(session: Session) -> str:
    path, found = Place(session.vault.folder.parent).packet, b""
    if is_file(path):
        with medium(), open_file(path) as file:
            found = file.read(65)
    if not session.office_record.travels or not _DIGEST.fullmatch(found):
        raise NoAssignmentError("this store was not accepted from a packet")
    return found.decode("ascii")
