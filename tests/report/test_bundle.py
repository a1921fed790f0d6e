"""What a bundle promises: archive and access standards, every sentence, true numbers, the same bytes."""

import hashlib
import io
import json
import os
import pickle
import re
import subprocess
import sys
import unicodedata
import zlib
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import page
import pikepdf
import pytest
from pikepdf import Name

from tests.support import pdfs
from tests.support.bundles import (
    case_content,
    scripts_content,
    sentences_of,
    with_one_interview,
)
from tests.support.settings import english_setting
from thb_desktop.domain.bundle import BundleContent, CaseFrame, Finance
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.segment import Certification
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import SourceCapture
from thb_desktop.ledger.canonical import parse
from thb_desktop.report.bundle import compose_bundle
from thb_desktop.report.document.targets import Targets
from thb_desktop.report.pades import STAMP_FIELDS
from thb_desktop.report.parts.contents import Announced, draw_contents
from thb_desktop.report.parts.cover import title_again
from thb_desktop.report.parts.setting import Setting, instant
from thb_desktop.report.style import ANSWER, CELL, NOTE
from thb_desktop.report.text import TextStyle
from thb_desktop.report.words import language_of, words_in

SOMEBODY = AgentId("user")
CONTENTS = {
    "perla": lambda: case_content("perla"),
    "perla-bilingual": lambda: case_content("perla", languages=("fr",)),
    "schelde": lambda: case_content("schelde"),
    "scripts": scripts_content,
}
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


class Made:
    """A bundle on disk, with what it was made from."""

    def __init__(self, content: BundleContent, path: Path) -> None:
        self.content = content
        self.path = path
        with path.open("wb") as target:
            self.composed = compose_bundle(content, target)

    def run(self, *command: str) -> str:
        done = subprocess.run([*command], capture_output=True, check=True, cwd=self.path.parent)
        return done.stdout.decode()


@pytest.fixture(scope="module", params=CONTENTS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(CONTENTS[request.param](), tmp_path_factory.mktemp(request.param) / "bundle.pdf")


@pytest.fixture(scope="module")
def perla(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(case_content("perla"), tmp_path_factory.mktemp("perla") / "bundle.pdf")


@pytest.fixture
def setting(perla: Made) -> Setting:
    return english_setting(perla.content)


@pytest.mark.requirement("SR-34")
@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1])
def test_a_bundle_is_an_archive_document_that_can_be_read_aloud(made: Made, profile: page.ValidationProfile):
    report = page.validate_pdf(str(made.path), profile=profile)

    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant


def test_qpdf_finds_no_fault_in_the_syntax(made: Made):
    assert "No syntax or stream encoding errors found" in made.run("qpdf", "--check", str(made.path))


@pytest.mark.requirement("SR-34")
def test_every_font_is_embedded_as_a_subset_with_its_meaning(made: Made):
    rows = [line.split() for line in made.run("pdffonts", str(made.path)).splitlines()[2:]]

    assert rows
    assert {tuple(row[-5:-2]) for row in rows} == {("yes", "yes", "yes")}


WITHOUT_BLANKS = ("th", "lo", "km", "my", "zh", "ja")


def test_pdftotext_finds_every_left_to_right_sentence(made: Made):
    """In the order of the content stream a cell's lines follow one another, so that blanks alone differ; for
    a script that writes none between words, a line end is one. What goes on on the next page is found there.
    """
    pages = pdfs.pages_of(made.run("pdftotext", "-raw", str(made.path), "-"))

    wanted = [each for each in sentences_of(made.content) if each[0] not in RIGHT_TO_LEFT]
    missing = [
        text
        for language, text in wanted
        if not pdfs.is_found(text.split(), "" if language in WITHOUT_BLANKS else " ", pages)
    ]
    assert len(wanted) > 20
    assert missing == []


def test_right_to_left_paragraphs_carry_their_text_in_reading_order(made: Made):
    with pikepdf.open(made.path) as pdf:
        actual = {str(each.ActualText) for each in _elements(pdf) if "/ActualText" in each}

    wanted = {text for language, text in sentences_of(made.content) if language in RIGHT_TO_LEFT}
    assert wanted <= actual


