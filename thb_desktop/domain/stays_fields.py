"""The fields of a stay, described once."""

from functools import partial

from thb_desktop.domain.fields import Description, Editor, Phase, record_field
from thb_desktop.domain.stay_codes import PlaceKind, StayRole
from thb_desktop.domain.stays import Stay

_field = partial(record_field, until=Phase.ALWAYS)

STAY = Description(
    name="stay",
    entity=Stay,
    fields=(
        _field("person_id", "stay", Editor.REFERENCE, refers_to="person", required=True),
        _field("object_id", "stay", Editor.REFERENCE, refers_to="case_object", required=True),
        _field("role", "stay", Editor.CODE, codes=StayRole),
        _field("place_kind", "stay", Editor.CODE, codes=PlaceKind),
        _field("since", "stay", Editor.PARTIAL_DATE),
        _field("until", "stay", Editor.PARTIAL_DATE),
        _field("as_told", "source", Editor.TEXT),
        _field("said_in_id", "source", Editor.REFERENCE, refers_to="interview"),
        _field("exhibit_id", "source", Editor.REFERENCE, refers_to="exhibit"),
        _field("source", "source", Editor.LINE, required=True),
        _field("note", "source", Editor.TEXT, printed=False),
    ),
    internal=("id", "case_id", "struck"),
)
