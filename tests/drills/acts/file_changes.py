"""What changes the file of a case: each change begun on an unlocked vault, and recognised afterwards."""

import hashlib
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.drills.acts.office import MIB, Template, noise, turn, unlock
from tests.drills.acts.operation import Act, quiet
from tests.support.offices import BEGIN, IDENTITY, act, case_file, exhibit
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.assessment import AssessmentMethod, IndividualAssessment
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import ExhibitId, PersonId
from thb_desktop.domain.people import Person
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.bundling import bundles
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibit_files, exhibits
from thb_desktop.services.office import consultations
from thb_desktop.services.persons import people, sealed
from thb_desktop.services.testimony import interviews, renderings, segment_drafts, segments
from thb_desktop.vault.tables import registry
from thb_desktop.verify.pdf import check_pdf

_TEXT = "Da, înțeleg. "
_SEIZED = noise(3 * MIB, seed=99)
_PAPER = "E-9"
_SEED = b"abandon ability able about above absent"
_ASSESSMENT = IndividualAssessment(
    person_id=PersonId(""),
    version=0,
    made_at=BEGIN,
    made_by="S. Moreau",
    method=AssessmentMethod.BASIC,
    wishes="Not to be called at home",
)


def open_case(folder: Path, _: Template) -> Act:
    return quiet(partial(cases.open_case, unlock(folder), case_file(reference="2026/2")))


def case_found(session: Session, _: Path, __: Template) -> bool:
    return any(case.reference == "2026/2" for case in registry.CASE_FILE.all(session.read))


def add_person(folder: Path, template: Template) -> Act:
    person = Person(
        id=PersonId(""),
        case_id=template.small.case.id,
        code="V-02",
        sex=v.Sex.FEMALE,
        age_status=v.AgeStatus.ADULT_CONFIRMED,
        identity_protection=v.IdentityProtection.PSEUDONYM,
        language="ro",
    )
    return quiet(partial(people.add_person, unlock(folder), person, IDENTITY))


def person_found(session: Session, _: Path, template: Template) -> bool:
    persons = registry.PERSON.where(session.read, "case_id", template.small.case.id)
    sealed = session.read.execute("SELECT count(*) FROM sealed_identity").fetchone()[0]
    assert sealed == len(persons), "a person without the sealed identity"
    return any(person.code == "V-02" for person in persons)


def add_segment(folder: Path, template: Template) -> Act:
    return quiet(partial(segments.add_segment, unlock(folder), template.draft, **turn()))


def segment_found(session: Session, _: Path, template: Template) -> bool:
    held = registry.SEGMENT.where(session.read, "interview_id", template.draft)
    return len(held) == 2


def translate(folder: Path, template: Template) -> Act:
    session, kind = unlock(folder), v.RenderingKind.RENDITION
    write = partial(renderings.set_rendering_text, session, template.segment, language="en", kind=kind)
    return quiet(partial(write, text=_TEXT * 200, author_id=None))


def translation_found(session: Session, _: Path, template: Template) -> bool:
    made = registry.RENDERING.where(session.read, "segment_id", template.segment)
    return any(rendering.text == _TEXT * 200 for rendering in made)


def save_draft(folder: Path, template: Template) -> Act:
    return quiet(partial(segment_drafts.save_draft, unlock(folder), template.segment, "fr", _TEXT * 800))


def draft_found(session: Session, _: Path, template: Template) -> bool:
    kept = segment_drafts.drafts_of(session, template.draft)
    assert all(draft.text == _TEXT * 800 for draft in kept), "half of a draft"
    return bool(kept)


def with_draft(folder: Path, template: Template) -> None:
    session = unlock(folder)
    segment_drafts.save_draft(session, template.segment, "fr", _TEXT * 800)
    session.close()


def discard_draft(folder: Path, template: Template) -> Act:
    return quiet(partial(segment_drafts.discard_draft, unlock(folder), template.segment, "fr"))


def discarded_found(session: Session, folder: Path, template: Template) -> bool:
    return not draft_found(session, folder, template)


def freeze(folder: Path, template: Template) -> Act:
    """With a reason for each warning; what warns is asked before, because asking is recorded as a look."""
    session = unlock(folder)
    told = interviews.check_interview(session, template.read)
    reasons = [(found, "Nothing else was possible.") for found in told]
    return quiet(partial(interviews.sign_interview, session, template.read, reasons))


def frozen_found(session: Session, _: Path, template: Template) -> bool:
    interview = registry.INTERVIEW.find(session.read, template.read)
    assert interview is not None, "an interview is gone"
    return interview.is_signed


def register(folder: Path, template: Template) -> Act:
    new = exhibit(template.small, number="E-2")
    return quiet(partial(exhibits.register_exhibit, unlock(folder), new, act(occurred_at=BEGIN)))


def exhibit_found(session: Session, _: Path, __: Template) -> bool:
    found = [each for each in registry.EXHIBIT.all(session.read) if each.number == "E-2"]
    assert all(custody.list_events(session, each.id) for each in found), "an exhibit without its first event"
    return bool(found)


def take_in(folder: Path, template: Template) -> Act:
    source = folder.with_name("source.bin")
    source.write_bytes(_SEIZED)
    add_file = partial(exhibit_files.add_file, unlock(folder), template.exhibit)
    return quiet(partial(add_file, source=source, name="seized.bin", media_type="application/octet-stream"))


