"""The translations of the sample cases lie in jobs beside the records, signed by whoever has a key here."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.services.samples.test_other_cases import written
from tests.services.samples.test_samples import case_of, data_of, each_sample, interviews_of
from tests.support.offices import JUDGE, new_office, unlock
from tests.support.sample_desk import desk_of
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import InterviewId, SegmentId
from thb_desktop.domain.language_states import JobInFull, WorkState, states_of
from thb_desktop.errors import FormatError
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.language import jobs
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.samples import Sample, load_case, load_sample_case
from thb_desktop.services.testimony import interviews, records

Change = Callable[[dict[str, Any], dict[str, Any]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Both cases, whose linguists signed at the judge's desk. work: of each case, its jobs by number."""

    session: Session
    cases: dict[Sample, CaseFile]
    work: dict[Sample, dict[str, JobInFull]]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    folder = tmp_path_factory.mktemp("signed") / "office.thbvault"
    held: dict[Sample, CaseFile] = {}

    def fill(session: Session) -> None:
        for name in Sample:
            held[name] = load_sample_case(session, name.value, desk=desk_of(session))

    new_office(folder, fill)
    session = unlock(folder)
    work = {
        name: {each.number: jobs.get_job(session, each.id) for each in of_case(session, case)}
        for name, case in held.items()
    }
    yield Loaded(session=session, cases=held, work=work)
    session.close()


def of_case(session: Session, case: CaseFile) -> Any:
    return jobs.list_jobs_of_case(session, case.id)


def by_state(work: JobInFull) -> dict[WorkState, int]:
    states = states_of(work)
    return dict(Counter(states[each.id] for each in work.newest().values()))


def test_each_record_has_a_job_for_each_language_with_author_typist_and_worth(loaded: Loaded):
    sworn, plain = v.TranslationType.SWORN_WRITTEN, v.TranslationType.WORKING_TRANSLATION
    told = {
        name.value: [
            (
                records.get_interview(loaded.session, work.job.interview_id).interview.number,
                work.job.source_language or ("job" if work.job.from_job_id else "as said"),
                work.job.target_language,
                work.job.translation_type,
            )
            for work in loaded.work[name].values()
        ]
        for name in Sample
    }

    assert told == {
        "perla": [
            *((f"I-0{number}", "fr", "en", sworn) for number in range(1, 6)),
            ("I-06", "as said", "fr", plain),
            ("I-06", "as said", "en-GB", plain),
        ],
        "schelde": [
            *(("I-01", "vi", "en", sworn), ("I-01", "job", "fr", plain)),
            *(("I-02", "ro", "en", sworn), ("I-02", "ro", "fr", plain)),
            *(("I-03", "pt", "en", sworn), ("I-03", "pt", "fr", plain)),
            *(("I-04", "ru", "en", sworn), ("I-04", "ru", "fr", plain)),
            *(("I-05", "bn", "en", sworn), ("I-05", "job", "fr", plain)),
        ],
    }
    names = {user.id: user.name for user in users.list_users(loaded.session)}
    for name in Sample:
        linguists = {
            each.id: each for each in people.list_interpreters(loaded.session, loaded.cases[name].id)
        }
        for work in loaded.work[name].values():
            author = linguists[work.job.linguist_id]
            assert author.user_id in names
            assert work.job.purpose
            assert {each.machine_assisted for each in work.certificates} <= {False}
            assert work.job.made_from is not None
            assert {each.author_id for each in work.versions} == {author.id}
            assert {names[each.typed_by] for each in work.versions} == {JUDGE}
            assert {names[each.user_id] for each in work.signatures} == {author.name}


def test_what_is_sworn_is_certified_and_the_rest_is_as_its_linguist_left_it(loaded: Loaded):
    perla, schelde = loaded.work[Sample.PERLA], loaded.work[Sample.SCHELDE]

    assert [by_state(perla[f"T-0{number}"]) for number in (1, 2, 3, 4)] == [
        {WorkState.CERTIFIED: turns} for turns in (16, 14, 12, 12)
    ]
    assert by_state(perla["T-05"]) == {WorkState.CERTIFIED: 11, WorkState.CONTESTED: 1}
    assert by_state(perla["T-06"]) == {WorkState.SELF_CHECKED: 10}
    assert by_state(perla["T-07"]) == {WorkState.SELF_CHECKED: 12}
    for work in schelde.values():
        expected = WorkState.CERTIFIED if work.job.target_language == "en" else WorkState.SELF_CHECKED
        assert by_state(work).keys() == {expected}
        assert len(work.newest()) == len(work.sources)


