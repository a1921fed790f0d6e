"""Places and stays for tests."""

from typing import Any

from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.ids import CaseId, CaseObjectId, PersonId, RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.stay_codes import StayRole
from thb_desktop.domain.stays import Stay
from thb_desktop.domain.vocabulary import CaseObjectKind


def a_place(case_id: CaseId, **changes: Any) -> CaseObject:
    fields: dict[str, Any] = {
        "id": CaseObjectId(""),
        "case_id": case_id,
        "kind": CaseObjectKind.ADDRESS,
        "number": "AD-1",
        "label": "Quai des Exemples 9, Liège",
    }
    return CaseObject(**{**fields, **changes})


def a_stay(case_id: CaseId, person_id: PersonId, object_id: str, **changes: Any) -> Stay:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "case_id": case_id,
        "person_id": person_id,
        "object_id": CaseObjectId(object_id),
        "role": StayRole.LODGED,
        "since": PartialDate("2025-03~"),
        "until": PartialDate("2025-06-04"),
        "source": "Turn 12",
    }
    return Stay(**{**fields, **changes})
