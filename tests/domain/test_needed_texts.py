"""Texts that a row must have are told of every column of which the database wants one."""

import re
from collections.abc import Mapping
from importlib.resources import files

import pytest

from thb_desktop.domain.needed_texts import ALWAYS, SOMETIMES, lacks_text
from thb_desktop.domain.record import Plain

NO_BLANKS = ("", " ", "\u00a0", "\u200b", "\u3164", " \u2060\t")
OF_THE_PROGRAM = {
    *{"agreed", "assignment_id", "certificate", "data", "digest", "entity", "field", "foreign_id", "form"},
    *{
        "fingerprint",
        "language",
        "nationality",
        "root",
        "run_id",
        "salt",
        "sealed",
        "sha256",
        "source_digest",
    },
    *{"source_sha256", "state", "strokes", "subject_id", "target_language", "weak_digest", "words_digest"},
    *{"from_language", "to_language", "wrapped", "wrong_value", "head_root", "recorder"},
}
"""Columns that the program writes itself, or of which a code or a form of their own is asked."""
OF_DAYS = {"born", "decided_on", "keep_until", "period_from", "period_to", "reflection_since"}
OF_DAYS |= {"reflection_until", "registered_until", "said_on", "since", "until"}
"""Columns whose days are read before they are kept."""
OF_OTHERS = {
    *{("digest_list", "name"), ("exhibit_file", "name"), ("file_place", "path"), ("taken_out", "place")},
    *{("received_item", "number"), ("received_notice", "number"), ("received_notice", "text")},
    ("received_notice", "sent_number"),
    *{("received_package", "number")},
}
"""Names that are kept as they came, or as a system wrote them: also a blank one is what it is."""
OF_RULES = {
    *{("correction", "subject"), ("given_notice", "subject"), ("warning_reason", "rule")},
    *{("case_file", "language"), ("language_job", "source_sha256")},
}
"""Ids and codes of rules."""


def test_each_text_that_the_database_wants_is_told() -> None:
    wanted = {(table, column) for table, column in columns_with_text() if not is_left(table, column)}
    told = {(table, name) for table, names in ALWAYS.items() for name in names}
    told |= {(table, name) for table, some in SOMETIMES.items() for needed in some for name in needed.names}
    assert sorted(wanted - told) == []
    assert sorted(told - wanted) == []


def is_left(table: str, column: str) -> bool:
    return column in OF_THE_PROGRAM | OF_DAYS or (table, column) in OF_OTHERS | OF_RULES


def columns_with_text() -> set[tuple[str, str]]:
    """Each column that a CHECK compares with an empty text."""
    schema = files("thb_desktop.vault.migrations").joinpath("whole.sql").read_text("utf-8")
    found = set[tuple[str, str]]()
    for table, body in re.findall(r"CREATE TABLE (\w+) \((.*?)\n?\)[^)\n]*STRICT", schema, re.DOTALL):
        for name in re.findall(r"(?:trim\()?\b(\w+)\)? (?:<>|=) ''", body):
            found.add((table, name))
    return found


ROWS: Mapping[str, Mapping[str, Plain]] = {
    "approval": {"kind": "ALONE"},
    "bank_statement": {"same_by": "U-1"},
    "custody_event": {"action": "CORRECTION"},
    "disclosure": {"instrument_id": None},
    "transmission": {"instrument_id": None},
    "online_capture": {"logged_in": 1, "covert": 1},
    "person_claim": {"basis": "OTHER_PERSON", "said_by_id": None, "interview_id": None, "exhibit_id": None},
    "received_item": {"exhibit_id": None},
    "record_decision": {"kind": "ANNULLED"},
    "record_signature": {"method": "REFUSED", "level_determined_by": "EXTERNAL_VALIDATION_REPORT"},
    "user": {"bound_as": "SELF_ISSUED_VOUCHED_BY"},
    "signature_check": {"level_determined_by": "EXTERNAL_VALIDATION_REPORT"},
    "redaction": {"withdraws_id": "R-1"},
    "revision_verdict": {"kind": "DISPUTES"},
    "exhibit": {"keep_until": "2030-01-01"},
}
"""Rows that must have the texts of SOMETIMES; all others are withdrawn and closed."""


@pytest.mark.parametrize("table", sorted({*ALWAYS, *SOMETIMES}))
def test_a_text_that_nobody_can_read_is_none(table: str) -> None:
    names = {*ALWAYS.get(table, ()), *(name for some in SOMETIMES.get(table, ()) for name in some.names)}
    which: Mapping[str, Plain] = {"withdrawn_at": "2026", "closed_at": "2026", **ROWS.get(table, {})}
    whole = {**dict.fromkeys(names, "a word"), **which}
    assert not lacks_text(table, whole)
    for name in names:
        for blank in NO_BLANKS:
            assert lacks_text(table, {**whole, name: blank}), (name, blank)


def test_a_row_of_another_kind_needs_no_text() -> None:
    assert not lacks_text("approval", {"subject": "X", "kind": "APPROVED", "reason": ""})
    assert not lacks_text("record_signature", {"name": "X", "method": "BY_HAND", "reason": ""})
    assert not lacks_text(
        "disclosure", {"number": "1", "purpose": "a", "recipient": "b", "instrument_id": "I-1", "basis": ""}
    )
    assert not lacks_text("revision_verdict", {"kind": "AGREES", "own_text": "", "reason": ""})