@pytest.mark.requirement("SR-30")
def test_the_attached_texts_hold_every_segment_byte_for_byte(made: Made):
    attached = _attachments(made.path)

    for full in made.content.interviews:
        texts = _read_record_text(attached[f"records/{full.interview.number}.txt"])
        expected = [
            text.encode()
            for each in full.segments
            for text in (each.segment.source_text, *(rendering.text for rendering in each.renderings))
            if text is not None
        ]
        assert texts == expected
        assert all(unicodedata.is_normalized("NFC", text.decode()) for text in texts)


def test_the_manifest_names_every_attachment_and_every_record(made: Made):
    attached = _attachments(made.path)

    manifest = parse(attached.pop("manifest.json"))
    assert isinstance(manifest, dict)
    assert {each["path"]: (each["size"], each["sha256"]) for each in manifest["files"]} == {
        path: (len(data), hashlib.sha256(data).hexdigest()) for path, data in attached.items()
    }
    assert manifest["signatures"] == [
        {
            "field": each.field,
            "name": each.name,
            "function": each.function.value,
            "certificate_sha256": each.certificate,
        }
        for each in made.content.release.signatures
    ]
    assert {(each["number"], each["sha256"]) for each in manifest["records"]} == {
        *((each.interview.number, each.digest) for each in made.content.interviews),
        *((each.exhibit.number, each.digest) for each in made.content.exhibits),
        *((each.number, each.sha256) for each in made.content.proof.records if each.kind == "language"),
    }


def test_attachments_state_their_relation_and_the_document_lists_them(made: Made):
    with pikepdf.open(made.path) as pdf:
        relations = {str(each.UF): str(each.AFRelationship) for each in pdf.Root.AF}

    assert relations.pop("manifest.json") == "/Data"
    assert {path for path, relation in relations.items() if relation == "/Source"} == {
        f"records/{each.interview.number}.txt" for each in made.content.interviews
    }


def test_the_case_data_attached_hold_no_protected_identity(perla: Made):
    data = json.loads(_attachments(perla.path)["case/case.json"])

    assert data["format"] == "thb-bundle-case/1"
    assert [each["code"] for each in data["persons"]] == [each.code for each in perla.content.frame.persons]
    assert not {"name", "name_latin", "born", "aliases"} & set(data["persons"][0])


def test_no_name_of_a_victim_stands_outside_the_testimony(perla: Made):
    text = perla.run("pdftotext", "-raw", str(perla.path), "-")

    assert "V-05" in text
    assert not [
        name for name in ("Ioana Crețu", "Hajar Benali", "هاجر بنعلي", "Kevin Delhaye") if name in text
    ]


def test_the_table_of_contents_names_true_pages_and_links_to_them(made: Made):
    links = [(words, number) for words, number, _ in _links(made) if re.search(r", \d+$", words)]
    pages = made.run("pdftotext", "-raw", str(made.path), "-").split("\f")

    assert len(links) > 20
    for words, number in links:
        title, _, said = words.rpartition(", ")
        assert int(said) == number
        assert " ".join(title.split()) in " ".join(pages[number - 1].split())


def test_an_exhibit_that_a_passage_names_leads_to_its_sheet_and_back(perla: Made):
    pages = [" ".join(each.split()) for each in perla.run("pdftotext", str(perla.path), "-").split("\f")]
    links = _links(perla)

    named = {(words, on) for words, _, on in links}
    for each in perla.content.exhibits:
        marked = [
            (full.interview.number, one.label)
            for full in perla.content.interviews
            for one in full.segments
            if each.exhibit.number in one.segment.marks
        ]
        sheet = {number for words, number, _ in links if words == each.exhibit.number}
        assert not marked or len(sheet) == 1
        assert all(f"Pièce {each.exhibit.number} – " in pages[number - 1] for number in sheet)
        for record, label in marked:
            name = f"{record}/{label}".replace(" ", "\u00a0")
            ((number, on),) = {(number, on) for words, number, on in links if words == name}
            assert on - next(iter(sheet)) in (0, 1)  # a sheet may go on
            assert (each.exhibit.number, number) in named


def test_a_line_up_of_the_course_leads_to_where_it_is_described(tmp_path: Path):
    made = Made(case_content("schelde"), tmp_path / "bundle.pdf")
    pages = [" ".join(each.split()) for each in made.run("pdftotext", str(made.path), "-").split("\f")]

    (number,) = {number for words, number, _ in _links(made) if words == "I-03/F-1"}

    assert "F-1" in pages[number - 1]
    assert "4; misschien 7" in " ".join(pages[number - 1 : number + 1])  # or where it goes on


