"""Sealed and readable: whether what is sealed opens and is what it should be, where the user holds the key.

A program of a colleague's own can seal anything. What nobody can read is named with the entry that sealed it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assessment import IndividualAssessment
from thb_desktop.domain.people import Identity
from thb_desktop.domain.person_claims import ClaimWords, UsedWords
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.safety import SafetyConcern, SafetySettled
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import FormatError, NotAllowedError, SealedValueDamagedError, ThbError
from thb_desktop.findings import Finding, broken, of_entry
from thb_desktop.ledger import canonical
from thb_desktop.services.core.claim_items import is_replaced
from thb_desktop.services.core.compartments import open_compartment, opened_as
from thb_desktop.services.core.concerns import is_none
from thb_desktop.services.core.resealed import FormerKeys, opened_by
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.told_entries import entry_that_added
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.told_rows import RowName, told_before
from thb_desktop.vault.told_states import ToldStates

_FORMS: Mapping[str, type] = MappingProxyType(
    {
        VaultAction.ASSESSMENT_ADDED: IndividualAssessment,
        VaultAction.SAFETY_FLAG_VIEWED: SafetyConcern,
        VaultAction.SAFETY_FLAG_SETTLED: SafetySettled,
        VaultAction.CLAIM_USE_DECIDED: UsedWords,
        VaultAction.IDENTITY_CORRECTED: dict,
    }
)
"""What an item is that an act adds; of values beside a corrected identity, a record."""

_COMPARTMENTS = (Compartment.IDENTITIES, Compartment.ASSESSMENTS, Compartment.KEY_MATERIAL)


def check_readable(session: Session) -> Iterator[Finding]:
    """Name each entry that sealed what nobody can read, or renewed the key without it, where the session's
    user holds the key.
    """
    for compartment in _COMPARTMENTS:
        try:
            key = open_compartment(compartment, session)
        except (NotAllowedError, SealedValueDamagedError):  # other checks tell of the keys themselves
            continue
        keys = FormerKeys(session, compartment)
        try:
            for row in _unreadable(session, compartment, key):
                yield broken("sealed-unreadable", where=of_entry(_entry_of(session, row, keys)))
        finally:
            wipe(key)
            keys.wipe()
    for flag in registry.SAFETY_FLAG.all(session.read):
        if flag.settled_by is None and is_none(flag, session):
            raised = entry_that_added(session.read, RowName(registry.SAFETY_FLAG.name, flag.id))
            yield broken("sealed-unreadable", where=of_entry(raised.seq if raised else 0))


def is_readable_by(keys: Iterable[bytearray], identity: Record, session: Session) -> bool:
    """Whether one of these keys opens a sealed identity, and it is one."""
    table = registry.SEALED_IDENTITY.name
    return any(_is_readable(key, table, identity, session, Identity) for key in keys)


def kept_as_it_was(identity: Record) -> bytes:
    """Return what is sealed beside an identity that was entered again: what stood there, unread."""
    return canonical.encode({"unreadable": identity["sealed"]})


def _unreadable(session: Session, compartment: Compartment, key: bytearray) -> Iterator[RowName]:
    if compartment is Compartment.IDENTITIES:
        for identity in registry.SEALED_IDENTITY.all(session.read):
            row = RowName(registry.SEALED_IDENTITY.name, identity.person_id)
            if not _is_readable(key, row.entity, to_record(identity), session, Identity):
                yield row
    claims = {each.id for each in registry.PERSON_CLAIM.all(session.read)}
    for item in registry.SEALED_ITEM.where(session.read, "compartment", compartment.value):
        row = RowName(registry.SEALED_ITEM.name, item.id)
        form = ClaimWords if item.subject_id in claims else _form_of(session, row)
        if _is_readable(key, row.entity, to_record(item), session, form):
            continue
        if form is not ClaimWords or not is_replaced(item, session):
            yield row


def _form_of(session: Session, row: RowName) -> type | None:
    """Return what the act that added an item seals; None for one that may seal anything."""
    added = entry_that_added(session.read, row)
    return _FORMS.get(added.action) if added is not None else None


def _is_readable(key: bytearray, table: str, record: Record, session: Session, form: type | None) -> bool:
    """form: what the opened bytes are; None where they may be any."""
    opened = opened_by(key, table, record, session)
    if opened is None:
        return False
    try:
        return form is None or _is_of_form(form, opened)
    finally:
        wipe(opened)


def _is_of_form(form: type, opened: bytearray) -> bool:
    try:
        if form is dict:
            return isinstance(canonical.parse(bytes(opened)), dict)
        opened_as(form, opened)
    except (FormatError, SealedValueDamagedError):
        return False
    return True


def _entry_of(session: Session, row: RowName, keys: FormerKeys) -> int:
    """Return the entry that first told these bytes; where the key of then opens them, the renewal after it,
    which left them out.
    """
    states, end = ToldStates(session.read), session.journal.size + 1
    last = told_before(session.read, row, end)
    if last is None:
        return 0
    with suppress(ThbError):  # what cannot be read is a fault of the chain
        record = states.told(row, last)
        first = states.since(row, "sealed", str(record.get("sealed")), end) or last
        then, renewed = keys.at(first), keys.made_after(first)
        opened = opened_by(then, row.entity, record, session) if then is not None else None
        if opened is not None:
            wipe(opened)
            return renewed or first
        return first
    return last
