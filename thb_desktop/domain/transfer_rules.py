"""Rules of a transfer: V-X-01 to V-X-03, V-X-07, V-X-09, V-P-02 and V-P-05, asked before a bundle leaves.

A statement of a pack that is not certain warns where a certain one would refuse.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.cooperation import Instrument, UseCondition
from thb_desktop.domain.cooperation_codes import (
    ConditionKind,
    InstrumentStatus,
    PartyKind,
    TransferGround,
)
from thb_desktop.domain.handling import TRAFFIC_LIGHT, keeps_back
from thb_desktop.domain.packs import Binding, Pack, Treaty
from thb_desktop.domain.transfer import Transfer
from thb_desktop.findings import Finding, Value
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn

_REASONED = frozenset(TransferGround) - {TransferGround.ART36_ADEQUACY, TransferGround.ART37_1A_INSTRUMENT}
"""Grounds that hold only for a reason in the single case."""
_WEIGHED = frozenset({TransferGround.ART38_D_INDIVIDUAL_CASE, TransferGround.ART38_E_LEGAL_CLAIM})
"""Grounds that do not hold where the rights of a person override the public interest (Article 38(2))."""
_BOUND_TO_PURPOSE = frozenset(
    {ConditionKind.PURPOSE_LIMIT, ConditionKind.SPECIALITY, ConditionKind.LED_ART9_3}
)
_DUE = frozenset({ConditionKind.DESTROY_AFTER, ConditionKind.RETURN_AFTER_USE})
"""Conditions that say by when something is done. Others end with their day."""
_BINDS_THE_OWN = frozenset({ConditionKind.NO_DISCLOSURE_TO_DEFENCE_BEFORE, ConditionKind.PROTECT_IDENTITY})
"""Conditions that keep something from a recipient also where the own State set them."""
_OVER = frozenset({InstrumentStatus.REFUSED, InstrumentStatus.WITHDRAWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """A condition, and the numbers of the records and exhibits of the bundle for which it holds."""

    condition: UseCondition
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What the rules look at. home: the State of the case. origins: the other States from which something in
    the bundle came. intimate: whether the case is about exploitation of which testimony tells of a person's
    sex life or health. language: of the cover. identities: whether it tells who a protected person is.
    """

    transfer: Transfer
    recipient: str
    home: str
    on: date
    pack: Pack
    instrument: Instrument | None
    conditions: Sequence[Applied]
    origins: frozenset[str]
    intimate: bool
    language: str
    identities: bool = False


def check_transfer(leaving: Leaving) -> Iterator[Finding]:
    """Return what is missing (BROKEN) and what should be read (UNKNOWN) before a bundle leaves."""
    if is_blank(leaving.transfer.state):
        yield refuse("transfer.state-missing", field="transfer.state")
        return
    if leaving.transfer.party is None:
        yield refuse("transfer.party-missing", field="transfer.party")
    yield from _check_basis(leaving)
    yield from _check_special(leaving)
    yield from _check_third_state(leaving)
    yield from check_conditions(leaving)


def check_conditions(leaving: Leaving) -> Iterator[Finding]:
    """V-X-02: what conditions of use say of what leaves."""
    for applied in leaving.conditions:
        yield from _check_condition(leaving, applied)


def check_binding(pack: Pack, instrument: Instrument) -> Iterator[Finding]:
    """V-X-09: whether an instrument of this type binds the States that it names."""
    states = instrument.states
    said = pack.binding(instrument.type, states)
    treaties = pack.treaties_of(instrument.type)
    values: Mapping[str, Value] = {
        "type": instrument.type,
        "states": tuple(each for each in states if pack.binding(instrument.type, [each]) is not Binding.BOUND)
        or states,
        "instead": instead(pack.instead_of(instrument.type, states)),
        "version": pack.version,
    }
    if said is Binding.NOT_BOUND and any(each.certain for each in treaties):
        yield refuse("transfer.not-bound", values, field="instrument.type")
    elif said is Binding.NOT_BOUND:
        yield refuse("transfer.not-bound-unsure", values, field="instrument.type")
    elif said is Binding.UNSURE:
        yield warn("transfer.binding-unsure", values, field="instrument.type")