def test_the_first_paragraph_of_a_page_stands_at_its_head(setting: Setting):
    flow = setting.flow
    for text in ("first", "second"):
        flow.text(text)
        flow.gap(200)
        flow.break_page()

    heights = [
        re.findall(rb"1 0 0 1 \S+ (\S+) Tm", zlib.decompress(page.drawn.Contents.sequence[0].content))
        for page in flow.document.take_pages()
    ]
    assert len(heights) == 2
    assert heights[0] == heights[1] != []


def test_what_was_said_and_numbers_alone_lead_nowhere(setting: Setting):
    targets = Targets()
    targets.add({"E-05": "sheet", "12": "other"})

    def found(text: str, style: TextStyle = NOTE, own: str = "") -> list[str]:
        paragraph = setting.flow.lay_out(text, style)
        return [each.name for each in targets.found(paragraph, 0, 0, own=own)]

    assert found("[E-05; PH-4] 12") == ["E-05"]
    assert found("رأيت E-05 هناك") == ["E-05"]
    assert found("E-051, BE-05, E-05/2") == []
    assert found("E-05", own="sheet") == []
    targets.add({"I-03/5": "record", "I-03/5\u00a0A": "passage", "E.07 b": "other sheet"})
    assert found("I-03/5\u00a0A, I-03/5; E.07 b.") == ["I-03/5\u00a0A", "I-03/5", "E.07 b"]
    assert found("I gave them E-05", ANSWER) == []


def test_pages_are_numbered_without_a_gap(made: Made):
    pages = made.run("pdftotext", "-raw", str(made.path), "-").split("\f")[:-1]

    total = made.composed.pages
    pattern = re.compile(r"(?:page|bladzijde) (\d+) (?:sur|van) (\d+)")
    found = [pattern.findall(text) for text in pages]
    assert found == [[(str(index + 1), str(total))] for index in range(total)]


def test_every_page_names_bundle_chain_and_the_records_on_it(made: Made):
    pages = made.run("pdftotext", "-raw", str(made.path), "-").split("\f")[:-1]

    assert all(
        made.content.release.number in text and made.content.proof.head.short_code in text for text in pages
    )
    for full in made.content.interviews:
        prefix = f"{full.interview.number} {full.digest[:8]} {full.digest[8:16]}"
        first = next(
            i
            for i, text in enumerate(pages)
            if re.search(rf"{full.interview.number} – {full.person.code}", text) and i > 3
        )
        assert prefix in pages[first]
        assert sum(prefix in text for text in pages) >= 3


def test_a_page_names_no_exhibit_that_only_follows(made: Made):
    pages = made.run("pdftotext", "-raw", str(made.path), "-").split("\f")[:-1]

    for each in made.content.exhibits:
        prefix = f"{each.exhibit.number} {each.digest[:8]} {each.digest[8:16]}"
        first = next(text for text in pages if prefix in " ".join(text.split()))
        assert f"{each.exhibit.number} – " in first


def test_bookmarks_lead_to_every_interview_and_exhibit(made: Made):
    with pikepdf.open(made.path) as pdf, pdf.open_outline() as outline:
        titles = [child.title for part in outline.root for child in part.children]

    for full in made.content.interviews:
        assert any(f"{full.interview.number} – {full.person.code}" in title for title in titles)
    for each in made.content.exhibits:
        assert any(each.exhibit.number in title for title in titles)


def test_bookmarks_lead_to_what_stands_before_the_body_and_to_the_receipt(made: Made):
    words = words_in(language_of(made.content.release.language))
    with pikepdf.open(made.path) as pdf, pdf.open_outline() as outline:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        led = {child.title: numbers[child.destination[0].objgen] for child in outline.root}

    front = [words.cover.kicker, words.legal.contents, words.cover.signatures, words.exhibit.index]
    assert [*led][: len(front)] == front
    assert led[words.cover.kicker] == 1
    assert [*led.values()] == sorted(led.values())
    for title in (*front[1:], words.annex.receipt):
        page = made.run("pdftotext", "-f", str(led[title]), "-l", str(led[title]), str(made.path), "-")
        assert title in " ".join(page.split()), title