def test_a_disputed_turn_has_both_versions_and_what_the_interpreter_said_stays_in_the_record(loaded: Loaded):
    disputed, rest = loaded.work[Sample.PERLA]["T-05"], loaded.work[Sample.PERLA]["T-06"]

    (dispute,) = [each for each in disputed.last_verdicts() if each.kind is v.VerdictKind.DISPUTES]
    record = records.get_interview(loaded.session, disputed.job.interview_id)
    labels = {each.segment.id: each.label for each in record.segments}
    version = next(each for each in disputed.versions if each.id == dispute.version_id)
    assert labels[version.segment_id] == "3 A"
    assert "'as security'" in version.text
    assert "'as a guarantee'" in dispute.own_text
    without = rest.sources.keys() - rest.newest().keys()
    spoken = records.get_interview(loaded.session, rest.job.interview_id).segments
    assert {each.label for each in spoken if each.segment.id in without} == {"3 Q", "3 A"}
    assert all(each.side("fr").text for each in spoken if each.segment.id in without)


def test_no_record_holds_a_translation_and_the_vault_is_sound(loaded: Loaded):
    for case in loaded.cases.values():
        for each in interviews.list_interviews(loaded.session, case.id):
            for full in records.get_interview(loaded.session, each.interview.id).segments:
                assert all(one.kind is v.RenderingKind.RENDITION for one in full.renderings)

    found = health.check_vault(loaded.session).findings
    assert "language.signed" in {each.key for each in found}
    assert verdict(found) is Standing.HOLDS


@each_sample
def test_every_text_of_every_interview_is_kept_as_it_is_written(loaded: Loaded, name: Sample):
    data, records = data_of(name), interviews_of(loaded.session, name)

    assert len(records) == data["expected"]["interviews"]
    assert sorted({record.interview.language for record in records}) == data["expected"]["languages"]
    for told, record in zip(data["interviews"], records, strict=True):
        turns = [(turn[side], f"{turn['n']} {side.upper()}") for turn in told["segments"] for side in "qa"]
        assert [each.label for each in record.segments] == [label for _, label in turns]
        beside = versions_of(loaded.session, record.interview.id)
        for (text, _), each in zip(turns, record.segments, strict=True):
            kept = [each.segment.source_text, *(one.text for one in each.renderings)]
            assert sorted([*filter(None, kept), *beside[each.segment.id].values()]) == sorted(text.values())
            assert each.side(record.interview.language).text == text["o"]
            assert all(
                each.side(tag).text == words or beside[each.segment.id][tag] == words
                for tag, words in text.items()
                if tag != "o"
            )


def versions_of(session: Session, interview_id: InterviewId) -> dict[SegmentId, dict[str, str]]:
    """The last wording of each turn in the jobs on a record, by the language without its region."""
    found: dict[SegmentId, dict[str, str]] = defaultdict(dict)
    for job in jobs.list_jobs(session, interview_id):
        for segment, version in jobs.get_job(session, job.id).newest().items():
            found[segment][job.target_language.partition("-")[0]] = version.text
    return found


def test_without_a_desk_nothing_is_translated_because_nobody_could_sign_it(read_samples: Session):
    for name in Sample:
        assert of_case(read_samples, case_of(read_samples, name)) == ()


def translated(**changes: Any) -> Change:
    """The first record with one translation, of which this is told; a value of None is not told."""

    def change(_: dict[str, Any], told: dict[str, Any]) -> None:
        plain: dict[str, Any] = {
            "into": "en",
            "by": "P-TRA-EN",
            "from": "fr",
            "type": "WORKING_TRANSLATION",
            "purpose": "Lecture",
            "state": "SELF_CHECKED",
        }
        said = {**plain, **changes}
        told["translations"] = [{name: value for name, value in said.items() if value is not None}]

    return change


def no_translation(_: dict[str, Any], told: dict[str, Any]) -> None:
    told["translations"] = []


def twice(_: dict[str, Any], told: dict[str, Any]) -> None:
    told["translations"] = [told["translations"][0]] * 2


