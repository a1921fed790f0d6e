"""Fields of the orders, requests and agreements between States."""

from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.vocabulary import InstrumentStatus, InstrumentType

_ALWAYS = Phase.ALWAYS

INSTRUMENT = Description(
    name="instrument",
    entity=Instrument,
    fields=(
        Field(name="number", section="instrument", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(
            name="type",
            section="instrument",
            editor=Editor.CODE,
            codes=InstrumentType,
            until=_ALWAYS,
            required=True,
        ),
        Field(name="reference", section="instrument", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(name="from_country", section="instrument", editor=Editor.COUNTRY, until=_ALWAYS),
        Field(name="to_country", section="instrument", editor=Editor.COUNTRY, until=_ALWAYS),
        Field(name="status", section="status", editor=Editor.CODE, codes=InstrumentStatus, until=_ALWAYS),
        Field(name="status_on", section="status", editor=Editor.DAY, until=_ALWAYS),
        Field(name="issued_on", section="status", editor=Editor.DAY, until=_ALWAYS),
        Field(name="acknowledged_on", section="status", editor=Editor.DAY, until=_ALWAYS),
        Field(name="executed_on", section="status", editor=Editor.DAY, until=_ALWAYS),
        Field(name="measures", section="instrument", editor=Editor.LINES, until=_ALWAYS),
        Field(
            name="languages",
            section="instrument",
            editor=Editor.LANGUAGES,
            until=_ALWAYS,
        ),
        Field(name="confidential", section="instrument", editor=Editor.YES_NO, until=_ALWAYS),
        Field(name="urgent", section="instrument", editor=Editor.YES_NO, until=_ALWAYS),
        Field(name="note", section="instrument", editor=Editor.TEXT, until=_ALWAYS, printed=False),
    ),
    internal=("id", "case_id", "struck"),
)
"""`set_instrument_status`, a separate act, sets `status` and `status_on`."""