def instead(treaties: Sequence[Treaty]) -> tuple[str, ...]:
    return tuple(f"{each.cite}{'' if each.certain else ' (?)'}" for each in treaties) or ("\u2013",)


def _check_basis(leaving: Leaving) -> Iterator[Finding]:
    transfer, instrument = leaving.transfer, leaving.instrument
    abroad = transfer.state != leaving.home
    if instrument is None:
        if abroad and not transfer.spontaneous:
            yield refuse("transfer.without-basis", field="transfer.instrument_id", state=transfer.state)
        elif abroad:
            yield say("transfer.spontaneous", state=transfer.state)
        return
    if transfer.spontaneous:
        yield refuse("transfer.two-bases", field="transfer.spontaneous")
    if abroad and instrument.states and transfer.state not in instrument.states:
        yield refuse(
            "transfer.another-state",
            field="transfer.instrument_id",
            number=instrument.number,
            state=transfer.state,
        )
    yield from check_binding(leaving.pack, instrument)
    if instrument.status in _OVER and instrument.status is not None:
        yield warn("transfer.instrument-over", number=instrument.number, status=instrument.status)
    if instrument.remedy_pending:
        yield warn("transfer.remedy-pending", number=instrument.number)
    if abroad:
        yield from check_language(leaving.pack, instrument, transfer.state, leaving.language)


def check_language(pack: Pack, instrument: Instrument, state: str, language: str) -> Iterator[Finding]:
    """V-X-03: whether the recipient State accepts the language of the cover."""
    accepted = pack.languages_of(state, instrument.type)
    if accepted is None:
        yield warn("transfer.language-unknown", state=state, language=language, type=instrument.type)
    elif language.split("-", maxsplit=1)[0] not in accepted.languages:
        yield warn(
            "transfer.language-not-accepted",
            state=state,
            language=language,
            accepted=accepted.languages,
            version=pack.version,
        )


def _check_special(leaving: Leaving) -> Iterator[Finding]:
    """V-P-02. The program cannot know what testimony tells: a person answers."""
    transfer = leaving.transfer
    if transfer.special is None:
        yield refuse("transfer.special-unanswered", field="transfer.special")
    elif transfer.special and is_blank(transfer.special_because):
        yield refuse("transfer.necessity-missing", field="transfer.special_because")
    elif not transfer.special and leaving.intimate:
        yield warn("transfer.special-doubted")


def _check_third_state(leaving: Leaving) -> Iterator[Finding]:
    """V-P-05."""
    transfer = leaving.transfer
    if not leaving.pack.is_third(transfer.state) or transfer.state == leaving.home:
        return
    yield from _check_ground(leaving)
    direct = transfer.ground is TransferGround.ART39_DIRECT_RECIPIENT
    if is_blank(transfer.competence) and not direct:
        yield refuse("transfer.competence-missing", field="transfer.competence")
    elsewhere = leaving.origins - {leaving.home, transfer.state}
    if elsewhere and is_blank(transfer.authorised):
        states = tuple(sorted(elsewhere))
        if transfer.ground is TransferGround.ART38_C_IMMEDIATE_THREAT:
            yield warn("transfer.authorisation-later", states=states)
        else:
            yield refuse("transfer.authorisation-missing", field="transfer.authorised", states=states)


