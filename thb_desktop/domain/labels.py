"""Labels of exhibits: the code that a scanner reads back, and the sheets on which labels are printed."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.errors import CodeNotReadError

LONGEST = 120
"""Bytes of a number in UTF-8, as many as the code of a label takes."""
_MARK, _ISSUED = "THB1", "THB2"
_CODE = re.compile(r"THB1[:.]([0-9A-F]{32})[:.]([0-9A-F]{6})", re.ASCII)
_ISSUED_CODE = re.compile(
    rf"THB2[:.]([0-9A-F]{{32}})[:.]((?:[0-9A-F]{{2}}){{1,{LONGEST}}})[:.]([0-9A-F]{{6}})", re.ASCII
)
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
        return f"{_MARK}:{_digits(self.exhibit_id)}:{self.check}"

    @property
    def check(self) -> str:
        return _check(_digits(self.exhibit_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedNumber:
    """A number of a case that an exhibit may get: what a label that is printed in advance stands for."""

    case_id: CaseId
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedLabel:
    """What stands on the label of a number that was issued in advance; the seal is written by hand."""

    issued: IssuedNumber
    case: str

    @property
    def number(self) -> str:
        return self.issued.number

    @property
    def seal(self) -> str:
        return ""

    @property
    def code(self) -> str:
        """The text of the QR code: a mark, the case's id, the number as the digits of its bytes, a check."""
        return f"{_ISSUED}:{self._told}:{self.check}"

    @property
    def check(self) -> str:
        return _check(self._told)

    @property
    def _told(self) -> str:
        return f"{_digits(self.issued.case_id)}:{self.number.encode().hex().upper()}"


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
    begins = text.strip().upper()
    return begins.startswith(tuple(mark + point for mark in (_MARK, _ISSUED) for point in ":."))


def read_code(text: str) -> ExhibitId | IssuedNumber:
    """Return the exhibit that a scanned code names, or the number that was issued in advance.

    Raises CodeNotReadError for anything but a whole code.
    """
    scanned = text.strip().upper()
    if found := _CODE.fullmatch(scanned):
        _verify_check(found[1], found[2])
        return ExhibitId(_in_groups(found[1]))
    if found := _ISSUED_CODE.fullmatch(scanned):
        _verify_check(f"{found[1]}:{found[2]}", found[3])
        try:
            number = bytes.fromhex(found[2]).decode()
        except UnicodeDecodeError:
            raise CodeNotReadError("the number of this code is no text") from None
        return IssuedNumber(case_id=CaseId(_in_groups(found[1])), number=number)
    raise CodeNotReadError("this is no code of a label, or it was not read whole")


def _digits(own_id: str) -> str:
    return own_id.replace("-", "").upper()


def _in_groups(digits: str) -> str:
    low = digits.lower()
    return "-".join((low[:8], low[8:12], low[12:16], low[16:20], low[20:]))


def _check(told: str) -> str:
    digest = hashlib.sha256(f"thb label 1\n{told}".encode()).hexdigest()
    return digest[:_CHECK].upper()


def _verify_check(told: str, check: str) -> None:
    if check != _check(told):
        raise CodeNotReadError("the check of this code is wrong: read it again")
