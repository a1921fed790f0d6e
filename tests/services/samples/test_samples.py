"""The two sample cases: loaded whole, through the use cases, with nobody's name outside its seal."""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import pytest

from resources import cases as sample_files
from tests.support.offices import JUDGE
from tests.support.samples import sample
from tests.support.second_person import ALONE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.custody_rules import has_open_transfer
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.interview_closing import check_certified
from thb_desktop.domain.interview_conditions import check_conditions
from thb_desktop.domain.interview_record import InterviewInFull, Side
from thb_desktop.domain.interview_rules import check_interview
from thb_desktop.errors import AlreadyExistsError
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people
from thb_desktop.services.samples import Sample, load_sample_case
from thb_desktop.services.testimony import interviews, records
from thb_desktop.vault.rebuild import rebuild
from thb_desktop.vault.tables import chain, registry

NAMES = {Sample.PERLA: "case_a_perla.json", Sample.SCHELDE: "case_b_abattoir.json"}
REFERENCES = {Sample.PERLA: "DEMO-A-PERLA", Sample.SCHELDE: "DEMO-B-SCHELDE"}
each_sample = pytest.mark.parametrize("name", list(Sample))


def data_of(name: Sample) -> Any:
    return json.loads(files(sample_files).joinpath(name.value, NAMES[name]).read_text("utf-8"))


def supplement_of(name: Sample) -> Any:
    return json.loads(files(sample_files).joinpath(name.value, "formalities.json").read_text("utf-8"))


def case_of(session: Session, name: Sample) -> CaseFile:
    return next(
        summary.case for summary in cases.list_cases(session) if summary.case.reference == REFERENCES[name]
    )


def interviews_of(session: Session, name: Sample) -> list[InterviewInFull]:
    listed = interviews.list_interviews(session, case_of(session, name).id)
    return [records.get_interview(session, each.interview.id) for each in listed]


def exhibits_of(session: Session, name: Sample) -> dict[str, ExhibitInFull]:
    listed = exhibits.list_exhibits(session, case_of(session, name).id)
    return {each.exhibit.number: exhibits.get_exhibit(session, each.exhibit.id) for each in listed}


def results(exhibit: ExhibitInFull) -> list[v.VerificationResult | None]:
    return [entry.event.result for entry in exhibit.custody if entry.event.action is v.CustodyAction.VERIFIED]


@each_sample
def test_a_case_is_loaded_with_all_that_its_data_hold(read_samples: Session, name: Sample):
    data, case = data_of(name), case_of(read_samples, name)

    people_of = (
        *people.list_officials(read_samples, case.id),
        *people.list_interpreters(read_samples, case.id),
        *people.list_persons(read_samples, case.id),
    )
    objects = cases.list_objects(read_samples, case.id)
    things = ("phones", "ads", "addresses", "vehicles", "companies", "payslips")

    loader = {each.code for each in people_of if getattr(each, "name", "") == JUDGE}
    translator = {each["code"] for each in supplement_of(name)["translators"]}
    assert {each.code for each in people_of} == {each["id"] for each in data["persons"]} | loader | translator
    assert len(objects) == sum(len(data.get(thing, [])) for thing in things)
    assert {each.number for each in cooperation.list_instruments(read_samples, case.id)} == {
        each["id"] for each in data["cooperation"]
    }
    assert set(exhibits_of(read_samples, name)) == {each["id"] for each in data["evidence"]}
    assert len(cases.list_proceedings(read_samples, case.id)) == len(data["case"]["offences"])
    assert len(finance.list_accounts(read_samples, case.id)) == len(data["bank"]) + len(
        data.get("crypto", [])
    )
    assert len(finance.list_transactions(read_samples, case.id)) == len(data.get("transactions", [])) + sum(
        len(wallet["tx"]) for wallet in data.get("crypto", [])
    )


@each_sample
def test_every_interview_is_signed_with_its_formalities(read_samples: Session, name: Sample):
    for record in interviews_of(read_samples, name):
        assert record.interview.state is v.InterviewState.SIGNED
        assert record.digest == record.interview.record_digest
        found = check_interview(record, now=read_samples.clock.read().at)
        refused = [finding for finding in found if finding.standing is Standing.BROKEN]
        assert [finding.code for finding in refused] == ["V-I-08"]
        assert record.engagements
        assert record.presences


