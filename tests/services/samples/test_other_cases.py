"""A case of the same form that the loader has not seen: its codes are read, and what is unknown is said."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from resources import cases as sample_files
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.cooperation_codes import InstrumentType
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import FormatError
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.money import finance
from thb_desktop.services.persons import ages, claims, people
from thb_desktop.services.samples import load_case
from thb_desktop.services.testimony import interviews, records

Change = Callable[[dict[str, Any], dict[str, Any]], None]
WITNESS = {"id": "W-01", "role": "witness", "name": "Jan Exempel", "nationality": "BE"}
WALLET = {
    "id": "ETH-1",
    "address": "0x52908400098527886E0F7030069857D2E4169EE7",
    "chain": "ethereum",
    "tx": [{"hash": "ab" * 32, "at": "2026-03-01T10:00:00Z", "amount": "1.25 ether", "to": "0xdead"}],
}


def small(data: dict[str, Any], told: dict[str, Any]) -> None:
    """One record, one exhibit, and nothing else of the case."""
    data["interviews"] = data["interviews"][:1]
    data["interviews"][0]["segments"] = data["interviews"][0]["segments"][:1]
    data["interviews"][0]["recording"] = None
    for name in ("bank", "crypto", "transactions", "cooperation", "phones", "ads", "addresses", "vehicles"):
        data[name] = []
    data["evidence"], data["custody"] = data["evidence"][:1], []
    record = told["interviews"]["I-01"]
    for name in ("recording", "intervention", "read_back_correction"):
        record[name] = []
    record["read_back"]["confirmation"] = "CONFIRMED_UNCHANGED"
    record["timeline_event"] = [
        each
        for each in record["timeline_event"]
        if "RECORDING" not in each["kind"] and not each.get("exhibit_id")
    ]
    written_down = {"record_kind": "VERBATIM_QA", "recording_made": False}
    record["interview"] |= written_down | {"authoritative_text": "PROCEDURE_LANGUAGE"}


def record_of(told: dict[str, Any]) -> dict[str, Any]:
    """The formalities of the only record."""
    record: dict[str, Any] = told["interviews"]["I-01"]
    return record


def written(folder: Path, *changes: Change) -> Path:
    source = files(sample_files).joinpath("perla")
    data = json.loads(source.joinpath("case_a_perla.json").read_text("utf-8"))
    told = json.loads(source.joinpath("formalities.json").read_text("utf-8"))
    for change in (small, *changes):
        change(data, told)
    for path in data["evidence"][0]["file"] if isinstance(data["evidence"][0]["file"], list) else ():
        (folder / path).write_bytes(b"a picture")
    bail = source.joinpath("files/a/E-01_bail.txt").read_bytes()
    (folder / "files" / "a").mkdir(parents=True, exist_ok=True)
    (folder / "files" / "a" / "E-01_bail.txt").write_bytes(bail)
    (folder / "case.json").write_text(json.dumps(data), "utf-8")
    (folder / "formalities.json").write_text(json.dumps(told), "utf-8")
    return folder


def other_words(data: dict[str, Any], told: dict[str, Any]) -> None:
    data["persons"] += [
        WITNESS,
        {"id": "P-PSY", "role": "forensic_psychologist", "name": "Eva Exempel", "state": "BE"},
        {"id": "P-SUP", "role": "support_person", "name": "Els Exempel"},
    ]
    data["crypto"] = [WALLET]
    data["cooperation"] = [
        {"id": "MLA-9", "type": "MLA", "from": "BE", "to": "NG", "ref": "MLA-9", "issued": "2026-05-20"},
        {
            "id": "SPON-1",
            "type": "SPONTANEOUS_INFO_ART7",
            "from": "BE",
            "to": "RO",
            "ref": "S-1",
            "issued": "2026-05-20",
        },
    ]
    data["evidence"][0]["file"] = ["scan.JPG"]
    data["custody"] = [
        {"evidence": "E-01", "at": f"2026-05-0{day}T10:00:00+02:00", "action": action, "by": "P-INV1"}
        for day, action in enumerate(("sealed", "viewed", "access_refused"), 1)
    ]
    data["custody"][0]["seal"] = "BE-9"


def test_the_whole_vocabulary_is_read_by_its_own_names(session: Session, tmp_path: Path):
    heard: list[str] = []

    case = load_case(session, written(tmp_path, other_words), "case.json", told=heard.append)

    roles = {each.role for each in people.list_roles(session, case.id)}
    officials = {each.code: each for each in people.list_officials(session, case.id)}
    (listed,) = exhibits.list_bare_exhibits(session, case.id)
    exhibit = exhibits.get_exhibit(session, listed.id)
    (wallet,) = finance.list_accounts(session, case.id)
    (moved,) = finance.list_transactions(session, case.id)
    assert heard == [
        "the data call 'P-SUP' 'support_person': entered as another official",
        (
            "the instrument 'MLA-9' is called 'MLA'; no such type is known to bind 'BE' and 'NG': "
            "entered as another instrument"
        ),
    ]
    assert v.ProceduralRole.WITNESS in roles
    assert officials["P-PSY"].role is v.OfficialRole.EXPERT
    assert (officials["P-SUP"].role, officials["P-SUP"].country) == (v.OfficialRole.OTHER, "BE")
    assert [each.event.action for each in exhibit.custody][1:] == [
        v.CustodyAction.SEALED,
        v.CustodyAction.VIEWED,
        v.CustodyAction.INCIDENT,
    ]
    assert [each.media_type for each in exhibit.files] == ["image/jpeg"]
    assert (wallet.currency, moved.amount, moved.currency) == ("ETH", "1.25", "ETH")
    instruments = cooperation.list_instruments(session, case.id)
    found = {each.number: each.type for each in instruments}
    assert {each.number: each.note for each in instruments}["MLA-9"] == "MLA"
    assert found == {
        "MLA-9": InstrumentType.OTHER,
        "SPON-1": InstrumentType.SPONTANEOUS_INFO_ART7,
    }


def as_the_documents_name_it(data: dict[str, Any], told: dict[str, Any]) -> None:
    """Other names of fields, people around an interview, a birth known in part, and custody with gaps."""
    data["case"].pop("notice_number")
    data["persons"] += [
        {"id": "P-LAW", "role": "victim_lawyer", "name": "Sofia Exempel"},
        {"id": "P-REL", "role": "relay_interpreter", "name": "Grace Exempel", "languages": ["en", "fr"]},
        {"id": "A-01", "role": "accused", "name": "Osaze Exempel", "born": "1980", "nationality": "NG"},
    ]
    interview = record_of(told)["interview"]
    interview["procedure_stage"] = interview.pop("stage")
    record_of(told)["read_back"]["next_steps_told"] = "Un rappel est possible."
    record_of(told)["victim_information"][0]["item"] = "SUPPORT_TYPES"
    events: list[tuple[str, dict[str, Any]]] = [
        ("loaned", {"to": "P-INV2"}),
        ("loaned", {"to": "P-INV2", "due_on": "2026-06-01"}),
        ("presented_in_court", {}),
        ("seal_checked", {"seal": "BE-9", "seal_state": "INTACT", "witness": "P-GR"}),
    ]
    data["custody"] = [
        {"evidence": "E-01", "at": f"2026-05-0{day}T10:00:00+02:00", "action": action, "by": "P-INV1", **more}
        for day, (action, more) in enumerate(events, 1)
    ]


def test_names_of_the_documents_are_read_and_an_event_that_lacks_something_is_left_out_and_told(
    session: Session, tmp_path: Path
):
    heard: list[str] = []

    case = load_case(session, written(tmp_path, as_the_documents_name_it), "case.json", told=heard.append)

    (listed,) = exhibits.list_bare_exhibits(session, case.id)
    custody = [each.event for each in exhibits.get_exhibit(session, listed.id).custody][1:]
    (held,) = interviews.list_interviews(session, case.id)
    people_here = {each.code: each for each in people.list_persons(session, case.id)}
    assert [(each.action, each.document, each.seal_state) for each in custody] == [
        (v.CustodyAction.LOANED, "", None),
        (v.CustodyAction.PRESENTED_IN_COURT, "non indiqué dans les données", None),
        (v.CustodyAction.SEAL_CHECKED, "", v.SealState.INTACT),
    ]
    assert held.interview.stage is v.ProcedureStage.JUDICIAL_INVESTIGATION
    assert held.interview.next_steps == "Un rappel est possible."
    assert people_here["A-01"].age_status is v.AgeStatus.ADULT_CONFIRMED
    assert {each.code for each in people.list_interpreters(session, case.id)} >= {"P-REL"}
    assert (
        "the custody event 'loaned' of 'E-01' at '2026-05-01T10:00:00+02:00' does not say 'due_on', "
        "and is left out"
    ) in heard
    assert "the data call 'P-LAW' 'victim_lawyer': entered as another official" in heard


def test_a_row_of_a_record_without_what_it_needs_is_refused_with_its_name(session: Session, tmp_path: Path):
    def without_turn(_: dict[str, Any], told: dict[str, Any]) -> None:
        record_of(told)["read_back_correction"] = [{"language": "fr", "before": "a", "after": "b"}]

    with pytest.raises(
        FormatError, match="'read_back_correction' of a sample case does not say 'segment_id'"
    ):
        load_case(session, written(tmp_path, without_turn), "case.json")


def without_interpreter(data: dict[str, Any], told: dict[str, Any]) -> None:
    (interview,) = data["interviews"]
    del interview["interpreter"]
    interview["language"] = "fr"
    for turn in interview["segments"]:
        for side in ("q", "a"):
            turn[side] = {"o": turn[side]["fr"]}
    record = told["interviews"]["I-01"]
    record["record_signature"] = [
        each for each in record["record_signature"] if each["role"] != "INTERPRETER"
    ]
    for each in (*record["caution"], *record["victim_information"]):
        each.pop("language", None)


def test_an_interview_without_an_interpreter_is_loaded_and_signed(session: Session, tmp_path: Path):
    case = load_case(session, written(tmp_path, without_interpreter), "case.json")

    (found,) = interviews.list_interviews(session, case.id)
    assert found.interview.is_signed


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data, _: data["persons"].append({"id": "X", "role": "oracle", "name": "X"}), "'oracle'"),
        (lambda _, told: told["exhibits"]["E-01"].update(kind="relic"), "'relic'"),
        (
            lambda data, _: data["custody"].append(
                {"evidence": "E-01", "at": "2026-05-01T10:00:00+02:00", "action": "blessed", "by": "P-INV1"}
            ),
            "'blessed'",
        ),
        (
            lambda _, told: record_of(told)["caution"].append({"code": "BLESSING", "given": True}),
            "'BLESSING'",
        ),
        (lambda _, told: record_of(told)["interview"].update(premises="CASTLE"), "'CASTLE'"),
        (lambda data, _: data["persons"].append({**WITNESS, "sex": "X"}), "'X'"),
    ],
)
def test_what_the_loader_does_not_know_is_said_in_a_sentence(
    session: Session, tmp_path: Path, change: Change, said: str
):
    with pytest.raises(FormatError) as refused:
        load_case(session, written(tmp_path, change), "case.json")

    assert said in str(refused.value)
    assert "this version" in str(refused.value)


@pytest.mark.parametrize("name", ["../notes.txt", "..\\notes.txt", "C:\\notes.txt", "{outside}", "link.txt"])
def test_no_file_outside_its_folder_is_taken_into_a_case(session: Session, tmp_path: Path, name: str):
    outside, folder = tmp_path / "notes.txt", tmp_path / "case"
    outside.write_text("of somebody else")
    folder.mkdir()
    (folder / "link.txt").symlink_to(outside)
    named = name.format(outside=outside)
    written(folder, lambda data, _: data["evidence"][0].update(file=named))

    with pytest.raises(FormatError, match="not in its own folder"):
        load_case(session, folder, "case.json")


def said_of(*claims_told: dict[str, Any], **told: Any) -> Change:
    """A suspect of whom this is said."""

    def change(data: dict[str, Any], _: dict[str, Any]) -> None:
        person = {"id": "S-77", "role": "suspect", "name": "Jan Exempel", "claims": list(claims_told), **told}
        data["persons"].append(person)

    return change


def test_aliases_kinship_and_other_claims_are_entered_with_the_source_that_the_data_name(
    session: Session, tmp_path: Path
):
    born = {
        "kind": "birth",
        "born": "2008/2009",
        "basis": "other_person",
        "said_by": "V-01",
        "interview": "I-01",
        "turn": 1,
    }
    list_of = {"kind": "nickname", "text": "Mimi", "exhibit": "E-01", "page": 1, "basis": "DOCUMENT"}
    kin = [
        {"relation": "cousin", "other": "V-01", "said_by": "S-77"},
        {"relation": "SIBLING", "other": "the tall one"},
    ]
    change = said_of(born, list_of, aliases=["Janneke"], kinship=kin)

    case = load_case(session, written(tmp_path, change), "case.json")

    found = claims.list_claims(session, case.id)
    person = next(each for each in people.list_persons(session, case.id) if each.code == "S-77")
    own = [each for each in found if each.person_id == person.id]
    sources = claims.list_sources(session, case.id)
    told = [
        (each.kind.value, each.basis.value, sources[each.id].record, sources[each.id].exhibit) for each in own
    ]
    assert told == [
        ("NAME", "OFFICIAL", "", ""),
        ("ALIAS", "OFFICIAL", "", ""),
        ("KINSHIP", "SELF_DECLARED", "", ""),
        ("KINSHIP", "OFFICIAL", "", ""),
        ("BIRTH", "OTHER_PERSON", "I-01", ""),
        ("NICKNAME", "DOCUMENT", "", "E-01"),
    ]
    assert own[0].statement == f"{case.reference}, S-77"
    assert own[2].other_id is not None
    assert own[3].other_id is None
    assert own[3].id in claims.list_claims_with_words(session, case.id)
    assert sources[own[4].id].turn == 1
    assert person.id in ages.list_children(session, case.id)


def test_a_person_who_is_presumed_to_be_a_child_has_the_claims_from_which_it_follows(
    session: Session, tmp_path: Path
):
    born = {"kind": "birth", "born": "2010/2012", "said_by": "S-77"}
    change = said_of(born, age_status="age_disputed_presumed_child")

    case = load_case(session, written(tmp_path, change), "case.json")

    person = next(each for each in people.list_persons(session, case.id) if each.code == "S-77")
    assert person.age_status is None
    assert person.id in ages.list_children(session, case.id)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("AGE_DISPUTED_PRESUMED_CHILD", "no claim about the birth"),
        ("AGELESS", "no age status that this version knows"),
    ],
)
def test_an_age_that_follows_from_nothing_or_is_not_known_is_said(
    session: Session, tmp_path: Path, status: str, said: str
):
    with pytest.raises(FormatError, match=said):
        load_case(session, written(tmp_path, said_of(age_status=status)), "case.json")


@pytest.mark.parametrize(
    ("told", "unknown"),
    [
        ({"kind": "aura", "text": "blue"}, "aura"),
        ({"kind": "kinship", "relation": "blood brother", "text": "he"}, "blood brother"),
        ({"kind": "alias", "text": "Mimi", "interview": "I-98"}, "I-98"),
        ({"kind": "alias", "text": "Mimi", "exhibit": "E-98"}, "E-98"),
    ],
)
def test_a_claim_of_a_kind_or_a_source_that_is_not_known_is_said(
    session: Session, tmp_path: Path, told: dict[str, Any], unknown: str
):
    with pytest.raises(FormatError, match=unknown):
        load_case(session, written(tmp_path, said_of(told)), "case.json")


CODES_OF_THE_FIELD = {
    "COMPENSATION_INFO": v.CautionCode.COMPENSATION_INFORMATION,
    "INTERNATIONAL_PROTECTION_INFO": v.CautionCode.INTERNATIONAL_PROTECTION_INFORMATION,
    "NON_PUNISHMENT_INFO": v.CautionCode.NON_PUNISHMENT_INFORMATION,
    "PROTECTION_MEASURES_INFO": v.CautionCode.PROTECTION_MEASURES_INFORMATION,
    "THB_REFLECTION_PERIOD": v.CautionCode.REFLECTION_PERIOD,
    "VRD_ART4_INFO": v.CautionCode.VICTIM_RIGHTS_INFORMATION,
}
SAME_SEX = "SAME_SEX_INTERVIEWER_REQUESTED_"


def other_codes(_: dict[str, Any], told: dict[str, Any]) -> None:
    record = record_of(told)
    names = {known: code for code, known in CODES_OF_THE_FIELD.items()}
    kept = [each for each in record["caution"] if each["code"] not in {known.value for known in names}]
    record["caution"] = [*kept, *({"code": code, "given": True, "mode": "oral"} for code in names.values())]
    record["special_measure"] = [{"measure": SAME_SEX + decided} for decided in ("GRANTED", "REFUSED")]
    record["interview"] |= {"measures_decided": True}
    record["earlier_interview"] = "NONE_KNOWN"


def test_codes_are_read_as_the_documents_of_the_field_write_them(session: Session, tmp_path: Path):
    case = load_case(session, written(tmp_path, other_codes), "case.json")

    (listed,) = interviews.list_interviews(session, case.id)
    record = records.get_interview(session, listed.interview.id)
    assert set(CODES_OF_THE_FIELD.values()) <= {each.code for each in record.cautions}
    assert [(each.measure, each.decision) for each in record.measures] == [
        (v.ProtectiveMeasure.SAME_SEX_INTERVIEWER, v.MeasureDecision.GRANTED),
        (v.ProtectiveMeasure.SAME_SEX_INTERVIEWER, v.MeasureDecision.REFUSED),
    ]
    assert (record.interview.earlier_known, record.earlier) == (False, ())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data, _: data["interviews"][0].update(interviewer="P-404"), "the official 'P-404'"),
        (lambda data, _: data["interviews"][0].update(person="V-404"), "the person 'V-404'"),
        (lambda data, _: data["interviews"][0].update(interpreter="X-404"), "the interpreter 'X-404'"),
        (lambda data, _: data["evidence"][0].update(by="P-404"), "the official 'P-404'"),
        (lambda data, _: data["evidence"][0].update(seized="yesterday"), "'yesterday' for 'seized'"),
        (lambda data, _: data["evidence"][0].update(file="nowhere.pdf"), "the file 'nowhere.pdf'"),
        (lambda _, told: record_of(told)["presence"][0].update(official_id="P-404"), "official 'P-404'"),
    ],
)
def test_what_the_data_name_and_do_not_have_is_said_in_a_sentence(
    session: Session, tmp_path: Path, change: Change, said: str
):
    with pytest.raises(FormatError) as refused:
        load_case(session, written(tmp_path, change), "case.json")

    assert said in str(refused.value)


def with_more(data: dict[str, Any], told: dict[str, Any]) -> None:
    data["spells"] = [{"id": 1}]
    data["persons"].append({**WITNESS, "aura": "blue"})
    data["interviews"][0]["segments"][0]["third"] = {"o": "Somebody else speaks."}
    record_of(told)["interview"]["moon_phase"] = "full"


def test_each_name_that_the_loader_does_not_know_is_said_and_nothing_is_left_out_silently(
    session: Session, tmp_path: Path
):
    said: list[str] = []

    load_case(session, written(tmp_path, with_more), "case.json", told=said.append)

    assert said == [
        f"this version does not know {name} of a sample case, and leaves it out"
        for name in (
            "'aura' of 'persons'",
            "'third' of 'interviews/segments'",
            "'spells'",
            "'moon_phase' of 'interviews/I-01/interview'",
        )
    ]


def test_without_somebody_who_listens_it_is_a_warning(session: Session, tmp_path: Path):
    with pytest.warns(UserWarning, match="does not know 'aura' of 'persons'"):
        load_case(
            session,
            written(tmp_path, lambda data, _: data["persons"].append({**WITNESS, "aura": "blue"})),
            "case.json",
        )


def test_a_case_without_its_formalities_is_loaded_and_its_records_stay_drafts(
    session: Session, tmp_path: Path
):
    said: list[str] = []
    folder = written(tmp_path)
    (folder / "formalities.json").unlink()

    case = load_case(session, folder, "case.json", told=said.append)

    (listed,) = interviews.list_interviews(session, case.id)
    record = records.get_interview(session, listed.interview.id)
    question, answer = record.segments
    presumed, *others = said
    assert "does not say what the interpreter rendered on the spot: all in 'fr' is entered so" in presumed
    assert others == [
        "the times of the record 'I-01' have no offset: its day alone is entered",
        "the record 'I-01' stays a draft: nothing is told of its reading back",
        "the record 'I-01' has texts in en, which nobody signed: left out",
    ]
    assert record.interview.state is v.InterviewState.DRAFT
    assert record.interview.day == PartialDate("2026-03-25")
    assert record.interview.started_at is None
    assert [each.segment.capture for each in (question, answer)] == [v.SourceCapture.TYPED_AFTERWARDS] * 2
    assert {one.state for each in record.segments for one in each.renderings} == {v.RenderingState.DRAFT}
    assert {each.led_category for each in people.list_roles(session, case.id)} == {
        v.LedCategory.VICTIM,
        v.LedCategory.SUSPECT,
    }


def of_a_witness(data: dict[str, Any], _: dict[str, Any]) -> None:
    data["persons"].append(WITNESS)
    data["interviews"][0]["person"] = "W-01"


def test_a_record_that_may_not_be_signed_stays_as_it_was_read_back(session: Session, tmp_path: Path):
    said: list[str] = []

    case = load_case(session, written(tmp_path, of_a_witness), "case.json", told=said.append)

    (listed,) = interviews.list_interviews(session, case.id)
    assert listed.interview.state is v.InterviewState.READ_BACK
    (sentence,) = said
    assert sentence.startswith("the record 'I-01' is read back and not signed: rule V-I-12.age-not-known")


def test_what_the_data_do_not_say_of_a_person_or_a_request_is_no_fact(session: Session, tmp_path: Path):
    def bare(data: dict[str, Any], told: dict[str, Any]) -> None:
        del told["identity_protection"], told["instruments"]
        data["persons"] += [{**WITNESS, "identity_protection": "ANONYMOUS_WITNESS_ORDER"}]
        data["cooperation"] = [
            {"id": "MLA-9", "type": "MLA", "from": "BE", "to": "GB", "ref": "MLA-9", "issued": "2026-05-20"}
        ]

    case = load_case(session, written(tmp_path, bare), "case.json", told=[].append)

    protected = {each.code: each.identity_protection for each in people.list_persons(session, case.id)}
    (asked,) = cooperation.list_instruments(session, case.id)
    assert protected["S-01"] is None
    assert protected["W-01"] is v.IdentityProtection.ANONYMOUS_WITNESS_ORDER
    assert (asked.type, asked.note) == (InstrumentType.OTHER, "MLA")


def test_a_rendition_that_the_data_do_not_tell_is_said_to_be_compared(session: Session, tmp_path: Path):
    told: list[str] = []

    def bare(_: dict[str, Any], supplement: dict[str, Any]) -> None:
        del record_of(supplement)["renditions"]

    load_case(session, written(tmp_path, bare), "case.json", told=told.append)

    assert [each for each in told if "does not say what the interpreter rendered" in each]


def test_an_event_keeps_in_its_note_what_it_has_no_field_for_and_one_that_is_refused_is_left_out_and_told(
    session: Session, tmp_path: Path
):
    heard: list[str] = []

    def odd(data: dict[str, Any], _: dict[str, Any]) -> None:
        data["custody"] = [
            {"evidence": "E-01", "at": f"2026-05-0{day}T10:00:00+02:00", "by": "P-INV1", **more}
            for day, more in enumerate(
                (
                    {"action": "access_refused", "to": "P-INV2", "note": "no request"},
                    {"action": "destroyed", "note": "entered by mistake"},
                ),
                1,
            )
        ]

    case = load_case(session, written(tmp_path, odd), "case.json", told=heard.append)

    (listed,) = exhibits.list_bare_exhibits(session, case.id)
    (_, refused) = (each.event for each in exhibits.get_exhibit(session, listed.id).custody)
    assert refused.action is v.CustodyAction.INCIDENT
    assert refused.note.startswith("no request; to_party: INPP Joris Claes")
    (left_out,) = (each for each in heard if "'destroyed'" in each)
    assert "is left out: disposing of an exhibit takes two persons" in left_out


def test_a_file_of_an_unknown_ending_is_taken_in_as_bytes_and_told(session: Session, tmp_path: Path):
    heard: list[str] = []
    folder = written(tmp_path, lambda data, _: data["evidence"][0].update(file="picture.webp"))
    (folder / "picture.webp").write_bytes(b"RIFF")

    case = load_case(session, folder, "case.json", told=heard.append)

    (listed,) = exhibits.list_bare_exhibits(session, case.id)
    assert [each.media_type for each in exhibits.get_exhibit(session, listed.id).files] == [
        "application/octet-stream"
    ]
    assert "the file 'picture.webp' has an ending of no known kind: entered as bytes" in heard


def test_an_answer_without_words_of_its_own_was_not_captured(session: Session, tmp_path: Path):
    heard: list[str] = []

    def wordless(data: dict[str, Any], _: dict[str, Any]) -> None:
        (turn,) = data["interviews"][0]["segments"]
        turn["a"] = {"o": None, "fr": "(elle pleure)", "gesture": "points at E-01"}

    case = load_case(session, written(tmp_path, wordless), "case.json", told=heard.append)

    (held,) = interviews.list_interviews(session, case.id)
    answer = records.get_interview(session, held.interview.id).segments[-1].segment
    assert (answer.source_text, answer.capture) == (None, v.SourceCapture.NOT_CAPTURED)
    assert "a turn of the record 'I-01' has 'gesture', which is no language: left out" in heard