def test_the_cover_in_the_language_of_the_case_has_its_bookmark_in_the_order_of_the_pages(tmp_path: Path):
    content = case_content("perla")
    content = replace(content, release=replace(content.release, language="ro"))
    with (tmp_path / "bundle.pdf").open("wb") as target:
        compose_bundle(content, target)
    with pikepdf.open(tmp_path / "bundle.pdf") as pdf, pdf.open_outline() as outline:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        led = {child.title: numbers[child.destination[0].objgen] for child in outline.root}

    assert [*led][4] == title_again(content, words_in("ro")) == "Liasse de coopération judiciaire (français)"
    assert [*led.values()] == sorted(led.values())


@pytest.mark.parametrize("above", range(485, 505, 5))
def test_no_last_line_of_the_contents_stands_alone_on_another_page(setting: Setting, above: int):
    flow, receipt = setting.flow, setting.words.annex.receipt
    titles = [f"Record {number}" for number in range(39)]
    announced = Announced(titles, {receipt: 2} | dict.fromkeys(titles, 1))
    line = flow.lay_out(receipt, CELL, width=200).height
    first = flow.page
    flow.gap(float(above))

    draw_contents(setting, [], {}, announced)

    assert flow.page is first or flow.geometry.top - flow.top > line + 1


def test_the_table_of_contents_names_what_stands_before_the_body_and_the_receipt(made: Made):
    words = words_in(language_of(made.content.release.language))
    links = _links(made)
    first = words.legal.title
    (there,) = {on for title, _, on in links if title.startswith(f"{first}, ")}

    named = [title.rpartition(", ")[0] for title, _, on in links if there <= on <= there + 1]

    signatures, index, receipt = words.cover.signatures, words.exhibit.index, words.annex.receipt
    assert named.index(signatures) < named.index(index) < named.index(first)
    assert receipt in named  # before the body too, where it has no room behind the annex


def test_signature_fields_are_prepared_empty_and_announced(made: Made):
    with pikepdf.open(made.path) as pdf:
        fields = {str(each.T): each for each in pdf.Root.AcroForm.Fields}

        assert [*fields] == [*(each.field for each in made.content.release.signatures), *STAMP_FIELDS]
        assert all("/V" not in each and str(each.TU) for each in fields.values())
        boxes = [[float(value) for value in fields[each].Rect] for each in STAMP_FIELDS]
    assert [(right - left, top - bottom) for left, bottom, right, top in boxes] == [(0, 0), (0, 0)]


def test_a_signature_field_says_who_signs_as_what_in_the_bundles_language(perla: Made):
    with pikepdf.open(perla.path) as pdf:
        said = {str(each.T): str(each.TU) for each in pdf.Root.AcroForm.Fields}

    interpreter, authority = perla.content.release.signatures
    assert f"{interpreter.name}, interprète. Signe que les interprétations" in said["Interpreter"]
    assert f"{authority.name}, juge d'instruction. Signe que cette liasse" in said["Authority"]


def test_the_place_of_an_interpreter_names_no_attestation_where_none_is_recorded(tmp_path: Path, perla: Made):
    words, interpreter = words_in("fr").cover, perla.content.release.signatures[0]
    made = Made(certified(perla.content, interpreter.user_id), tmp_path / "bundle.pdf")

    said = []
    for each in (perla, made):
        with pikepdf.open(each.path) as pdf:
            said.append(str(next(one.TU for one in pdf.Root.AcroForm.Fields if one.T == "Interpreter")))
    assert words.meaning_interpreter_alone in said[0]
    assert words.meaning_interpreter in said[1]


def certified(content: BundleContent, user_id: AgentId = SOMEBODY) -> BundleContent:
    """The content, with a certification by the interpreter of each record, as this user."""

    def by_interpreter(full: InterviewInFull) -> InterviewInFull:
        certification = Certification(
            id=RowId("certification"),
            interview_id=full.interview.id,
            interpreter_id=full.engagements[0].interpreter_id,
            user_id=user_id,
            statement="All that was said.",
            renderings=tuple(
                (one.id, one.source_digest, digest_of(one.text))
                for each in full.segments
                for one in each.renderings
            ),
            at=content.release.made_at,
            signature="0" * 128,
        )
        return replace(full, certifications=(certification,))

    return replace(content, interviews=tuple(map(by_interpreter, content.interviews)))


def _reasons(job: JobOutward) -> list[tuple[str, str, str]]:
    return [each for signed in (*job.signatures, *job.certificates) for each in signed.reasons]