def as_before(_: dict[str, Any], told: dict[str, Any]) -> None:
    told["translations"] = {"en": {"author": "T-01", "state": "SELF_CHECKED"}}


def certified(**changes: Any) -> Change:
    told = {
        "kind": "TRANSLATOR_STATEMENT",
        "wording": "Formule du cabinet pour une traduction vers l'anglais (fictive)",
        "place": "Liège",
        "machine_assisted": False,
    }
    return translated(made_from="PLAIN_COPY", certificate={**told, **changes})


def note(**changes: Any) -> Change:
    told = {
        "record": "I-01",
        "turn": "1 A",
        "words": "Yes",
        "code": "TERM",
        "basis": "KNOWLEDGE",
        "text": "Oui",
    }
    return translated(notes=[{**told, **changes}])


def test_a_case_that_was_not_seen_before_tells_its_translations_in_the_same_way(
    session: Session, tmp_path: Path
):
    change = note(code="QUERY", answer="Oui, c'est cela.")

    case = load_case(session, written(tmp_path, change), "case.json", desk=desk_of(session))

    (job,) = jobs.list_jobs_of_case(session, case.id)
    work = jobs.get_job(session, job.id)
    assert by_state(work) == {WorkState.SELF_CHECKED: 2}
    assert job.made_from is None
    assert [each.anchor.quoted for each in work.annotations] == ["Yes"]
    assert work.open_queries() == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (no_translation, "'I-01' has a translation into 'en', of which the supplement tells nothing"),
        (twice, "more than one job"),
        (as_before, "lacks the list 'translations'"),
        (translated(type=None), "does not say its 'type'"),
        (translated(by=None), "does not say its 'by'"),
        (translated(purpose=None), "does not say its 'purpose'"),
        (translated(state=None), "does not say its 'state'"),
        (translated(type="sworn by the moon"), "no translation type that this version knows"),
        (translated(by="P-NOBODY"), "names 'P-NOBODY'"),
        (translated(revised_by="P-NOBODY"), "names 'P-NOBODY'"),
        (translated(from_translation="fr"), "made from one into 'fr', which is not made before it"),
        (note(turn="9 A"), "a note at the turn '9 A'"),
        (note(words="Certainly"), "a note at 'Certainly', not once in '1 A'"),
        (note(words="I"), "a note at 'I', not once in '1 A'"),
        (note(code="ORIGIN"), "no annotation code that this version knows"),
        (certified(wording="Autre"), "the wording 'Autre', which is not there"),
        (certified(machine_assisted=None), "it is not told whether a machine assisted"),
        (certified(machine_assisted=True), "which 'V-T-07.not-told' prevents"),
        (certified(kind="GOSPEL"), "no certificate kind that this version knows"),
    ],
)
def test_what_a_translation_does_not_tell_or_is_not_known_is_said_in_a_sentence(
    session: Session, tmp_path: Path, change: Change, said: str
):
    with pytest.raises(FormatError) as refused:
        load_case(session, written(tmp_path, change), "case.json", desk=desk_of(session))

    assert said in str(refused.value)


def in_other_words(data: dict[str, Any], _: dict[str, Any]) -> None:
    data["interviews"][0]["segments"][0]["a"]["fr"] = "Oui, je comprends, depuis le 3 mars."


def test_a_certificate_despite_a_warning_needs_the_reason_that_the_supplement_tells(
    session: Session, tmp_path: Path
):
    folder = written(tmp_path, in_other_words, certified())
    with pytest.raises(FormatError, match=r"why despite 'V-T-03.numbers' at '1 A'"):
        load_case(session, folder, "case.json", desk=desk_of(session))


def test_the_reason_at_one_turn_is_taken_before_that_for_all(session: Session, tmp_path: Path):
    reasons = {"V-T-03.numbers I-01 1 A": "Vérifié", "V-T-03.numbers": "Autre", "V-T-06.length": "Court"}
    folder = written(tmp_path, in_other_words, certified(reasons=reasons))

    case = load_case(session, folder, "case.json", desk=desk_of(session))

    (job,) = jobs.list_jobs_of_case(session, case.id)
    (certificate,) = jobs.get_job(session, job.id).certificates
    assert {why for rule, _, why in certificate.reasons if rule == "V-T-03.numbers"} == {"Vérifié"}
    assert json.dumps(dict(certificate.elements)).count("[...]") == 0
