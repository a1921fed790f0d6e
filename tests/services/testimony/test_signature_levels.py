"""The level of a signature under a record: stated, with who or what determined it; the program does not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.support.offices import Small
from tests.support.records import held
from tests.support.testimony import signature
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.description_codes import LevelSource, SignatureLevel
from thb_desktop.domain.interview_rows import RecordSignature
from thb_desktop.domain.signature_level import method_told
from thb_desktop.errors import FieldMissingError, FieldNotAskedError, ValueRefusedError
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import formalities
from thb_desktop.vault.tables import registry

REPORTED: dict[str, Any] = {
    "method": v.SignatureMethod.QUALIFIED_ES,
    "level_claimed": SignatureLevel.QUALIFIED,
    "level_determined_by": LevelSource.EXTERNAL_VALIDATION_REPORT,
    "level_report": "E-12, validation.xml",
    "level_report_on": date(2026, 11, 3),
    "level_report_by": "National validation service",
}


def reported(**changes: Any) -> RecordSignature:
    return signature(v.SignerRole.INTERPRETER, **{**REPORTED, **changes})


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"level_claimed": None}, "level_claimed"),
        ({"level_determined_by": None}, "level_determined_by"),
        ({"level_report": "\u200b"}, "level_report"),
        ({"level_report_on": None}, "level_report_on"),
        ({"level_report_by": " "}, "level_report_by"),
        ({"level_determined_by": LevelSource.LOCAL_TL_SNAPSHOT, "level_report_on": None}, "level_report_on"),
    ],
)
def test_a_level_without_who_determined_it_or_without_its_whole_report_is_refused(
    session: Session, small: Small, changes: dict[str, Any], field: str
):
    interview = held(session, small)

    with pytest.raises(FieldMissingError) as refused:
        formalities.add_formality(session, interview.id, reported(**changes))

    assert refused.value.field == f"record_signature.{field}"


def test_what_is_no_electronic_signature_has_no_level(session: Session, small: Small):
    interview = held(session, small)

    with pytest.raises(FieldNotAskedError):
        formalities.add_formality(session, interview.id, reported(method=v.SignatureMethod.THUMBPRINT))


def test_a_level_is_kept_changed_and_taken_back_and_the_database_asks_for_the_report(
    session: Session, small: Small
):
    interview = held(session, small)
    added = formalities.add_formality(session, interview.id, reported())
    assert isinstance(added, RecordSignature)
    changed = replace(
        added, level_determined_by=LevelSource.NOT_DETERMINED_OFFLINE, level_report="", level_report_by=""
    )

    formalities.change_formality(session, changed)

    assert registry.RECORD_SIGNATURE.find(session.read, added.id) == changed
    for name, value in (("level_determined_by", None), ("level_report", ""), ("level_report_on", None)):
        with pytest.raises(ValueRefusedError), session.work() as work:
            work.save(replace(added, **{name: value}))


def test_a_level_is_told_once_and_a_method_that_states_another_stays():
    advanced = reported(level_claimed=SignatureLevel.ADVANCED_QUALIFIED_CERT)

    assert method_told(reported(), v.SignatureMethod.QUALIFIED_ES) is v.SignatureMethod.ADVANCED_ES
    for row in (advanced, signature(v.SignerRole.JUDGE)):
        assert method_told(row, v.SignatureMethod.QUALIFIED_ES) is v.SignatureMethod.QUALIFIED_ES