def file_found(session: Session, _: Path, template: Template) -> bool:
    for file in registry.EXHIBIT_FILE.where(session.read, "exhibit_id", template.exhibit):
        if file.name == "seized.bin":
            with exhibit_files.open_file(session, file.id) as opened:
                assert opened.read() == _SEIZED, "a file that is not the one that was taken in"
            return True
    return False


def record_custody(folder: Path, template: Template) -> Act:
    stored = act(v.CustodyAction.STORED, occurred_at=BEGIN, place="Registry, cupboard 4")
    return quiet(partial(custody.record_custody_event, unlock(folder), template.exhibit, stored))


def custody_found(session: Session, _: Path, template: Template) -> bool:
    return any(event.place.endswith("cupboard 4") for event in custody.list_events(session, template.exhibit))


def erase(folder: Path, template: Template) -> Act:
    erased = act(v.CustodyAction.ERASED, occurred_at=BEGIN)
    record = partial(custody.record_custody_event, unlock(folder), template.exhibit, second=ALONE)
    return quiet(partial(record, act=erased))


def erasure_found(session: Session, _: Path, template: Template) -> bool:
    """The event, and with it no object any more; or neither."""
    told = any(event.action == "ERASED" for event in custody.list_events(session, template.exhibit))
    here = set(session.vault.content.object_ids())
    held = [file.object_id in here for file in template.files if file.exhibit_id == template.exhibit]
    assert held, "the exhibit of the template has files"
    assert not any(held) if told else all(held), "an erasure that is told and not done, or done and not told"
    return told


def correct_person(folder: Path, template: Template) -> Act:
    right = replace(template.small.person, code="V-07", note="Taller than noted")
    return quiet(partial(corrections.correct, unlock(folder), right, "Misread"))


def correction_found(session: Session, _: Path, template: Template) -> bool:
    person = people.get_person(session, template.small.person.id)
    rows = corrections.list_corrections(session, person.id)
    assert len(rows) == (2 if person.code == "V-07" else 0), "a correction of which a half is there"
    return person.code == "V-07"


def add_assessment(folder: Path, template: Template) -> Act:
    add = partial(sealed.add_assessment, unlock(folder), template.small.person.id)
    return quiet(partial(add, _ASSESSMENT))


def assessment_found(session: Session, _: Path, template: Template) -> bool:
    person = template.small.person.id
    if not sealed.count_assessments(session, person):
        return False
    revealed = sealed.reveal_assessment(session, person, justification="Drill")
    assert revealed.wishes == _ASSESSMENT.wishes, "another assessment than was sealed"
    return True


def with_key_exhibit(folder: Path, template: Template) -> None:
    session = unlock(folder)
    paper = exhibit(template.small, number=_PAPER, kind=v.ExhibitKind.SECRET_KEY_MATERIAL)
    exhibits.register_exhibit(session, paper, act(occurred_at=BEGIN))
    session.close()


def add_key_material(folder: Path, _: Template) -> Act:
    session = unlock(folder)
    add = partial(sealed.add_key_material, session, _paper(session), second=ALONE)
    return quiet(lambda: add(bytearray(_SEED)))


def key_material_found(session: Session, _: Path, __: Template) -> bool:
    if not any(
        item.compartment is v.Compartment.KEY_MATERIAL for item in registry.SEALED_ITEM.all(session.read)
    ):
        return False
    revealed = sealed.reveal_key_material(session, _paper(session), justification="Drill", second=ALONE)
    assert revealed == _SEED, "another secret than was sealed"
    return True


def _paper(session: Session) -> ExhibitId:
    return next(each.id for each in registry.EXHIBIT.all(session.read) if each.number == _PAPER)


def export(folder: Path, template: Template) -> Act:
    session = unlock(folder)
    chosen = bundles.BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution of EIO-1",
        recipient="DIICOT",
        interview_ids=(template.signed,),
        exhibit_ids=(template.exhibit,),
        released_with=ALONE,
        transfer=AT_HOME,
    )
    prepared = bundles.prepare_bundle(session, template.small.case.id, chosen)
    return quiet(partial(bundles.sign_bundle, session, prepared, _bundle_of(folder), second=ALONE))


def bundle_found(session: Session, folder: Path, _: Template) -> bool:
    """A file under the bundle's name is recorded and verified; a recorded bundle lies under it, or beside."""
    target = _bundle_of(folder)
    recorded = {bundle.sha256 for bundle in registry.BUNDLE.all(session.read)}
    if target.exists():
        findings = check_pdf(target, trusted_roots=[root_certificate(session.office_record)])
        assert verdict(findings) is not Standing.BROKEN, "a bundle that does not hold has its final name"
        assert _digest(target) in recorded, "a bundle has its final name and no event tells of it"
    there = [target] if target.exists() else list(target.parent.glob(f"{target.name}.*.part"))
    assert recorded <= set(map(_digest, there)), "a bundle is recorded and its file is nowhere"
    entries = consultations.list_consultations(session)
    told = sum(entry.kind == Consulted.BUNDLE_RELEASED for entry in entries)
    assert told == len(recorded), "a bundle is recorded and not told as released, or the other way"
    return bool(recorded)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _bundle_of(folder: Path) -> Path:
    return folder.with_name("bundle.pdf")