def test_each_warning_that_a_record_was_signed_despite_is_printed_with_its_reason(perla: Made):
    warnings = [each for full in perla.content.interviews for each in full.warnings]

    text = " ".join(perla.run("pdftotext", "-raw", str(perla.path), "-").split())

    given = Counter(each.reason for each in warnings)
    assert Counter(each.rule for each in warnings) == {
        "V-I-10": 1,
        "V-I-13.same-sex-not-asked": 1,
        "V-I-14.reflection": 5,
        "V-I-14.reflection-not-known": 1,
        "V-I-23.not-rendered": 1,
    }
    assert {reason: text.count(reason) for reason in given} == dict.fromkeys(given, 1)
    first = next(full for full in perla.content.interviews if full.warnings)
    again = sum(given.values()) - len(given)
    assert text.count(f"Raison de signer : comme dans {first.interview.number}") == again
    titles = re.findall(r"Avertissements à la signature( – T-0\d)?", text)
    assert titles.count("") == len(perla.content.interviews)
    despite = {f" – {job.job.number}" for job in perla.content.language if _reasons(job)}
    assert set(titles) - {""} == despite
    assert "a duré plus de 90 minutes" in text


def test_nothing_is_said_in_the_name_of_an_interpreter_who_attested_nothing(perla: Made):
    words = words_in("fr").interpreter

    text = " ".join(perla.run("pdftotext", "-raw", str(perla.path), "-").split())
    assert text.count(words.not_certified) == 6
    assert words.own_key not in text
    assert not re.search(r"J[\u2019']ai rendu|Je soussigné", text)


def test_an_attestation_is_printed_in_its_own_words_with_who_when_and_what_it_covers(tmp_path: Path):
    made = Made(certified(case_content("perla")), tmp_path / "bundle.pdf")
    words = words_in("fr").interpreter

    text = " ".join(made.run("pdftotext", "-raw", str(made.path), "-").split())
    assert text.count("All that was said.") == text.count(words.own_key) == 6
    assert words.not_certified not in text
    first = made.content.interviews[0]
    labels = ", ".join(each.label for each in first.segments if each.renderings)
    at = instant(made.content.release.made_at.astimezone(ZoneInfo("Europe/Brussels")))
    assert f"a attesté le {at}, pour les interprétations de ces interventions ({labels})" in text
    assert made.content.release.signatures[0].name == "Simona Ardeleanu"
    assert text.count(words.on_cover.replace("\u00a0", " ")) == 2


def test_without_a_place_for_an_interpreter_no_one_is_said_to_have_one_on_the_cover(tmp_path: Path):
    content = certified(case_content("perla"))
    made = Made(
        replace(content, release=replace(content.release, signatures=content.release.signatures[1:])),
        tmp_path / "bundle.pdf",
    )
    words = words_in("fr").interpreter

    text = " ".join(made.run("pdftotext", "-raw", str(made.path), "-").split())
    assert words.on_cover.replace("\u00a0", " ") not in text
    assert text.count(words.own_key) == 6


def test_one_clock_is_printed_and_that_of_the_chain_is_named(perla: Made):
    """What the computer noted (in UTC) stands by the clock of the newest record of the bundle."""
    content = perla.content
    newest = max(each.interview.started_at for each in content.interviews if each.interview.started_at)
    made_at = content.release.made_at.astimezone(newest.tzinfo)

    text = " ".join(perla.run("pdftotext", "-raw", str(perla.path), "-").split())
    assert newest.utcoffset()
    assert f"{made_at:%H:%M} {made_at:%:z}" in text
    assert f"{content.release.made_at:%H:%M} +00:00" not in text
    assert f"UTC {content.proof.head.at}" in text


def test_languages_are_marked_where_they_change(perla: Made):
    with pikepdf.open(perla.path) as pdf:
        languages = {str(each.Lang) for each in _elements(pdf) if "/Lang" in each}
        own = str(pdf.Root.Lang)

    assert own == "fr"
    assert {"ro", "bg", "uk", "ar", "en"} <= languages
    assert own not in languages


def test_headings_never_skip_a_level(made: Made):
    with pikepdf.open(made.path) as pdf:
        levels = [int(str(each.S)[2:]) for each in _elements(pdf) if re.fullmatch("/H[1-6]", str(each.S))]

    assert levels[0] == 1
    assert all(now - before <= 1 for before, now in pairwise(levels))


