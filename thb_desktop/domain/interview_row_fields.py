"""The fields of further rows of a record, described once: information for victims, interventions of
interpreters, recordings, line-ups, and what the reading back and the closing add.
"""

from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.description_codes import LevelSource, SignatureLevel
from thb_desktop.domain.fields import Description, Editor, Needed, Phase
from thb_desktop.domain.fields import record_field as _field
from thb_desktop.domain.interview import ReadBackCorrection
from thb_desktop.domain.interview_rows import (
    Intervention,
    Lineup,
    Recording,
    RecordSignature,
    VictimInformation,
)
from thb_desktop.domain.lineup_codes import LineupKind, LineupResult

_ROW = ("id", "interview_id", "struck")

VICTIM_INFORMATION = Description(
    name="victim_information",
    entity=VictimInformation,
    fields=(
        _field(
            "item",
            "victim_information",
            Editor.CODE,
            rules="V-I-15",
            codes=v.VictimInformationItem,
            required=True,
        ),
        _field("given_at", "victim_information", Editor.MOMENT, rules="V-I-15"),
        _field("given_by", "victim_information", Editor.LINE),
        _field("deferred_reason", "victim_information", Editor.LINE, rules="V-I-15"),
        _field("note", "victim_information", Editor.LINE),
    ),
    internal=_ROW,
)

INTERVENTION = Description(
    name="intervention",
    entity=Intervention,
    fields=(
        _field("kind", "intervention", Editor.CODE, codes=v.InterventionKind, required=True),
        _field("interpreter_id", "intervention", Editor.REFERENCE, refers_to="interpreter"),
        _field("at", "intervention", Editor.MOMENT, rules="V-I-02"),
        _field("turn_id", "intervention", Editor.REFERENCE, refers_to="segment"),
        _field("note", "intervention", Editor.LINE),
    ),
    internal=_ROW,
)

RECORDING = Description(
    name="recording",
    entity=Recording,
    fields=(
        _field("device", "recording", Editor.LINE),
        _field("media_id", "recording", Editor.LINE),
        _field("started_at", "recording", Editor.MOMENT, rules="V-I-02 V-I-09"),
        _field("stopped_at", "recording", Editor.MOMENT, rules="V-I-02 V-I-09"),
        _field("continuous", "recording", Editor.YES_NO),
        _field("view", "recording", Editor.CODE, codes=v.CameraView, sometimes=True),
        _field("exhibit_id", "recording", Editor.REFERENCE, refers_to="exhibit"),
        _field("sealed", "recording", Editor.YES_NO),
        _field("held_by", "recording", Editor.LINE),
        _field("working_copy_id", "recording", Editor.REFERENCE, rules="V-I-09", refers_to="exhibit"),
        _field("legal_basis", "recording", Editor.LINE),
    ),
    internal=_ROW,
)

LINEUP = Description(
    name="lineup",
    entity=Lineup,
    fields=(
        _field("number", "lineup", Editor.LINE, required=True),
        _field("kind", "lineup", Editor.CODE, codes=LineupKind, required=True),
        _field("shown_at", "lineup", Editor.MOMENT, rules="V-I-02", expected=True),
        _field("shown", "lineup", Editor.NUMBER, expected=True),
        _field("exhibit_id", "lineup", Editor.REFERENCE, rules="V-I-30", refers_to="exhibit"),
        _field("person_id", "lineup", Editor.REFERENCE, refers_to="person"),
        _field("place", "lineup", Editor.LINE),
        _field("composed_by", "lineup", Editor.LINE),
        _field("conducted_by", "lineup", Editor.LINE, expected=True),
        _field("conductor_knew", "lineup", Editor.YES_NO, rules="V-I-30", needed=Needed.TOLD),
        _field("may_be_absent_told", "lineup", Editor.YES_NO, rules="V-I-30", needed=Needed.TOLD),
        _field("described_before", "lineup", Editor.TEXT),
        _field("result", "lineup", Editor.CODE, rules="V-I-30", codes=LineupResult, needed=Needed.TOLD),
        _field("chosen", "lineup", Editor.LINE, rules="V-I-30"),
        _field("certainty", "lineup", Editor.TEXT),
        _field("turn_id", "lineup", Editor.REFERENCE, refers_to="segment"),
        _field("note", "lineup", Editor.LINE),
    ),
    internal=_ROW,
)

CORRECTION = Description(
    name="read_back_correction",
    entity=ReadBackCorrection,
    fields=(
        _field(
            "segment_id", "correction", Editor.REFERENCE, refers_to="segment", required=True, until=Phase.ONCE
        ),
        _field("language", "correction", Editor.LANGUAGE, required=True),
        _field("before", "correction", Editor.TEXT, rules="V-I-07"),
        _field("after", "correction", Editor.TEXT, rules="V-I-07"),
        _field(
            "requested_by",
            "correction",
            Editor.CODE,
            rules="V-I-07",
            codes=v.SignerRole,
            needed=Needed.TO_SIGN,
        ),
        _field("requester", "correction", Editor.LINE),
        _field(
            "reason",
            "correction",
            Editor.CODE,
            rules="V-I-07",
            codes=v.CorrectionReason,
            needed=Needed.TO_SIGN,
        ),
        _field("note", "correction", Editor.LINE),
        _field("at", "correction", Editor.MOMENT, rules="V-I-02"),
        _field("initialled_by", "correction", Editor.CODES, codes=v.SignerRole),
    ),
    internal=_ROW,
)

SIGNATURE = Description(
    name="record_signature",
    entity=RecordSignature,
    fields=(
        _field("role", "signature", Editor.CODE, rules="V-I-06", codes=v.SignerRole, required=True),
        _field("name", "signature", Editor.LINE, required=True),
        _field("method", "signature", Editor.CODE, rules="V-I-06", codes=v.SignatureMethod, required=True),
        _field("at", "signature", Editor.MOMENT, rules="V-I-02 V-I-06"),
        _field("each_page", "signature", Editor.YES_NO, sometimes=True),
        _field("reason", "signature", Editor.LINE, rules="V-I-06"),
        _field(
            "level_claimed", "signature", Editor.CODE, rules="V-S-01", codes=SignatureLevel, sometimes=True
        ),
        _field(
            "level_determined_by",
            "signature",
            Editor.CODE,
            rules="V-S-01",
            codes=LevelSource,
            sometimes=True,
        ),
        _field("level_report", "signature", Editor.LINE, rules="V-S-01"),
        _field("level_report_on", "signature", Editor.DAY, rules="V-S-01"),
        _field("level_report_by", "signature", Editor.LINE, rules="V-S-01"),
    ),
    internal=_ROW,
)
