"""Fields of the orders, requests and agreements between States, and of the conditions of use."""

from enum import StrEnum
from typing import Any

from thb_desktop.domain.cooperation import Instrument, Transmission, UseCondition
from thb_desktop.domain.cooperation_codes import (
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
from thb_desktop.domain.fields import Description, Editor, Field, Phase

_ALWAYS = Phase.ALWAYS


def _field(name: str, section: str, editor: Editor, **told: Any) -> Field:
    return Field(name=name, section=section, editor=editor, until=_ALWAYS, **told)


def _of_form(name: str, editor: Editor, rule: str = "V-X-05", **told: Any) -> Field:
    return _field(name, "order_form", editor, printed=False, rules=(rule,), **told)


def _authority(name: str) -> Field:
    return _field(name, "instrument", Editor.REFERENCE, refers_to="authority")


def _marking(name: str, codes: type[StrEnum], **told: Any) -> Field:
    return _field(name, "use_condition", Editor.CODE, codes=codes, sometimes=True, **told)


INSTRUMENT = Description(
    name="instrument",
    entity=Instrument,
    fields=(
        _field("number", "instrument", Editor.LINE, required=True),
        _field("type", "instrument", Editor.CODE, codes=InstrumentType, required=True, rules=("V-X-09",)),
        _field("basis", "instrument", Editor.LINE),
        _field("reference", "instrument", Editor.LINE, required=True),
        _field("foreign_reference", "instrument", Editor.LINE),
        _field("from_country", "instrument", Editor.COUNTRY),
        _field("to_country", "instrument", Editor.COUNTRY),
        _field("further_states", "instrument", Editor.COUNTRIES, rules=("V-X-01",)),
        _authority("issuing_authority_id"),
        _authority("validating_authority_id"),
        _authority("executing_authority_id"),
        _authority("central_authority_id"),
        _field("status", "status", Editor.CODE, codes=InstrumentStatus),
        _field("status_on", "status", Editor.DAY),
        _field("refusal_grounds", "status", Editor.CODES, codes=RefusalGround, rules=("V-X-11",)),
        _field("refused_because", "status", Editor.LINE, rules=("V-X-11",)),
        _field("issued_on", "status", Editor.DAY),
        _field("transmitted_on", "status", Editor.DAY),
        _field("received_on", "status", Editor.DAY),
        _field("acknowledged_on", "status", Editor.DAY),
        _field("recognised_on", "status", Editor.DAY),
        _field("executed_on", "status", Editor.DAY),
        _field("due_on", "status", Editor.DAY),
        _field("extended_because", "status", Editor.LINE),
        _field(
            "postponed_because",
            "status",
            Editor.CODE,
            codes=PostponementGround,
            sometimes=True,
            rules=("V-X-11",),
        ),
        _field("postponed_until", "status", Editor.DAY),
        _field("measures", "instrument", Editor.LINES),
        _field("territory", "instrument", Editor.LINE),
        _field("valid_from", "instrument", Editor.DAY, rules=("V-X-13",)),
        _field("valid_until", "instrument", Editor.DAY, rules=("V-X-13",)),
        _field("order_text", "instrument", Editor.TEXT),
        _field("order_exhibit_id", "instrument", Editor.REFERENCE, refers_to="exhibit"),
        _field("languages", "instrument", Editor.LANGUAGES, rules=("V-X-03",)),
        _field("confidential", "instrument", Editor.YES_NO),
        _field("urgent", "instrument", Editor.YES_NO),
        _field("urgency", "instrument", Editor.CODE, codes=UrgencyGround, sometimes=True),
        _field("form_translation", "instrument", Editor.LINE),
        _field("formalities_met", "instrument", Editor.DETAILS),
        _field("return_required", "instrument", Editor.YES_NO),
        _field("return_when", "instrument", Editor.LINE),
        _field("remedy_pending", "instrument", Editor.YES_NO, rules=("V-X-07",)),
        _field("related_id", "instrument", Editor.REFERENCE, refers_to="instrument", rules=("V-X-12",)),
        _field("related_as", "instrument", Editor.CODE, codes=InstrumentLink, sometimes=True),
        _field("also_related", "instrument", Editor.LINES),
        _field("wave", "instrument", Editor.NUMBER, printed=False),
        _field("note", "instrument", Editor.TEXT, printed=False),
        _of_form("measure_kinds", Editor.CODES, codes=MeasureKind),
        _of_form("supplements_earlier", Editor.YES_NO),
        _of_form("persons_concerned", Editor.LINES),
        _of_form("proceedings_kind", Editor.CODE, codes=ProceedingsKind),
        _of_form("facts", Editor.TEXT),
        _of_form("offence_in_law", Editor.TEXT),
        _of_form("listed_offence", Editor.YES_NO),
        _of_form("part_answers", Editor.ANSWERS),
        _of_form("formalities", Editor.TEXT),
        _of_form("remedies", Editor.TEXT),
        _of_form("issuer_contact", Editor.TEXT),
        _of_form("validated_on", Editor.DAY),
        _of_form("proportionate", Editor.YES_NO),
        _of_form("available_at_home", Editor.YES_NO, "V-X-06"),
    ),
    internal=("id", "case_id", "struck"),
)
"""`set_instrument_status`, a separate act, sets `status` and `status_on`."""

USE_CONDITION = Description(
    name="use_condition",
    entity=UseCondition,
    fields=(
        _field("number", "use_condition", Editor.LINE, required=True),
        _field("kind", "use_condition", Editor.CODE, codes=ConditionKind, required=True, rules=("V-X-02",)),
        _field("text", "use_condition", Editor.LINE, required=True),
        _marking("handling", HandlingCode, rules=("V-X-02",)),
        _field("handling_words", "use_condition", Editor.LINE, rules=("V-X-02",)),
        _marking("source_grade", SourceGrade),
        _marking("information_grade", InformationGrade),
        _field("instrument_id", "use_condition", Editor.REFERENCE, refers_to="instrument"),
        _field("exhibit_id", "use_condition", Editor.REFERENCE, refers_to="exhibit"),
        _field("imposed_by", "use_condition", Editor.LINE, required=True),
        _field("imposed_state", "use_condition", Editor.COUNTRY),
        _field("basis", "use_condition", Editor.LINE),
        _field("since", "use_condition", Editor.DAY),
        _field("until", "use_condition", Editor.DAY),
        _field("consents", "use_condition", Editor.DETAILS),
        _field("note", "use_condition", Editor.TEXT, printed=False),
    ),
    internal=("id", "case_id", "struck"),
)

TRANSMISSION = Description(
    name="transmission",
    entity=Transmission,
    fields=(
        _field("number", "transmission", Editor.LINE, required=True),
        _field("instrument_id", "transmission", Editor.REFERENCE, refers_to="instrument"),
        _field("basis", "transmission", Editor.LINE),
        _field("incoming", "transmission", Editor.YES_NO),
        _field("channel", "transmission", Editor.CODE, codes=TransmissionChannel, required=True),
        _field("sent_on", "transmission", Editor.DAY, required=True),
        _field("by", "transmission", Editor.LINE, required=True),
        _field("what", "transmission", Editor.LINE, required=True),
        _field("receipt", "transmission", Editor.LINE),
        _field("note", "transmission", Editor.TEXT, printed=False),
    ),
    internal=("id", "case_id", "struck"),
)