def test_what_is_doubtful_of_the_interviews_is_told_as_their_data_have_it(read_samples: Session):
    """I-02 of PERLA was held without safeguards; who was granted a reflection period was heard within it."""
    told = {
        (name.value, record.interview.number): [
            finding.key
            for finding in check_interview(record, now=read_samples.clock.read().at)
            if finding.code in {"V-I-13", "V-I-14", "V-I-16", "V-I-22"}
        ]
        for name in Sample
        for record in interviews_of(read_samples, name)
    }

    in_reflection = ["V-I-14.reflection"]
    assert told == {
        **{("perla", f"I-0{number}"): in_reflection for number in (1, 3, 4, 5, 6)},
        ("perla", "I-02"): ["V-I-13.same-sex-not-asked", "V-I-14.reflection-not-known"],
        **{("schelde", f"I-0{number}"): in_reflection for number in (1, 3, 4, 5)},
        ("schelde", "I-02"): [],
    }


def test_what_is_expected_in_certain_cases_is_entered(read_samples: Session):
    """The registers of the sworn interpreters, to what their oaths refer, and why a wish was refused."""
    records = [each for name in Sample for each in interviews_of(read_samples, name)]

    assert [found for each in records for found in check_conditions(each.without_struck())] == []
    assert {
        (interpreter.register_state, interpreter.registered_until)
        for each in records
        for interpreter in each.interpreters
        if each.engagements[0].interpreter_id == interpreter.id
    } == {("BE", date(2028, 12, 31))}


def test_what_a_person_said_at_a_line_up_stands_in_their_record_in_the_same_words(read_samples: Session):
    full = next(each for each in interviews_of(read_samples, Sample.SCHELDE) if each.lineups)

    said = [each.segment.source_text for each in full.segments]

    assert [each.certainty in said for each in full.lineups] == [True]


def test_who_said_what_is_told_apart(read_samples: Session):
    """In PERLA all that was said in French was written down; in SCHELDE nothing that was said in Dutch."""
    perla, schelde = (interviews_of(read_samples, name) for name in Sample)

    spoken = {
        (record.interview.number, one.language)
        for record in perla
        for each in record.segments
        for one in each.renderings
        if one.kind is v.RenderingKind.RENDITION
    }
    to_the_person = {(record.interview.number, record.interview.language) for record in perla[:5]}
    assert spoken == {(f"I-0{number}", "fr") for number in range(1, 7)} | to_the_person
    assert all(record.segments[0].segment.language == "fr" for record in perla[:5])
    for record in schelde:
        question, answer = record.segments[:2]
        assert question.side("nl") == Side(text=None, is_original=True)
        assert question.side(record.interview.language).author == record.engagements[0].interpreter_id
        assert answer.side(record.interview.language).is_original
        assert answer.renderings == ()
        # V-I-32 counts what stands in writing: the questions as the person heard them, and no answer.
        questions = [each for each in record.segments if each.segment.kind is v.UtteranceKind.QUESTION]
        (told,) = check_certified(record)
        assert (told.key, told.values["count"]) == ("V-I-32.lacking", len(questions))
        assert [each for each in record.segments if each not in questions and each.renderings] == []
    assert all("niet opgeschreven" in record.engagements[0].notes for record in schelde)


def test_an_interview_that_was_broken_off_says_so(read_samples: Session):
    broken_off = interviews_of(read_samples, Sample.PERLA)[1]

    assert broken_off.interview.recording_id is None
    assert broken_off.interview.readback_mode is v.ReadbackMode.NOT_POSSIBLE
    assert broken_off.interview.readback_note
    assert {each.method for each in broken_off.signatures if each.role is v.SignerRole.PERSON_HEARD} == {
        v.SignatureMethod.UNABLE
    }


def test_relay_and_video_link_are_told(read_samples: Session):
    records = interviews_of(read_samples, Sample.SCHELDE)

    assert records[0].engagements[0].relay_note.startswith("vi -> en -> nl")
    assert records[3].interview.medium is v.Medium.VIDEO_LINK
    assert any(each.place is v.PresencePlace.REMOTE for each in records[3].presences)
    assert [each.interview.number for each in records if each.corrections] == ["I-02"]


