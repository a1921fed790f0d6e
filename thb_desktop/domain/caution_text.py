"""The texts of cautions, as the office says them: in versions, in any language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.vocabulary import CautionCode


@dataclass(frozen=True, slots=True, kw_only=True)
class CautionText:
    """The text of a caution in one language. A change is the next version.

    What was said to somebody stands in the turns of their record.
    """

    id: RowId
    code: CautionCode
    language: str
    version: int
    text: str
    made_by: AgentId
    at: datetime


def in_use(texts: Iterable[CautionText]) -> Mapping[tuple[CautionCode, str], str]:
    """Return the newest text of each caution and language."""
    ordered = sorted(texts, key=lambda each: each.version)
    return {(each.code, each.language): each.text for each in ordered}
