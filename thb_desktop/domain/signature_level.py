"""Levels of signatures: as which one is stated, and who or what determined it. The program determines none.

Only a report of others makes a level known, and it is told as theirs: the program does not judge it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from types import MappingProxyType
from typing import Protocol

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.checked_codes import SignatureMethod
from thb_desktop.domain.description_codes import LevelSource, SignatureLevel
from thb_desktop.errors import FieldMissingError, FieldNotAskedError

_OF_METHOD: Mapping[SignatureMethod, SignatureLevel] = MappingProxyType(
    {
        SignatureMethod.ADVANCED_ES_QUALIFIED_CERT: SignatureLevel.ADVANCED_QUALIFIED_CERT,
        SignatureMethod.QUALIFIED_ES: SignatureLevel.QUALIFIED,
    }
)
"""The level that a method states by its own name."""
_ELECTRONIC = frozenset(
    {
        *(SignatureMethod.HANDWRITTEN_PAD_IMAGE, SignatureMethod.SIMPLE_ES, SignatureMethod.ADVANCED_ES),
        *_OF_METHOD,
    }
)

DATED = (LevelSource.LOCAL_TL_SNAPSHOT, LevelSource.EXTERNAL_VALIDATION_REPORT)
"""What has a day, and somebody who made it or read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedLevel:
    """What is stated of the level of signatures before it is kept: by default nothing."""

    level_claimed: SignatureLevel | None = None
    level_determined_by: LevelSource | None = None
    level_report: str = ""
    level_report_on: date | None = None
    level_report_by: str = ""


NO_LEVEL = StatedLevel()
LEVEL_FIELDS = tuple(each.name for each in fields(StatedLevel))


class OfLevel(Protocol):
    """What states the level of a signature.

    level_report, level_report_on, level_report_by: the report that determined it (its reference, or the
    exhibit and file that hold it), its day, and who made it; of a local copy of the trusted lists, what it
    is, its day, and who consulted it.
    """

    @property
    def level_claimed(self) -> SignatureLevel | None: ...
    @property
    def level_determined_by(self) -> LevelSource | None: ...
    @property
    def level_report(self) -> str: ...
    @property
    def level_report_on(self) -> date | None: ...
    @property
    def level_report_by(self) -> str: ...


def verify_level(entry: OfLevel, entity: str) -> None:
    """Refuse a level of which nobody says how it was determined, and a report without name, day and author.

    entity: the name of its description. Raises FieldMissingError.
    """
    by = entry.level_determined_by
    reported = (entry.level_report, entry.level_report_by, entry.level_report_on)
    told = (by, *(each for each in reported if each))
    lacking = {
        "level_claimed": any(told) and entry.level_claimed is None,
        "level_determined_by": by is None and (entry.level_claimed is not None or any(told)),
        "level_report": by is LevelSource.EXTERNAL_VALIDATION_REPORT and is_blank(entry.level_report),
        "level_report_on": by in DATED and entry.level_report_on is None,
        "level_report_by": by in DATED and is_blank(entry.level_report_by),
    }
    for field, lacks in lacking.items():
        if lacks:
            raise FieldMissingError("a required field is empty", f"{entity}.{field}")


def verify_level_of_method(entry: OfLevel, method: SignatureMethod) -> None:
    """Refuse a level for what is no electronic signature. Raises FieldNotAskedError."""
    if method not in _ELECTRONIC and entry.level_claimed not in (None, SignatureLevel.NONE):
        raise FieldNotAskedError("only an electronic signature has a level", "record_signature.level_claimed")


def method_told(entry: OfLevel, method: SignatureMethod) -> SignatureMethod:
    """The method as it is told beside the level: it does not state the same level once more."""
    return SignatureMethod.ADVANCED_ES if _OF_METHOD.get(method, "") == entry.level_claimed else method