@each_sample
def test_every_file_is_kept_byte_for_byte(read_samples: Session, name: Sample):
    data, kept = data_of(name), exhibits_of(read_samples, name)
    folder, checked = files(sample_files).joinpath(name.value), 0

    for told in data["evidence"]:
        paths = [told["file"]] if isinstance(told.get("file"), str) else told.get("file", [])
        for path, file in zip(paths, kept[told["id"]].files, strict=True):
            original = folder.joinpath(path).read_bytes()
            with exhibit_files.open_file(read_samples, file.id) as opened:
                assert opened.read() == original
            assert (file.sha256, file.size) == (hashlib.sha256(original).hexdigest(), len(original))
            checked += 1

    assert checked == len(list(_files(folder.joinpath("files"))))


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        yield from _files(entry) if entry.is_dir() else (entry,)


def test_the_custody_of_the_cases_is_kept_with_its_faults(read_samples: Session):
    perla, schelde = (exhibits_of(read_samples, name) for name in Sample)

    assert results(perla["E-07"]) == [v.VerificationResult.MATCH, v.VerificationResult.MISMATCH]
    first, second = (entry.event for entry in perla["E-16"].custody)
    assert first.occurred_at > second.occurred_at
    assert [entry.event.seal for entry in perla["E-02"].custody][-2:] == ["BE-0000110", "BE-0000111"]
    assert perla["E-18"].exhibit.parent_id == perla["E-03"].exhibit.id
    assert perla["E-18"].exhibit.root_id == perla["E-03"].exhibit.id
    received = schelde["E-02"].custody[2].event
    assert (received.action, received.from_party) == (
        v.CustodyAction.TRANSFER_IN,
        "mr. Daan Hoekstra (P-NL-OVJ)",
    )
    assert has_open_transfer([entry.event for entry in schelde["E-05"].custody])
    for exhibit in (*perla.values(), *schelde.values()):
        assert all(entry.event.late_entry_reason for entry in exhibit.custody)


def test_what_an_officer_of_the_other_state_took_there_came_from_no_authority_abroad(read_samples: Session):
    schelde = exhibits_of(read_samples, Sample.SCHELDE)

    statement, *_ = (entry.event for entry in schelde["E-09"].custody)

    assert (statement.action, statement.actor) == (v.CustodyAction.COLLECTED, "Femke de Wit (P-INV2)")


def test_the_basis_of_an_order_is_none_of_its_measures(read_samples: Session):
    orders = cooperation.list_instruments(read_samples, case_of(read_samples, Sample.SCHELDE).id)

    (order,) = (each for each in orders if each.number == "FO-1")

    assert (order.basis, order.measures) == ("Regulation (EU) 2018/1805", ("120 000.00 EUR",))


def test_of_an_address_it_is_not_said_who_keeps_its_keys(read_samples: Session):
    """The data of the case name addresses, and no provider."""
    accounts = finance.list_accounts(read_samples, case_of(read_samples, Sample.PERLA).id)

    kinds = {each.number: each.kind for each in accounts}

    assert kinds["BTC-1"] is kinds["TRX-1"] is v.AccountKind.CRYPTO_ADDRESS
    assert kinds["BK-1"] is v.AccountKind.BANK


def test_check_digits_and_amounts_are_those_of_the_data(read_samples: Session):
    accounts = {
        account.number: account.checksum
        for name in Sample
        for account in finance.list_accounts(read_samples, case_of(read_samples, name).id)
    }
    moved = finance.list_transactions(read_samples, case_of(read_samples, Sample.SCHELDE).id)

    assert set(accounts.values()) == {v.ChecksumState.VALID}
    assert [(each.amount, each.currency) for each in moved] == [
        ("41268.00", "EUR"),
        ("29700.00", "EUR"),
        ("9500.00", "EUR"),
    ]


