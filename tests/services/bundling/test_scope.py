"""A bundle holds its scope and no more: nothing that was not selected occurs in any byte of it."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import resources
from tests.support.generated import load_generated_case
from tests.support.leaks import leaks, readable
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.second_person import Alone
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import BundleOptions, PreparedBundle
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry

NEVER = {
    "DEMO-A-PERLA": ("0700 000 016", "+40 700 000 016", "AB0000000", "بنعلي", "Benali"),
    "DEMO-B-SCHELDE": (),
}
WORKING = {"person", "exhibit", "account", "instrument", "case_object"}
"""Entries whose `note` is for the office alone."""
OFFICE = {"office", "user", "signing_identity", "bundle", "approval"}
OFFICE |= {"compartment_version", "compartment_grant"}
"""Tables that are of the office, not of a case."""


def case_of(session: Session, reference: str) -> CaseFile:
    return next(each.case for each in cases.list_cases(session) if each.case.reference == reference)


def bundle_of(session: Session, case: CaseFile, selected: Any) -> PreparedBundle:
    """The bundle of this one interview or exhibit."""
    own = selected.id
    is_interview = registry.INTERVIEW.find(session.read, own) is not None
    options = BundleOptions(
        identities_because="Needed there",
        languages=(case.language,),
        purpose="Execution",
        recipient="Somebody",
        interview_ids=(own,) if is_interview else (),
        exhibit_ids=() if is_interview else (own,),
        released_with=Alone(reason="Nobody else is here"),
        transfer=AT_HOME,
    )
    return bundles.prepare_bundle(session, case.id, options)


def rows_of(session: Session, case: CaseFile) -> list[tuple[str, Any]]:
    """Every row of a case as it rests, with the name of its table."""
    every = [
        (table.name, value)
        for table in registry.TABLES
        if table.name not in OFFICE
        for value in table.all(session.read)
    ]
    return [
        (name, value)
        for name, value in every
        if getattr(value, "case_id", case.id) == case.id or name == "case_file"
    ]


def scope_of(rows: list[tuple[str, Any]], case: CaseFile, selected: Any) -> set[int]:
    """The places of the rows that a bundle of one entry may show: its parts, and what those point to by id.

    It is told by comparing ids alone, without asking the program what refers to what.
    """
    places = {getattr(value, "id", ""): place for place, (_, value) in enumerate(rows)}
    inside = {place for place, (name, value) in enumerate(rows) if value in (case, selected)}
    parents = {selected.id}
    parents |= {
        value.id
        for _, value in rows
        if {getattr(value, "interview_id", ""), getattr(value, "exhibit_id", "")} & parents
    }
    inside |= {
        place
        for place, (_, value) in enumerate(rows)
        if any(
            getattr(value, name, "") in parents for name in ("id", "interview_id", "exhibit_id", "segment_id")
        )
    }
    while True:
        pointed = {
            places[word]
            for place in inside
            for word in _words(rows[place][1])
            if word in places and rows[places[word]][0] not in ("interview", "exhibit", "case_file")
        }
        lead = {
            place
            for place, (name, value) in enumerate(rows)
            if name == "authority" and value.part.value == "LEAD"
        }
        held = {rows[place][1].id for place in inside if rows[place][0] == "person"}
        roles = {
            place
            for place, (name, value) in enumerate(rows)
            if name == "person_role" and value.person_id in held
        }
        if pointed | lead | roles <= inside:
            return inside
        inside |= pointed | lead | roles


def forbidden_of(session: Session, case: CaseFile, selected: Any) -> set[str]:
    """The words that may occur nowhere: of identities, of working notes, of what is not in the scope."""
    rows = rows_of(session, case)
    inside = scope_of(rows, case, selected)
    allowed = "\n".join(
        [word for place in inside for word in _words(_without_note(rows[place]))]
        + [day for place in inside for day in _days(rows[place][1])]
        + [word for user in registry.USER.all(session.read) for word in (user.id, user.name)]
        + [text.replace("{number}", selected.number) for text in _printed_words()]
    )
    outside = {word for place, row in enumerate(rows) if place not in inside for word in _words(row[1])}
    notes = {value.note for name, value in rows if name in WORKING and getattr(value, "note", "")}
    notes |= {
        word
        for name, value in rows
        for word in ((value.reason,) if _is_inward(name, value) else getattr(value, "copies", ()))
    }
    words = outside | notes | _identities(session, case) | set(NEVER.get(case.reference, ()))
    words -= {value.media_type for name, value in rows if name == "exhibit_file"}
    return {word for word in words if _tells_something(word) and word not in allowed}


def _tells_something(word: str) -> bool:
    """Not what any text may hold by chance: a price in whole euros, the label of a turn."""
    return re.fullmatch(r"[A-Z]+-\w+", word) is not None or (len(word) > 4 and not word.isdigit())


def _without_note(row: tuple[str, Any]) -> object:
    name, value = row
    if name == "custody_event":
        return replace(value, copies=())
    if _is_inward(name, value):
        return replace(value, reason="", said=())
    return replace(value, note="") if name in WORKING and hasattr(value, "note") else value


def _is_inward(name: str, value: Any) -> bool:
    """A warning that tells of an address, or of for whom else an interpreter worked."""
    return name == "warning_reason" and value.rule.startswith(("V-I-22", "V-I-05.also-for"))


def _identities(session: Session, case: CaseFile) -> set[str]:
    known: set[str] = set()
    for person in people.list_persons(session, case.id):
        identity = people.reveal_identity(session, person.id, justification="CASE_WORK", second=ALONE)
        known |= set(_words(replace(identity, person_id=person.id))) - {person.id}
        known |= {contact.partition(" (")[0] for contact in identity.contacts}
    return known


def _words(value: object) -> Iterator[str]:
    if isinstance(value, StrEnum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _words(getattr(value, each.name))


def _days(value: Any) -> Iterator[str]:
    """The days of the moments of a row: another row may be about the same day."""
    held = (getattr(value, each.name) for each in fields(value))
    return (each.date().isoformat() for each in held if isinstance(each, datetime))


@cache
def _printed_words() -> tuple[str, ...]:
    """What every bundle says in words of its own."""
    folders = (files(resources) / "texts" / "bundle", *(files(resources) / "words").iterdir())
    found = []
    for folder in folders:
        if folder.is_dir():
            found += [each.read_text("utf-8") for each in folder.iterdir() if each.name.endswith(".toml")]
    return tuple(found)


def first(session: Session, case: CaseFile, kind: str) -> Any:
    table = {"interview": registry.INTERVIEW, "exhibit": registry.EXHIBIT}[kind]
    return table.where(session.read, "case_id", case.id)[0]  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["interview", "exhibit"])
@pytest.mark.parametrize("reference", list(NEVER))
def test_a_bundle_of_one_entry_of_a_sample_case_holds_nothing_else(
    samples: Session, reference: str, kind: str
):
    case = case_of(samples, reference)
    selected = first(samples, case, kind)
    forbidden = forbidden_of(samples, case, selected)

    found = leaks(forbidden, readable(bundle_of(samples, case, selected).pdf))

    assert len(forbidden) > 300
    assert [f"{word!r} in {place}" for word, place in found] == []


@pytest.mark.parametrize("kind", ["interview", "exhibit"])
def test_a_bundle_of_one_entry_of_a_generated_case_holds_nothing_else(
    session: Session, tmp_path: Path, kind: str
):
    case = load_generated_case(session, tmp_path / "generated")
    selected = first(session, case, kind)
    forbidden = forbidden_of(session, case, selected)

    found = leaks(forbidden, readable(bundle_of(session, case, selected).pdf))

    assert len(forbidden) > 300
    assert [f"{word!r} in {place}" for word, place in found] == []


def test_corrections_of_what_is_selected_are_told_and_no_others(samples: Session):
    case = case_of(samples, "DEMO-A-PERLA")
    chosen, other = registry.EXHIBIT.where(samples.read, "case_id", case.id)[:2]
    collectors = people.list_officials(samples, case.id)
    former = next(each for each in collectors if each.id != chosen.collected_by)
    corrections.correct(samples, replace(chosen, collected_by=former.id), "Wrong officer chosen")
    corrections.correct(samples, replace(chosen, source="The green kitchen"), "Wrong room chosen")
    corrections.correct(samples, replace(chosen, source="Room", note="Do not tell"), "Misread")
    corrections.correct(samples, replace(other, source="The red cellar"), "Another wrong room")
    person = people.list_persons(samples, case.id)[0]
    corrections.correct(samples, replace(person, code="V-99"), "It was a name of somebody")
    selected = next(
        each for each in registry.EXHIBIT.where(samples.read, "case_id", case.id) if each.id == chosen.id
    )

    prepared = bundle_of(samples, case, selected)

    told = {each.field for each in prepared.content.frame.corrections}
    assert told == {"collected_by", "source"}
    shown = {"The green kitchen", "Wrong officer chosen", former.name, "Misread"}
    assert {word for word, _ in leaks(shown, readable(prepared.pdf))} == shown
    never = {"The red cellar", "Another wrong room", "Do not tell", "It was a name of somebody"}
    assert leaks(never, readable(prepared.pdf)) == []


def test_a_pseudonym_that_once_was_a_name_leaves_no_trace_in_a_bundle(samples: Session):
    case = case_of(samples, "DEMO-A-PERLA")
    interview = first(samples, case, "interview")
    person = next(each for each in people.list_persons(samples, case.id) if each.id == interview.person_id)
    corrections.correct(samples, replace(person, code="Ana Exemplu-Nou"), "Typed by mistake")
    corrections.correct(samples, person, "The name of Ana Exemplu-Nou stood there")

    prepared = bundle_of(samples, case, interview)

    assert [each.field for each in prepared.content.frame.corrections] == ["code", "code"]
    assert leaks({"Ana Exemplu-Nou", "Typed by mistake"}, readable(prepared.pdf)) == []
