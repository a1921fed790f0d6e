"""Exact form: the one way to write a flat record, as a pattern, so that most are read without a JSON reader.

A record that fits is in canonical form, and its values are in theirs. One that does not fit is read by
`canonical.parse`, which names the reason, or accepts what the pattern leaves out (numbers of 19 digits).
"""

import re
from collections.abc import Mapping

from thb_desktop.ledger.fields import CODE_FORM, ID_FORM, INSTANT_FORM

ID, CODE, INSTANT = f'"({ID_FORM})"', f'"({CODE_FORM})"', f'"({INSTANT_FORM})"'
ID_OR_NOTHING = f'"({ID_FORM}|)"'
DIGEST = '"([0-9a-f]{64})"'
COUNT, NUMBER = "([1-9][0-9]{0,17})", "(0|[1-9][0-9]{0,17})"
"""From 1, and from 0."""


class ExactForm:
    """The form of one kind of record. fields: the pattern of each value, with one group."""

    def __init__(self, form: str, fields: Mapping[str, str]) -> None:
        parts = {**fields, "format": f'"{re.escape(form)}"'}
        inner = ",".join(f'"{name}":{parts[name]}' for name in sorted(parts))
        self._match = re.compile("{" + inner + "}", re.ASCII).fullmatch

    def read(self, untrusted: bytes) -> tuple[str, ...] | None:
        """Return the text of each value, in the order of their names; None if the record does not fit."""
        found = self._match(untrusted.decode("latin-1"))
        return found.groups() if found else None
