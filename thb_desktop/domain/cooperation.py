"""Cooperation between States: orders, requests, agreements, and the conditions of use with them."""

from dataclasses import dataclass
from datetime import date

from thb_desktop.domain.cooperation_codes import (
    AGREEMENTS,
    ConditionKind,
    HandlingCode,
    InformationGrade,
    InstrumentLink,
    InstrumentStatus,
    InstrumentType,
    MeasureKind,
    PostponementGround,
    ProceedingsKind,
    RefusalGround,
    SourceGrade,
    TransmissionChannel,
    UrgencyGround,
)
from thb_desktop.domain.ids import AuthorityId, CaseId, ExhibitId, InstrumentId, RowId
from thb_desktop.domain.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An order, request, agreement or certificate, as registered in the file.

    status, status_on: the status and its date, set by a separate act. struck: the reason why the entry was
    struck out, or empty. reference, foreign_reference: the file numbers of the issuing and of the executing
    side. basis: the treaty, where the type names none. related_id: the earlier one to which it belongs. wave:
    of requests sent together. territory: where the measures are carried out. return_required: whether
    evidence is to be given back. remedy_pending: whether somebody challenged it.

    From supplements_earlier on: what the form of an order asks for besides (`order_forms`). It stays in the
    office, and is printed on the data sheet for the form. persons_concerned: whom the measures concern, by
    pseudonym. available_at_home: whether they could have been ordered in a similar case of the issuing State.

    refused_because: the refusal in the words of the answer. also_related: what else belongs to it, by number
    or reference. return_when: when what was transferred is to be given back (Directive 2014/41/EU, Article
    13). form_translation: of the form, into which language, by whom and when. formalities_met: each formality
    that was asked for, and how it was met or why not. refusal_grounds: on which grounds of its text it was
    refused. related_as: what it does to the earlier one. further_states: of an agreement, the parties besides
    the two; nothing else has any. order_text: what of its text, or which clause of an agreement, is relied
    on. order_exhibit_id: the exhibit that holds the file of it. valid_from, valid_until: the days on which
    what it orders may be done. measure_kinds: of its form too, which measures are ticked in it. part_answers:
    what these measures need besides, each answer with the code of its question (`order_questions`).
    """

    id: InstrumentId
    case_id: CaseId
    number: str
    type: InstrumentType
    status: InstrumentStatus | None
    reference: str
    from_country: str
    to_country: str
    issued_on: date | None
    acknowledged_on: date | None
    executed_on: date | None
    measures: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    confidential: bool | None = None
    urgent: bool | None = None
    note: str = ""
    status_on: date | None = None
    struck: str = ""
    foreign_reference: str = ""
    basis: str = ""
    issuing_authority_id: AuthorityId | None = None
    validating_authority_id: AuthorityId | None = None
    executing_authority_id: AuthorityId | None = None
    central_authority_id: AuthorityId | None = None
    transmitted_on: date | None = None
    received_on: date | None = None
    recognised_on: date | None = None
    due_on: date | None = None
    urgency: UrgencyGround | None = None
    territory: str = ""
    related_id: InstrumentId | None = None
    wave: int | None = None
    extended_because: str = ""
    postponed_because: PostponementGround | None = None
    postponed_until: date | None = None
    return_required: bool | None = None
    remedy_pending: bool | None = None
    supplements_earlier: bool | None = None
    persons_concerned: tuple[str, ...] = ()
    proceedings_kind: ProceedingsKind | None = None
    facts: str = ""
    offence_in_law: str = ""
    listed_offence: bool | None = None
    part_answers: Texts = ()
    formalities: str = ""
    remedies: str = ""
    issuer_contact: str = ""
    validated_on: date | None = None
    proportionate: bool | None = None
    available_at_home: bool | None = None
    refused_because: str = ""
    also_related: tuple[str, ...] = ()
    return_when: str = ""
    form_translation: str = ""
    formalities_met: Texts = ()
    refusal_grounds: tuple[RefusalGround, ...] = ()
    related_as: InstrumentLink | None = None
    further_states: tuple[str, ...] = ()
    order_text: str = ""
    order_exhibit_id: ExhibitId | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    measure_kinds: tuple[MeasureKind, ...] = ()

    @property
    def states(self) -> tuple[str, ...]:
        """The States between which it is: of an agreement all its parties, of anything else the two."""
        further = self.further_states if self.type in AGREEMENTS else ()
        named = (self.from_country, self.to_country, *further)
        return tuple(dict.fromkeys(filter(None, named)))

    @property
    def way(self) -> str:
        """From which State to which it goes ("BE \u2192 RO"); an agreement goes from none to another, and has
        parties ("BE, RO").
        """
        return (", " if self.type in AGREEMENTS else " \u2192 ").join(self.states)


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCondition:
    """A condition under which something was given. It holds for whatever was derived or translated from it.

    instrument_id, exhibit_id: of what; at least one is named. imposed_by: the authority, in words;
    imposed_state: its State. consents: who agreed to what is otherwise refused, as pairs of the State (or
    the person or body) to which it may go, and the consent with its date and reference. until: the day up to
    which it holds, or by which something is to be deleted or returned; `ConditionKind` says which.
    handling: how the provider marked it; handling_words: in the provider's words, with the scheme of another
    code. source_grade, information_grade: how the provider judges its source, and what it gave.
    """

    id: RowId
    case_id: CaseId
    number: str
    kind: ConditionKind
    text: str
    imposed_by: str
    imposed_state: str
    instrument_id: InstrumentId | None = None
    exhibit_id: ExhibitId | None = None
    basis: str = ""
    since: date | None = None
    until: date | None = None
    consents: Texts = ()
    note: str = ""
    struck: str = ""
    handling: HandlingCode | None = None
    handling_words: str = ""
    source_grade: SourceGrade | None = None
    information_grade: InformationGrade | None = None

    def imposed_in(self, country: str) -> str:
        """Return its State as an office of this country told it: its own, unless a State is said, or it has
        the handling code of a provider, who may be of none.
        """
        return self.imposed_state or ("" if self.handling else country)


OF_EACH_VAULT = frozenset({"id", "case_id", "number", "instrument_id"})
"""What a condition of use has in a vault, and not where it was imposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transmission:
    """One line of the log of transmissions: what was sent or arrived, how, when and by whom.

    instrument_id: under which instrument; None for none, and basis says then on what basis it went or came.
    incoming: whether it came from the other side. by: who sent it or took it in.
    """

    id: RowId
    case_id: CaseId
    number: str
    channel: TransmissionChannel
    sent_on: date
    incoming: bool | None
    by: str
    what: str
    instrument_id: InstrumentId | None = None
    receipt: str = ""
    note: str = ""
    struck: str = ""
    basis: str = ""
