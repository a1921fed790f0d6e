"""The fields of further rows of a record, described once: information for victims, interventions of
interpreters, recordings.
"""

from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.fields import Description, Editor
from thb_desktop.domain.fields import record_field as _field
from thb_desktop.domain.interview_rows import Intervention, Recording, VictimInformation

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
