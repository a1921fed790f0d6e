"""Labels of exhibits: the code that a scanner reads back, and the sheets on which labels are printed."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from thb_desktop.domain.ids import ExhibitId
from thb_desktop.errors import CodeNotReadError

_MARK = "THB1"
_CODE = re.compile(r"THB1[:.]([0-9A-F]{32})[:.]([0-9A-F]{6})", re.ASCII)
_CHECK = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands on one label. Nothing of it names a person.

    check: the last characters of the code, by which a person compares label and screen.
    """

    exhibit_id: ExhibitId
    number: str
    case: str
    seal: str

    @property
    def code(self) -> str:
        """The text of the QR code: a mark, the exhibit's id, and a check, in signs of its narrow alphabet."""
        return f"{_MARK}:{_digits(self.exhibit_id)}:{_check(self.exhibit_id)}"

    @property
    def check(self) -> str:
        return _check(self.exhibit_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSheet:
    """Labels of one size on a page of A4, in millimetres: so many in a row, in so many rows."""

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    gap: float

    @property
    def count(self) -> int:
        return self.columns * self.rows


SHEETS: Mapping[str, LabelSheet] = MappingProxyType(
    {
        "3x8": LabelSheet(columns=3, rows=8, width=63.5, height=33.9, left=7.25, top=12.9, gap=2.5),
        "2x7": LabelSheet(columns=2, rows=7, width=99.1, height=38.1, left=4.65, top=15.15, gap=2.5),
        "2x2": LabelSheet(columns=2, rows=2, width=105, height=148.5, left=0, top=0, gap=0),
        "1x2": LabelSheet(columns=1, rows=2, width=210, height=148.5, left=0, top=0, gap=0),
    }
)
"""Usual sheets, by columns and rows; the two large ones are forms for bags."""


def is_code(text: str) -> bool:
    """Whether a text looks like a scanned label of this program, read whole or not."""
    return text.strip().upper().startswith((f"{_MARK}:", f"{_MARK}."))


def read_code(text: str) -> ExhibitId:
    """Return the exhibit that a scanned code names. Raises CodeNotReadError for anything but a whole code."""
    found = _CODE.fullmatch(text.strip().upper())
    if found is None:
        raise CodeNotReadError("this is no code of a label, or it was not read whole")
    digits = found[1].lower()
    named = ExhibitId("-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])))
    if found[2] != _check(named):
        raise CodeNotReadError("the check of this code is wrong: read it again")
    return named


def _digits(exhibit_id: ExhibitId) -> str:
    return exhibit_id.replace("-", "").upper()


def _check(exhibit_id: ExhibitId) -> str:
    digest = hashlib.sha256(f"thb label 1\n{_digits(exhibit_id)}".encode()).hexdigest()
    return digest[:_CHECK].upper()
