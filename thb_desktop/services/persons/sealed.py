"""Content sealed separately: individual assessments of victims, and secret key material; never in a
bundle.
"""

from contextlib import suppress
from dataclasses import replace
from itertools import takewhile

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assessment import IndividualAssessment
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.date_rules import verify_dates
from thb_desktop.domain.ids import CaseId, ExhibitId, PersonId, RowId
from thb_desktop.domain.people import SealedItem
from thb_desktop.domain.record import to_record
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Second
from thb_desktop.domain.vocabulary import Compartment, TwoPersonAct
from thb_desktop.errors import (
    NoKeyMaterialError,
    NotFoundError,
    ReasonMissingError,
    SealedApartError,
    SealedValueDamagedError,
    ValueRefusedError,
)
from thb_desktop.ledger import canonical
from thb_desktop.services.core.approvals import require_second_person
from thb_desktop.services.core.compartments import item_context, opened_as, sealed, unsealed
from thb_desktop.services.core.consultation_log import stated_purpose
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.persons.people import get_person
from thb_desktop.vault.tables import registry


@permitted(Right.READ_ASSESSMENTS)
def add_assessment(
    session: Session, person_id: PersonId, assessment: IndividualAssessment
) -> IndividualAssessment:
    """Seal the next version of a person's assessment; person and version are set here.

    Raises NotFoundError, NotAllowedError for a user without the compartment's key.
    """
    session.require(Right.EDIT_CASE)
    person = get_person(session, person_id)
    version = len(_items(session, Compartment.ASSESSMENTS, person_id)) + 1
    kept = replace(assessment, person_id=person_id, version=version)
    with session.work() as work:
        verify_dates(kept, work.at)
        item = _new_item(work, person.case_id, Compartment.ASSESSMENTS, person_id)
        work.save(_filled(item, canonical.encode(to_record(kept)), work, session))
        work.record(person_id, VaultAction.ASSESSMENT_ADDED)
    return kept


@permitted(Right.READ_ASSESSMENTS, logs=Consulted.PERSON)
def count_assessments(session: Session, person_id: PersonId) -> int:
    """Count the versions of a person's assessment, without opening any."""
    return len(_items(session, Compartment.ASSESSMENTS, person_id))


@permitted(Right.READ_ASSESSMENTS)
def reveal_assessment(session: Session, person_id: PersonId, *, justification: str) -> IndividualAssessment:
    """Open a person's newest assessment that can be read; `unread_assessments` counts those after it. The
    event chain first records that it was viewed, and why.

    Raises ReasonMissingError, NotAllowedError, NotFoundError if there is none, SealedValueDamagedError if
    none can be read.
    """
    _require_reason(justification)
    items = _items(session, Compartment.ASSESSMENTS, person_id)
    if not items:
        raise NotFoundError("this person has not been assessed yet")
    assessment = next((each for item in reversed(items) if (each := _read(item, session)) is not None), None)
    if assessment is None:
        raise SealedValueDamagedError("no assessment of this person can be read")
    with session.work() as work:
        work.record(person_id, VaultAction.ASSESSMENT_VIEWED, justification.strip())
        work.consulted(Consulted.ASSESSMENT, person_id, purpose=stated_purpose(session.user, justification))
    return assessment


@permitted(Right.READ_ASSESSMENTS)
def unread_assessments(session: Session, person_id: PersonId) -> int:
    """Count the newest versions of a person's assessment that nobody can read, up to the revealed one.

    The health check names the entries that sealed them.
    """
    items = reversed(_items(session, Compartment.ASSESSMENTS, person_id))
    return sum(1 for _ in takewhile(lambda item: _read(item, session) is None, items))


