"""What the office noted for itself, or left out of a bundle, leaves with no bundle: in no byte of it."""

import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from tests.support.leaks import leaks, readable
from tests.support.offices import BEGIN, IDENTITY, ROLE, Small, exhibit
from tests.support.records import held, outcome, rendition, sign, signed, turn
from tests.support.second_person import ALONE
from tests.support.testimony import END, SIGNED_BY_ALL, correction, presence
from tests.support.transfers import AT_HOME
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.interview import Interview
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import BundleOptions, PreparedBundle
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibit_files, exhibits
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.keeping import backups
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import formalities, interviews, read_back, records
from thb_desktop.services.testimony.segments import NewRendering
from thb_desktop.verify.pdf import check_pdf
from thb_desktop.words import sentence_about

PLACE = "Shelterstraat 77"


def act(action: v.CustodyAction) -> Act:
    return Act(
        action=action,
        occurred_at=BEGIN,
        actor="Registry",
        reason="Order",
        late_entry_reason="Paper file",
        document="Order 12" if action is v.CustodyAction.ERASED else "",
    )


def registered(session: Session, small: Small, **changes: Any) -> Exhibit:
    return exhibits.register_exhibit(session, exhibit(small, **changes), act(v.CustodyAction.SEIZED))


def prepared(session: Session, small: Small, *entries: Interview | Exhibit) -> PreparedBundle:
    options = BundleOptions(
        identities_because="Needed there",
        languages=("fr",) if any(isinstance(each, Interview) for each in entries) else (),
        purpose="Execution",
        recipient="Somebody",
        interview_ids=tuple(each.id for each in entries if isinstance(each, Interview)),
        exhibit_ids=tuple(each.id for each in entries if isinstance(each, Exhibit)),
        released_with=ALONE,
        transfer=AT_HOME,
    )
    return bundles.prepare_bundle(session, small.case.id, options)


def told(bundle: PreparedBundle, *words: str) -> list[tuple[str, str]]:
    return leaks(words, readable(bundle.pdf))


def broken(session: Session, bundle: PreparedBundle) -> list[str]:
    found = check_pdf(bundle.pdf, trusted_roots=[root_certificate(session.office_record)])
    return [each.code for each in found if each.standing is Standing.BROKEN]


def test_why_a_working_note_was_corrected_is_told_to_nobody(session: Session, small: Small):
    kept = registered(session, small, note="Telephone of Ana: 0470 11 22 33")
    noted = replace(kept, note="Telephone of Ana: 0470 44 55 66")
    corrections.correct(session, noted, "Ana called from her hiding place")

    bundle = prepared(session, small, kept)

    assert told(bundle, "Ana called from her hiding place", "0470 11 22 33", "0470 44 55 66") == []
    assert broken(session, bundle) == []
    told_inside = [each.reason for each in corrections.list_corrections(session, kept.id)]
    assert told_inside == ["Ana called from her hiding place"]


def test_the_backups_that_still_hold_a_copy_are_named_in_the_office_alone(
    session: Session, small: Small, tmp_path: Path
):
    kept = registered(session, small)
    exhibit_files.add_file(session, kept.id, source=BytesIO(os.urandom(100)), name="i.bin", media_type="a/b")
    backups.make_backup(session, tmp_path / "stick", label="Stick in Claire's safe")
    event = custody.record_custody_event(session, kept.id, act(v.CustodyAction.ERASED), second=ALONE)

    bundle = prepared(session, small, kept)

    assert [each.startswith("Stick in Claire's safe") for each in event.copies] == [True]
    assert told(bundle, "Claire's safe") == []
    assert broken(session, bundle) == []


