"""Consultations: the purpose of access to a case, and who viewed what, for users with the right to
read it.
"""

from collections.abc import Collection, Mapping

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consultation, Consulted, Justification, Purpose
from thb_desktop.domain.ids import AgentId, CaseId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import ReasonMissingError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.entry import CLOCK_WENT_BACK, Opening, SignedEntry
from thb_desktop.ledger.fields import StrictObject
from thb_desktop.services.core.consultation_log import FORMAT, name_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain

_FIELDS = ("case", "justification", "text", "recipient")
_BEYOND = 2**62


@permitted(Right.SEE_CASES)
def state_purpose(session: Session, case_id: CaseId, code: Justification, text: str) -> Purpose:
    """State the purpose of access to a case from now on, in this session; earlier log entries stay.

    Raises ReasonMissingError without words: a code alone says no more than the standing duty of the role.
    """
    if is_blank(text):
        raise ReasonMissingError("state in a few words why you view this file")
    purpose = Purpose(code=code, text=text.strip())
    session.purposes[case_id] = purpose
    return purpose


@permitted(Right.SEE_CASES)
def find_purpose(session: Session, case_id: CaseId) -> Purpose:
    """Return the purpose of access to a case in this session: the stated one, or the standing duty without
    words.
    """
    return session.purpose_of(case_id)


@permitted(Right.READ_CONSULTATIONS, logs=Consulted.CONSULTATIONS)
def list_consultations(
    session: Session, *, subject: str = "", before: int | None = None, count: int = 500
) -> tuple[Consultation, ...]:
    """List what was viewed, the newest first; reading this list is logged too.

    subject: only the entries of this case or thing. before: only entries with a lower number, to continue
    after the last page. An entry with erased content has no reason any more.
    """
    found = chain.newest(
        session.read,
        subject=subject,
        before=_BEYOND if before is None else before,
        count=count,
        book=chain.CONSULTATIONS,
    )
    return tuple(_read(signed, opening) for signed, opening in found if _is_told(signed))


@permitted(Right.READ_CONSULTATIONS)
def count_consultations(session: Session) -> int:
    """Return the number of entries in the log."""
    return chain.size_of(session.read, chain.CONSULTATIONS)


@permitted(Right.READ_CONSULTATIONS, logs=Consulted.CONSULTATIONS)
def name_subjects(session: Session, *, subjects: Collection[str]) -> Mapping[str, str]:
    """Return the number, reference or pseudonym of what was viewed; never a person's name.

    Only subjects in the log: it is read with the log, and gives no access to anything else.
    """
    told = (subject for subject in subjects if _is_named(session.read, subject))
    return {subject: name for subject in told if (name := name_of(session.read, subject))}


def _is_named(connection: Connection, subject: str) -> bool:
    found = chain.newest(connection, subject=subject, before=_BEYOND, count=1, book=chain.CONSULTATIONS)
    return bool(subject and found)


def _is_told(signed: SignedEntry) -> bool:
    return signed.parsed().action != CLOCK_WENT_BACK


def _read(signed: SignedEntry, opening: Opening | None) -> Consultation:
    entry = signed.parsed()
    said = (
        StrictObject(canonical.parse(opening.payload), _FIELDS, what="a consultation", form=FORMAT)
        if opening
        else None
    )
    return Consultation(
        seq=entry.seq,
        at=entry.at,
        agent=AgentId(entry.agent),
        role=entry.role,
        kind=entry.action,
        subject=entry.subject,
        case_id=said.text("case") if said else "",
        justification=said.text("justification") if said else "",
        text=said.text("text") if said else "",
        recipient=said.text("recipient") if said else "",
    )
