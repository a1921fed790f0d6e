"""Markings of classified information of the Union, from CONFIDENTIEL UE on (V-P-07).

This program is not accredited for such information. A marking is written in capitals, in French and English
with a stroke, or in short; a text that only speaks of secrets has none.
"""

import re
from collections.abc import Iterable

from thb_desktop.domain.fields import Description, Editor

_GAP = r"[\s_\u00a0-]+"
_MARKING = re.compile(
    r"(?<![^\W_])(?:"
    rf"CONFIDENTIEL{_GAP}UE|EU{_GAP}CONFIDENTIAL|SECRET{_GAP}UE|EU{_GAP}(?:TOP{_GAP})?SECRET"
    r"|(?:C|S|TS)-UE/EU-(?:C|S|TS))(?![^\W_])"
)


def marking_in(text: str) -> str:
    """Return the first such marking in a text; empty if there is none."""
    found = _MARKING.search(text)
    return found[0] if found else ""


def marked_fields(description: Description, value: object) -> dict[str, str]:
    """Return the marking of each field of an entry that has one, by the name of the field."""
    found = {}
    for field in description.fields:
        for text in _texts(field.editor, getattr(value, field.name)):
            if marking := marking_in(text):
                found[field.name] = marking
    return found


def _texts(editor: Editor, held: object) -> Iterable[str]:
    match editor, held:
        case ((Editor.LINE | Editor.TEXT), str()):
            return (held,)
        case Editor.LINES, tuple():
            return held
        case ((Editor.TITLES | Editor.DETAILS | Editor.ANSWERS | Editor.CLAIMED_DATES), tuple()):
            return [text for pair in held for text in pair]
    return ()