def test_speech_that_was_not_written_down_is_never_shown_as_the_persons_words(tmp_path: Path):
    content = case_content("perla")
    held = content.interviews[1]
    question, answer, *others = held.segments
    unwritten = replace(answer.segment, source_text=None, capture=SourceCapture.NOT_CAPTURED)
    segments = (question, replace(answer, segment=unwritten), *others)

    made = Made(with_one_interview(content, held, segments), tmp_path / "bundle.pdf")

    text = made.run("pdftotext", "-raw", str(made.path), "-")
    record = _attachments(made.path)["records/I-02.txt"].decode()
    assert " ".join(text.split()).count("[original non transcrit") == 1
    assert "| ORIGINAL | NOT_CAPTURED | -\n" in record
    assert answer.segment.source_text not in text


def test_the_same_content_gives_the_same_bytes_in_every_process(perla: Made, tmp_path: Path):
    (tmp_path / "content").write_bytes(pickle.dumps(perla.content))
    script = (
        "import io, hashlib, pathlib, pickle, sys;"
        "from thb_desktop.report.bundle import compose_bundle;"
        "content = pickle.loads(pathlib.Path(sys.argv[1]).read_bytes());"
        "target = io.BytesIO(); compose_bundle(content, target);"
        "print(hashlib.sha256(target.getvalue()).hexdigest())"
    )

    digests = {
        subprocess.run(
            [sys.executable, "-c", script, tmp_path / "content"],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed in ("0", "77")
    }
    assert digests == {perla.composed.sha256}
    assert hashlib.sha256(perla.path.read_bytes()).hexdigest() == perla.composed.sha256
    assert perla.path.stat().st_size == perla.composed.size


def test_another_time_gives_another_file():
    content = case_content("schelde")
    first, second = io.BytesIO(), io.BytesIO()

    one = compose_bundle(content, first)
    other = compose_bundle(
        replace(content, release=replace(content.release, made_at=content.release.made_at.replace(hour=11))),
        second,
    )
    assert one.sha256 != other.sha256
    assert one.pages == other.pages


def test_a_bundle_without_interviews_exhibits_or_signers_still_stands(tmp_path: Path):
    whole = case_content("perla")
    content = replace(
        whole,
        interviews=(),
        exhibits=(),
        finance=Finance(),
        frame=CaseFrame(case=whole.frame.case),
        release=replace(whole.release, signatures=(), sender_id=None),
    )

    made = Made(content, tmp_path / "bundle.pdf")
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        assert page.validate_pdf(str(made.path), profile=profile).is_compliant


def test_progress_is_told_to_its_end():
    told: list[tuple[int, int]] = []

    compose_bundle(
        case_content("schelde"), io.BytesIO(), progress=lambda done, total: told.append((done, total))
    )
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]
    assert told == sorted(told)


def _links(made: Made) -> list[tuple[str, int, int]]:
    """Return of each link what it is called, the page to which it leads, and the page on which it stands."""
    with pikepdf.open(made.path) as pdf:
        numbers = {each.obj.objgen: index + 1 for index, each in enumerate(pdf.pages)}
        return [
            (str(note.Contents), numbers[note.Dest[0].objgen], on)
            for on, each in enumerate(pdf.pages, 1)
            for note in each.obj.get("/Annots", [])
            if note.Subtype == Name.Link
        ]


def _elements(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Every structure element in reading order."""
    found: list[pikepdf.Object] = []
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.Array):
            waiting += reversed(list(each))
        elif isinstance(each, pikepdf.Dictionary) and "/S" in each:
            found.append(each)
            if "/K" in each:
                waiting.append(each.K)
    return found


def _attachments(path: Path) -> dict[str, bytes]:
    with pikepdf.open(path) as pdf:
        return {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}


def _read_record_text(data: bytes) -> list[bytes]:
    """Read the format of docs/formats/bundle.md, by its description alone."""
    texts: list[bytes] = []
    at = data.index(b"\n\n") + 1
    while at < len(data):
        end = data.index(b"\n", at)
        line, at = data[at:end], end + 1
        if line.startswith(b"@ ") and not line.endswith(b" | -"):
            length = int(line.rsplit(b" | ", 1)[1])
            texts.append(data[at : at + length])
            at += length + 1
    return texts