@each_sample
def test_who_the_persons_are_stands_in_their_seal_alone(samples: Session, name: Sample):
    data, case = data_of(name), case_of(samples, name)
    known = {each["id"]: each for each in data["persons"] if each["role"] in ("victim", "suspect")}
    names = [each[part] for each in known.values() for part in ("name", "latin", "born") if each.get(part)]
    withheld = data["expected"].get("must_never_appear_in_party_copy", [])

    cells = list(_cells(samples, without={"segment", "rendering", "correction", "rendering_version"}))

    assert len(cells) > 2000
    assert [word for word in (*names, *withheld) if any(word in cell for cell in cells)] == []
    for person in people.list_persons(samples, case.id):
        identity = people.reveal_identity(
            samples, PersonId(person.id), justification="CASE_WORK", second=ALONE
        )
        assert identity.name == (known[person.code]["name"] or "")
    if name is Sample.PERLA:
        victim = next(each for each in people.list_persons(samples, case.id) if each.code == "V-01")
        identity = people.reveal_identity(samples, victim.id, justification="CASE_WORK", second=ALONE)
        assert "+40 700 000 016" in identity.contacts[0]


def _cells(session: Session, *, without: set[str]) -> Iterator[str]:
    for table in registry.TABLES:
        if table.name not in without:
            for row in table.rows(session.read):
                yield from (str(cell) for cell in row)


def test_no_assessment_is_part_of_a_record(read_samples: Session):
    marks, references = set(), set()
    for name in Sample:
        told = [turn for each in data_of(name)["interviews"] for turn in each["segments"]]
        references |= {reference for turn in told for reference in turn.get("refs", [])}
        for record in interviews_of(read_samples, name):
            marks |= {mark for each in record.segments for mark in each.segment.marks}

    assert marks == references


def test_the_chain_of_both_cases_holds_and_gives_the_same_tables_again(read_samples: Session):
    rebuilt = rebuild(read_samples.read)

    assert verdict(read_samples.opening.findings) is Standing.HOLDS
    assert (rebuilt.stray, rebuilt.differing, rebuilt.erased) == ((), (), 0)
    assert rebuilt.events == chain.size_of(read_samples.read) > 300


@each_sample
def test_what_the_data_do_not_give_is_told_in_the_language_of_the_file(read_samples: Session, name: Sample):
    """Neither the supplement nor the loader speaks English into a French or Dutch file."""
    told = supplement_of(name)
    wordings = told.pop("wordings")
    for translation in told["translations"]:
        translation.pop("disputes", None)  # a version of the second linguist, in the language of the job
        for note in translation.get("notes", ()):
            note.pop("words")  # quoted from the data
    supplement = [text for text in _texts(told) if not text.startswith("Fictional supplement")]
    case, given = case_of(read_samples, name), set(_texts(data_of(name)))
    notes = [note for each in people.list_persons(read_samples, case.id) for note in each.note.split("; ")]
    fields = [field for each in cases.list_objects(read_samples, case.id) for field, _ in each.details]
    english = re.compile(r"\b(the|and|with|by|from|for|not|since|to|search|yes|fictional)\b", re.IGNORECASE)

    said = {text for text in (*supplement, *notes, *fields) if not text.isupper()} - given

    assert len(said) > 80
    assert [text for text in said if english.search(text)] == []
    assert {each["language"] for each in wordings} == {"en"}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (text for each in value.values() for text in _texts(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in _texts(each))
    elif isinstance(value, str):
        yield value


def test_a_case_is_loaded_once(samples: Session):
    size = samples.journal.size

    with pytest.raises(AlreadyExistsError):
        load_sample_case(samples, "perla")
    with pytest.raises(ValueError, match="nothing"):
        load_sample_case(samples, "nothing")

    assert samples.journal.size == size


@each_sample
def test_the_data_are_the_given_ones_byte_for_byte(name: Sample):
    letter = {Sample.PERLA: "a", Sample.SCHELDE: "b"}[name]
    given = sample(f"05-cases/{letter}/{NAMES[name]}")

    kept = files(sample_files).joinpath(name.value)

    assert kept.joinpath(NAMES[name]).read_bytes() == given.read_bytes()
    for path in given.parent.joinpath("files").rglob("*.*"):
        assert kept.joinpath(str(path.relative_to(given.parent))).read_bytes() == path.read_bytes()