def _check_ground(leaving: Leaving) -> Iterator[Finding]:
    transfer, pack = leaving.transfer, leaving.pack
    ground = transfer.ground
    if ground is None:
        yield refuse("transfer.ground-missing", field="transfer.ground", state=transfer.state)
    elif ground in _REASONED and is_blank(transfer.ground_because):
        yield refuse("transfer.ground-unreasoned", field="transfer.ground_because", ground=ground)
    elif ground in _WEIGHED:
        yield warn("transfer.override-to-weigh", ground=ground)
    elif ground is TransferGround.ART36_ADEQUACY:
        decision = pack.adequacy_of(transfer.state, leaving.on)
        state, version = transfer.state, pack.version
        if decision is None:
            yield refuse("transfer.not-adequate", field="transfer.ground", state=state, version=version)
        elif not decision.certain:
            told = decision.decision
            yield warn("transfer.adequacy-unsure", decision=told, state=state, version=version)
    elif ground is TransferGround.ART37_1A_INSTRUMENT and leaving.instrument is None:
        yield refuse("transfer.safeguards-unnamed", field="transfer.instrument_id")


def _check_condition(leaving: Leaving, applied: Applied) -> Iterator[Finding]:
    """V-X-02. Conditions that the own State set bind the recipient, and are told with the bundle; two kinds
    keep something from the recipient too.
    """
    condition, transfer = applied.condition, leaving.transfer
    values: Mapping[str, Value] = {
        "condition": condition.number,
        "kind": condition.kind,
        "numbers": applied.numbers,
        "by": condition.imposed_by,
        "state": transfer.state,
    }
    own = condition.imposed_state == leaving.home
    if not holds_on(condition, leaving.on):
        return
    consented = is_consented(condition, transfer.state, leaving.recipient)
    if keeps_back(condition, transfer.state) and not consented:
        # What its provider marked so stays here whatever kind of condition it is, and whose.
        yield refuse("transfer.condition-forbids", {**values, "kind": condition.handling or condition.kind})
        return
    if own and condition.kind not in _BINDS_THE_OWN:
        return
    forbids = _forbids(condition, leaving)
    if own and not forbids:
        return
    if forbids:
        if condition.kind in _BOUND_TO_PURPOSE:
            yield refuse("transfer.limits-unanswered", values, field="transfer.within_limits")
        else:
            yield refuse("transfer.condition-forbids", values)
    elif condition.kind in _DUE and condition.until is not None and condition.until < leaving.on:
        yield refuse("transfer.condition-overdue", values, until=condition.until.isoformat())
    elif consented:
        yield say("transfer.condition-consented", values)
    elif condition.kind is ConditionKind.HANDLING_CODE and condition.handling in TRAFFIC_LIGHT:
        yield warn("transfer.marking-passed-on", {**values, "kind": condition.handling})
    else:
        yield warn("transfer.condition-passed-on", values)


def holds_on(condition: UseCondition, on: date) -> bool:
    """Whether a condition holds on a day."""
    begun = condition.since is None or condition.since <= on
    ended = condition.until is not None and condition.until < on and condition.kind not in _DUE
    return begun and not ended and not condition.struck


def is_consented(condition: UseCondition, state: str, recipient: str) -> bool:
    """Whether a consent is recorded for this State, or for the recipient by name."""
    wanted = {state.casefold(), recipient.strip().casefold()} - {""}
    return any(to.strip().casefold() in wanted and not is_blank(how) for to, how in condition.consents)


def _forbids(condition: UseCondition, leaving: Leaving) -> bool:
    transfer, kind = leaving.transfer, condition.kind
    by = {condition.imposed_state} - {""}
    against = {
        ConditionKind.NO_ONWARD_TRANSFER: transfer.state not in {leaving.home, *by},
        ConditionKind.CONSENT_NEEDED_FROM: transfer.state not in by,
        ConditionKind.NO_USE_AS_EVIDENCE: True,
        ConditionKind.NO_DISCLOSURE_TO_DEFENCE_BEFORE: transfer.party is not PartyKind.AUTHORITY,
        ConditionKind.PROTECT_IDENTITY: leaving.identities,
        **dict.fromkeys(_BOUND_TO_PURPOSE, is_blank(transfer.within_limits)),
    }
    return against.get(kind, False) and not is_consented(condition, transfer.state, leaving.recipient)
