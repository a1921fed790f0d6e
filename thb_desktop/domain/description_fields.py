"""Fields of the descriptions of exhibits."""

from typing import Any

from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.description_codes import (
    CaptureBasis,
    CaptureMethod,
    ContainerFormat,
    NetworkIsolation,
    PowerState,
)
from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.vocabulary import ClockSource


def _field(name: str, section: str, editor: Editor, **told: Any) -> Field:
    sometimes = editor in (Editor.CODE, Editor.YES_NO)
    return Field(name=name, section=section, editor=editor, sometimes=sometimes, until=Phase.ALWAYS, **told)


def _line(name: str, section: str, **told: Any) -> Field:
    return _field(name, section, Editor.LINE, **told)


def _of_exhibit(section: str) -> Field:
    """Which exhibit; the page draws the description on the sheet of that one."""
    return Field(
        name="exhibit_id",
        section=section,
        editor=Editor.REFERENCE,
        refers_to="exhibit",
        until=Phase.ONCE,
        required=True,
        printed=False,
    )


ITEM_DESCRIPTION = Description(
    name="item_description",
    entity=ItemDescription,
    fields=(
        _of_exhibit("item"),
        _line("item", "item", required=True),
        _field("quantity", "item", Editor.AMOUNT),
        *(_line(name, "item") for name in ("unit", "make", "model", "serial")),
        _field("imei", "item", Editor.LINES),
        *(_line(name, "item") for name in ("colour", "condition", "marks")),
        _field("format", "item", Editor.CODE, codes=ContainerFormat),
        _line("packaging", "keeping"),
        _line("storage", "keeping"),
        _field("power_found", "device", Editor.CODE, codes=PowerState),
        _field("power_left", "device", Editor.CODE, codes=PowerState),
        _field("isolation", "device", Editor.CODE, codes=NetworkIsolation),
        _field("passcode_known", "device", Editor.YES_NO),
        _field("note", "item", Editor.TEXT, printed=False),
    ),
    internal=("id", "case_id", "struck"),
)

ONLINE_CAPTURE = Description(
    name="online_capture",
    entity=OnlineCapture,
    fields=(
        _of_exhibit("capture"),
        _line("requested_url", "capture", required=True),
        _line("final_url", "capture"),
        _field("captured_at", "capture", Editor.MOMENT, required=True),
        _field("captured_by", "capture", Editor.REFERENCE, refers_to="official"),
        _field("method", "capture", Editor.CODE, codes=CaptureMethod),
        _line("tool", "capture", rules=("V-E-10",)),
        _line("browser", "capture"),
        _line("machine", "capture"),
        _field("clock", "capture", Editor.CODE, codes=ClockSource, rules=("V-E-10",)),
        _field("http_status", "capture", Editor.NUMBER),
        _field("basis", "ground", Editor.CODE, codes=CaptureBasis),
        _line("authority", "ground", rules=("V-E-10",)),
        _field("logged_in", "ground", Editor.YES_NO, rules=("V-E-10",)),
        _field("covert", "ground", Editor.YES_NO, rules=("V-E-10",)),
        *(_line(name, "page") for name in ("page_title", "platform", "account", "advert")),
        _line("shown_time", "page"),
        _line("zone_assumed", "page"),
        _field("comments", "page", Editor.YES_NO),
        _line("location", "page"),
        _field("phones", "page", Editor.LINES),
        _field("prices", "page", Editor.LINES),
        _field("offers", "page", Editor.LINES),
        _field("languages", "page", Editor.LANGUAGES),
        _field("first_seen", "page", Editor.DAY),
        _field("last_seen", "page", Editor.DAY),
        _line("archive_url", "page"),
        _field("verification", "page", Editor.TEXT),
        _field("note", "page", Editor.TEXT, printed=False),
    ),
    internal=("id", "case_id", "struck"),
)
OF_EXHIBITS = (ITEM_DESCRIPTION, ONLINE_CAPTURE)
"""What describes an exhibit beside its own fields: none, one or several of each."""