def test_a_correction_in_a_language_that_is_left_out_stays_with_it(session: Session, small: Small):
    interview = held(session, small)
    english = NewRendering(
        language="en", text="Do you follow me?", kind=v.RenderingKind.RENDITION, author_id=None
    )
    segment = turn(session, interview, renderings=(rendition(), english))
    changed = outcome(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    read_back.read_back(session, interview.id, changed, SIGNED_BY_ALL)
    for language, before, after in (
        ("en", "Do you follow me?", "Can you follow?"),
        ("fr", "Comprenez-vous ?", "Vous comprenez ?"),
    ):
        row = correction(segment_id=segment.id, language=language, before=before, after=after, at=END)
        formalities.add_formality(session, interview.id, row)
    interview = sign(session, interview.id)

    bundle = prepared(session, small, interview)

    assert told(bundle, "Do you follow me?", "Can you follow?") == []
    assert {word for word, _ in told(bundle, "Vous comprenez ?")} == {"Vous comprenez ?"}
    (record,) = bundle.content.proof.records
    assert record.sha256 == interview.record_digest
    assert broken(session, bundle) == []


def test_no_page_tells_which_words_may_be_an_address_of_a_protected_person(session: Session, small: Small):
    known = replace(IDENTITY, person_id=small.person.id, addresses=(f"{PLACE}, 9000 Gent",))
    corrections.correct_identity(session, known, "Found in the register")
    interview = held(session, small)
    for text in (f"Stau la {PLACE} in Gent", "Inainte la Kerkstraat 5", "Da."):
        turn(session, interview, text=text)
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    inside = [each for each in interviews.check_interview(session, interview.id) if each.code == "V-I-22"]
    interview = sign(session, interview.id)

    bundle = prepared(session, small, interview)

    assert [each.key for each in inside] == ["V-I-22.in-turn"] * 2
    sentences = {sentence_about(each, "", "fr") for each in inside}
    assert told(bundle, "V-I-22", "Nothing else was possible: V-I-22.", *sentences) == []
    kept = records.get_interview(session, interview.id).warnings
    assert len(bundle.content.interviews[0].warnings) == len(kept) - 2
    assert broken(session, bundle) == []


def test_no_page_tells_for_whom_else_an_interpreter_worked(session: Session, small: Small):
    suspect = replace(ROLE, role=v.ProceduralRole.SUSPECT, led_category=v.LedCategory.SUSPECT)
    other = people.add_person(session, replace(small.person, id=PersonId(""), code="S-9"), None, (suspect,))
    held(session, small, number="I-UNSELECTED", person_id=other.id)
    interview, _ = signed(session, small)

    bundle = prepared(session, small, interview)

    inside = {each.rule for each in records.get_interview(session, interview.id).warnings}
    assert "V-I-05.also-for-a-suspect" in inside
    assert told(bundle, "also-for-a-suspect", "pour un suspect", "Nothing else was possible: V-I-05.") == []
    assert broken(session, bundle) == []


def test_a_row_that_was_struck_out_leads_nobody_into_a_bundle(session: Session, small: Small):
    other = people.add_person(
        session,
        replace(small.person, id=PersonId(""), code="W-77", identity_protection=v.IdentityProtection.NONE),
        None,
        (ROLE,),
    )
    wrong = people.add_interpreter(
        session, replace(small.interpreter, id=small.interpreter.id, code="P-88", name="Vasile Nimeni")
    )
    interview = held(session, small)
    engaged = records.get_interview(session, interview.id).engagements[0]
    for row in (
        presence(name="Somebody", role=v.PresenceRole.SUPPORT_PERSON, person_id=other.id),
        replace(engaged, interpreter_id=wrong.id),
    ):
        added = formalities.add_formality(session, interview.id, row)
        formalities.strike_formality(session, added, "Chosen by mistake")
    turn(session, interview)
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    interview = sign(session, interview.id)

    bundle = prepared(session, small, interview)

    assert [each.code for each in bundle.content.frame.persons] == [small.person.code]
    assert told(bundle, "W-77", "P-88", "Vasile Nimeni") == []
    assert {word for word, _ in told(bundle, "Chosen by mistake")} == {"Chosen by mistake"}
