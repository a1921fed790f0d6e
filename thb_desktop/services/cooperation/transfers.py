"""Transfers: what the rules say of a bundle that leaves for a State, under an instrument, on a ground."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import ConditionKind
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.rights import Right
from thb_desktop.domain.transfer import Transfer
from thb_desktop.domain.transfer_rules import Applied, Leaving, check_conditions, check_transfer
from thb_desktop.domain.vocabulary import Exploitation
from thb_desktop.errors import FileAbroadError, NotFoundError, TransferRefusedError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.cooperation.sources import Taken
from thb_desktop.services.cooperation.use_conditions import applied_to, origins_of
from thb_desktop.services.core.days import today_in
from thb_desktop.services.core.packs import pack_in_use
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry
from thb_desktop.words import sentence

_INTIMATE = frozenset(
    {
        *(Exploitation.PROSTITUTION_OF_OTHERS, Exploitation.OTHER_SEXUAL),
        *(Exploitation.ORGAN_REMOVAL, Exploitation.SURROGACY_EXPLOITATION),
    }
)
"""Exploitation of which testimony tells of a person's sex life or health."""


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def check_leaving(
    session: Session,
    case_id: CaseId,
    transfer: Transfer,
    *,
    recipient: str,
    taken: Taken,
    language: str = "",
    identities: bool = False,
) -> tuple[Finding, ...]:
    """Return what the rules say; a BROKEN finding prevents the bundle. language: of the cover; empty for that
    of the case. identities: whether it tells who a protected person is. Raises NotFoundError for an
    instrument that is not in the case.
    """
    case, pack = get_case(session, case_id), pack_in_use(session.read)
    third = pack.is_third(transfer.state)
    leaving = Leaving(
        transfer=transfer,
        recipient=recipient,
        home=case.country,
        on=today_in(session, case_id),
        pack=pack,
        instrument=_instrument(session, case_id, transfer),
        conditions=applied_to(session.read, case_id, taken),
        origins=origins_of(session.read, case.country, taken) if third else frozenset(),
        intimate=not _INTIMATE.isdisjoint({*case.exploitation, *_exploited(session, taken.records)}),
        language=language or case.language,
        identities=identities,
    )
    return tuple(check_transfer(leaving))


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def verify_leaving(
    session: Session,
    case_id: CaseId,
    transfer: Transfer,
    *,
    recipient: str,
    taken: Taken,
    identities: bool = False,
) -> None:
    """Raise TransferRefusedError for the first finding that prevents the bundle."""
    verify_unrefused(
        check_leaving(session, case_id, transfer, recipient=recipient, taken=taken, identities=identities)
    )


@permitted(Right.RELEASE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def verify_protected(
    session: Session, case_id: CaseId, transfer: Transfer, *, recipient: str, taken: Taken
) -> None:
    """Raise TransferRefusedError if a condition protects the identity of whom these are about (V-X-02)."""
    applied = applied_to(session.read, case_id, taken)
    protecting = [each for each in applied if each.condition.kind is ConditionKind.PROTECT_IDENTITY]
    leaving = _conditions_alone(session, case_id, transfer, recipient, protecting)
    verify_unrefused(check_conditions(replace(leaving, identities=True)))


def verify_unrefused(findings: Iterable[Finding]) -> None:
    """Raise TransferRefusedError for the first of these findings that prevents the bundle."""
    for finding in findings:
        if finding.standing is Standing.BROKEN:
            raise TransferRefusedError(finding, sentence(finding, "en"))


@permitted(Right.RELEASE_EXHIBITS)
def verify_conditions(
    session: Session, exhibit: Exhibit, transfer: Transfer, *, recipient: str, identities: bool = False
) -> None:
    """Refuse what a condition of use keeps from this recipient (V-X-02), and another State.

    transfer: its State, party and limits. identities: whether it tells who a protected person is. Raises
    FileAbroadError, TransferRefusedError.
    """
    case = get_case(session, exhibit.case_id)
    if transfer.state != case.country:
        raise FileAbroadError("a single file does not go to another State", transfer.state)
    applied = applied_to(session.read, case.id, Taken(items=[exhibit]))
    leaving = _conditions_alone(session, case.id, transfer, recipient, applied)
    verify_unrefused(check_conditions(replace(leaving, identities=identities)))


def _conditions_alone(
    session: Session, case_id: CaseId, transfer: Transfer, recipient: str, conditions: Sequence[Applied]
) -> Leaving:
    """What the conditions look at, where no other rule is asked."""
    case = get_case(session, case_id)
    return Leaving(
        transfer=transfer,
        recipient=recipient,
        home=case.country,
        on=today_in(session, case.id),
        pack=pack_in_use(session.read),
        instrument=None,
        conditions=conditions,
        origins=frozenset(),
        intimate=False,
        language=case.language,
    )


def _instrument(session: Session, case_id: CaseId, transfer: Transfer) -> Instrument | None:
    if transfer.instrument_id is None:
        return None
    found = registry.INSTRUMENT.find(session.read, transfer.instrument_id)
    if found is None or found.case_id != case_id or found.struck:
        raise NotFoundError("the instrument of the transfer is not in this case")
    return found


def _exploited(session: Session, records: Iterable[Interview]) -> set[str]:
    persons = registry.PERSON.among(session.read, "id", [each.person_id for each in records])
    return {code for each in persons for code in each.exploitation}