@permitted(Right.READ_KEY_MATERIAL)
def add_key_material(session: Session, exhibit_id: ExhibitId, secret: bytearray, *, second: Second) -> None:
    """Seal the secret of an exhibit of that kind: a seed, a private key, a passcode. It is overwritten.

    second: about the exhibit's id. A later secret is added beside it, and the newest is the one revealed.
    Raises NotFoundError, SealedApartError, ValueRefusedError, NotAllowedError, and those of
    `require_second_person`.
    """
    try:
        session.require(Right.REGISTER_EXHIBITS)
        exhibit = registry.EXHIBIT.find(session.read, exhibit_id)
        if exhibit is None:
            raise NotFoundError("there is no such exhibit in this file")
        if not exhibit.is_secret:
            raise SealedApartError("the exhibit is not registered as secret key material")
        if not secret:
            raise ValueRefusedError("nothing was entered to seal")
        approval = require_second_person(
            session, second, act=TwoPersonAct.ADD_KEY_MATERIAL, subject=exhibit_id
        )
        with session.work() as work:
            item = _new_item(work, exhibit.case_id, Compartment.KEY_MATERIAL, exhibit_id)
            work.save(approval, _filled(item, secret, work, session))
            work.record(item.id, VaultAction.KEY_MATERIAL_ADDED)
    finally:
        wipe(secret)


@permitted(Right.READ_KEY_MATERIAL)
def reveal_key_material(
    session: Session, exhibit_id: ExhibitId, *, justification: str, second: Second
) -> bytearray:
    """Open the secret of an exhibit; the caller overwrites it after use. The event chain first records the
    opening.

    second: about the exhibit's id. Raises ReasonMissingError, NoKeyMaterialError, NotAllowedError, and what
    `require_second_person` raises.
    """
    _require_reason(justification)
    item = _newest(session, Compartment.KEY_MATERIAL, exhibit_id)
    if item is None:
        raise NoKeyMaterialError("no key material of this exhibit was entered yet")
    approval = require_second_person(
        session, second, act=TwoPersonAct.REVEAL_KEY_MATERIAL, subject=exhibit_id
    )
    secret = unsealed(item.compartment, item.sealed, item_context(session.vault.vault_id, item), session)
    try:
        with session.work() as work:
            work.save(approval)
            work.record(item.id, VaultAction.KEY_MATERIAL_VIEWED, justification.strip())
            work.consulted(
                Consulted.KEY_MATERIAL, exhibit_id, purpose=stated_purpose(session.user, justification)
            )
    except BaseException:
        wipe(secret)
        raise
    return secret


def _read(item: SealedItem, session: Session) -> IndividualAssessment | None:
    """Return what an item says; None where it does not open, or is no assessment. Raises NotAllowedError."""
    with suppress(SealedValueDamagedError):
        opened = unsealed(item.compartment, item.sealed, item_context(session.vault.vault_id, item), session)
        try:
            return opened_as(IndividualAssessment, opened)
        finally:
            wipe(opened)
    return None


def _require_reason(justification: str) -> None:
    if is_blank(justification):
        raise ReasonMissingError("viewing sealed content needs a reason")


def _items(session: Session, compartment: Compartment, subject_id: str) -> list[SealedItem]:
    """From the oldest to the newest."""
    found = registry.SEALED_ITEM.where(session.read, "subject_id", subject_id)
    return [item for item in found if item.compartment is compartment]


def _newest(session: Session, compartment: Compartment, subject_id: str) -> SealedItem | None:
    items = _items(session, compartment, subject_id)
    return items[-1] if items else None


def _new_item(work: UnitOfWork, case_id: CaseId, compartment: Compartment, subject_id: str) -> SealedItem:
    return SealedItem(
        id=RowId(work.new_id()),
        case_id=case_id,
        compartment=compartment,
        subject_id=subject_id,
        sealed="",
        added_at=work.at,
    )


def _filled(item: SealedItem, plain: bytes | bytearray, work: UnitOfWork, session: Session) -> SealedItem:
    context = item_context(session.vault.vault_id, item)
    return replace(item, sealed=sealed(item.compartment, plain, context, work, session))
