"""Against the standard and the files of others: the schemas of OASIS, the translate-toolkit, and samples."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import elementpath
import pytest
from elementpath.xpath2 import XPath2Parser
from lxml import etree

from tests.support.exchange import ASTRAL, FRENCH, exchange, note, unit
from tests.support.samples import sample
from thb_desktop import errors
from thb_desktop.exchange.kinds import examine
from thb_desktop.exchange.memory.entries import ExchangeConcept, ExchangeTerm, MemoryEntry
from thb_desktop.exchange.memory.tbx import write_tbx
from thb_desktop.exchange.memory.tmx import write_tmx
from thb_desktop.exchange.returned import accept
from thb_desktop.exchange.transcripts.elan import read_eaf
from thb_desktop.exchange.transcripts.plain import read_plain
from thb_desktop.exchange.transcripts.subtitles import read_srt
from thb_desktop.exchange.units import ExchangeFile, ExchangeState, Side
from thb_desktop.exchange.untrusted.archives import open_archive
from thb_desktop.exchange.untrusted.encodings import TextEncoding
from thb_desktop.exchange.xliff.reading import read_xliff
from thb_desktop.exchange.xliff.writing import write_xliff
from thb_desktop.words import sentence

SCHEMAS = "01-texts/xliff21-schemas"
OASIS = "01-texts/xliff21-oasis/core"
_SCH = "{http://purl.oclc.org/dsdl/schematron}"


def rich() -> ExchangeFile:
    """A file with all that this program writes: each state, crossing marks, what XML cannot hold."""
    text = f"\x01 {ASTRAL} abcdef e\u0301\u202e\u202c"
    source_notes = [
        note(text, quoted, id=str(at)) for at, quoted in enumerate(("abcd", "cdef", "cd", "abcd"))
    ]
    return exchange(
        unit(1, source=text, notes=(*source_notes, note(FRENCH, "sœur", id="t", side=Side.TARGET))),
        *(
            unit(number, state=state, target="" if state is ExchangeState.UNTOUCHED else FRENCH, speaker="")
            for number, state in enumerate(ExchangeState, 2)
        ),
    )


def schematron_faults(data: bytes, schema: Path) -> Iterator[str]:
    """The rules of a Schematron schema (XPath 2.0) that a file violates. Warnings are passed over."""
    rules, document = etree.parse(schema).getroot(), etree.ElementTree(etree.fromstring(data))
    names = {each.get("prefix"): each.get("uri") for each in rules.iter(f"{_SCH}ns")}

    def selected(expression: str, node: object, variables: dict[str, object]) -> object:
        return elementpath.select(document, expression, names, XPath2Parser, item=node, variables=variables)

    for pattern in rules.iter(f"{_SCH}pattern"):
        decided: set[int] = set()
        for rule in pattern.iter(f"{_SCH}rule"):
            found = elementpath.select(document, f"//({rule.get('context')})", names, XPath2Parser)
            for node in (each for each in found if id(each) not in decided):
                decided.add(id(node))
                variables: dict[str, object] = {"current": node}
                for step in rule.iter(f"{_SCH}let", f"{_SCH}assert", f"{_SCH}report"):
                    told = step.get("value") or step.get("test")
                    value = told.replace("current()", "$current")
                    if step.tag == f"{_SCH}let":
                        variables[step.get("name")] = selected(value, node, variables)
                    elif "warn" not in (step.get("role") or rule.get("role") or ""):
                        holds = selected(f"boolean({value})", node, variables)
                        if holds is (step.tag == f"{_SCH}report"):
                            yield pattern.get("id")


def schema_faults(data: bytes, schema: Path) -> list[str]:
    checker = etree.XMLSchema(etree.parse(schema))
    checker.validate(etree.fromstring(data))
    return [each.message for each in checker.error_log]


def test_what_goes_out_is_valid_by_the_schema_and_the_schematron_of_oasis():
    schemas = sample(SCHEMAS)

    data = write_xliff(rich())

    assert schema_faults(data, schemas / "xliff_core_2.0.xsd") == []
    assert list(schematron_faults(data, schemas / "xliff_core_2.1.sch")) == []


def test_the_schema_and_the_schematron_find_what_is_wrong():
    """Else the test above could not fail."""
    schemas, data = sample(SCHEMAS), write_xliff(rich())

    by_schema = schema_faults(data.replace(b'"final"', b'"done"'), schemas / "xliff_core_2.0.xsd")
    no_note = list(
        schematron_faults(data.replace(b'ref="#n=n-t"', b'ref="#n=n-x"'), schemas / "xliff_core_2.1.sch")
    )
    bad = [
        path.name
        for path in sorted(sample(f"{OASIS}/invalid").glob("*.xlf"))
        if list(schematron_faults(path.read_bytes(), schemas / "xliff_core_2.1.sch"))
    ]
    good = [
        path.name
        for path in sorted(sample(f"{OASIS}/valid").glob("*.xlf"))
        if list(schematron_faults(path.read_bytes(), schemas / "xliff_core_2.1.sch"))
    ]

    assert len(by_schema) > 0
    assert no_note == ["F13T"]
    assert (len(bad) >= 12, good) == (True, [])


def test_a_valid_file_of_oasis_is_read_or_refused_by_a_sentence():
    outcomes = {}
    for path in sorted(sample(f"{OASIS}/valid").glob("*.xlf")):
        try:
            outcomes[path.stem] = len(read_xliff(path.read_bytes()).units)
        except errors.ThbError as refusal:
            outcomes[path.stem] = refusal.code

    assert outcomes["withCommentAnnotations"] == "exchange-version"  # it says 2.0
    assert set(outcomes.values()) <= {"exchange-version", "exchange-layout", 1, 2, 3}


TOOLKIT = """
import sys
from translate.storage import factory, xliff2
store = xliff2.Xliff2File.parsefile(sys.argv[1])
print(len(store.units))
store.units[1].target = "Une autre ?"
with open(sys.argv[1], "wb") as target:
    target.write(bytes(store))
for path in sys.argv[2:]:
    print(*(f"{each.source}={each.target}" for each in factory.getobject(path).units))
"""


def as_martif(data: bytes) -> bytes:
    """The same terms by the names of the edition of 2008: the toolkit knows no other one (ADR 0029)."""
    names = {"tbx": "martif", "conceptEntry": "termEntry", "langSec": "langSet", "termSec": "tig"}
    text = data.decode().replace(' xmlns="urn:iso:std:iso:30042:ed-2"', "")
    for new, old in names.items():
        text = re.sub(rf"(</?){new}\b", rf"\1{old}", text)
    return text.encode()


def test_the_translate_toolkit_opens_what_goes_out_and_what_it_saves_comes_back(tmp_path: Path):
    sent = exchange()
    out, memory, terms = tmp_path / "job.xlf", tmp_path / "memory.tmx", tmp_path / "terms.tbx"
    out.write_bytes(write_xliff(sent))
    entry = MemoryEntry(id="1", source_language="ar", source="لا", target_language="fr", target="non")
    memory.write_bytes(write_tmx([entry], source_language="ar"))
    words = (ExchangeTerm(language="ar", term="سمسار"), ExchangeTerm(language="fr", term="recruteur"))
    concept = ExchangeConcept(id="1", terms=words)
    terms.write_bytes(as_martif(write_tbx([concept], title="Terms", language="en")))

    run = subprocess.run(
        [sys.executable, "-c", TOOLKIT, out, memory, terms], capture_output=True, text=True, check=False
    )

    told = ["3", "لا=non", "سمسار=recruteur"]
    assert (run.returncode, run.stdout.splitlines()) == (0, told), run.stderr
    (accepted,) = accept(read_xliff(out.read_bytes()), sent).changed
    assert (accepted.sent.number, accepted.unit.target) == ("2", "Une autre ?")


XLIFF_1 = [(f"01-texts/xliff/{name}", "exchange-version") for name in (
    "file-XLIFFFilter-cdata-bugs418.xlf", "file-XLIFFFilter-properties.xlf", "file-xliff-RFE1506.xliff",
    "states.xlf",
)]  # fmt: skip


@pytest.mark.parametrize(("path", "code"), XLIFF_1)
def test_an_older_xliff_is_refused_by_its_version(path: str, code: str):
    data = sample(path).read_bytes()

    with pytest.raises(errors.ExchangeVersionError) as refusal:
        examine(data, path)

    assert refusal.value.code == code


MEMORIES = {
    "ExportTest1E.tmx": 4,
    "ExportTest2A.tmx": 6,
    "ImportTest1J.tmx": 2,
    "ImportTest2A-0index.tmx": 7,
    "ImportTest2C.tmx": 2,
    "empty.tmx": 0,
    "invalid.tmx": 1,
    "project_save.tmx": 5,
    "resegmenting.tmx": 1,
    "test-match-stat-en-ca.tmx": 259,
    "test-match-stat-en-ca11.tmx": 259,
    "test-multiple-entries11.tmx": 4,
    "test-omegat-invalid.tmx": 7,
}
"""Entries: texts beside the one in the source language."""
SUBTITLES = {
    "bom-utf-16-le.srt": (7, []),
    "bom-utf-8.srt": (7, []),
    "captions_with_bom.vtt": (4, []),
    "empty.vtt": ("exchange-format", []),
    "invalid.vtt": ("exchange-format", []),
    "invalid_format4.srt": (1, ["transcript.left-out", "transcript.no-text"]),
    "invalid_timeframe.vtt": (7, ["transcript.times"]),
    "missing_caption_text.vtt": (5, ["transcript.no-text"]),
    "missing_timeframe.srt": (5, ["transcript.times"]),
    "missing_timeframe.vtt": (7, ["transcript.times"]),
    "one_caption.srt": (1, []),
    "sample.srt": (5, []),
    "testWebVTT_header.vtt": (1, ["transcript.several-speakers"]),
    "testWebVTT_simple.vtt": (2, ["transcript.several-speakers", "transcript.left-out"]),
}


def outcome(path: Path) -> tuple[int | str, list[str]]:
    """How many entries a file has, or why it is refused, and what is told of it, in sentences."""
    try:
        found = examine(path.read_bytes(), path.name)
    except errors.ThbError as refusal:
        return refusal.code, []
    assert all(sentence(each, language) for each in found.findings for language in ("en", "fr"))
    return found.count, [each.key for each in found.findings]


@pytest.mark.parametrize("name", MEMORIES)
def test_a_memory_of_another_program_is_read(name: str):
    count, findings = outcome(sample(f"01-texts/tmx/{name}"))

    assert count == MEMORIES[name]
    assert set(findings) <= {"tmx.codes"}


@pytest.mark.parametrize("name", SUBTITLES)
def test_subtitles_of_others_are_read_with_what_is_wrong_in_them(name: str):
    assert outcome(sample(f"01-texts/subtitles/{name}")) == SUBTITLES[name]


@pytest.mark.requirement("SR-25")
def test_sr_25_the_entity_attacks_of_the_samples_are_refused():
    outcomes = {}
    for path in sorted(sample("02-evidence/bad-xml").glob("*.xml")):
        with pytest.raises(errors.ThbError) as refusal:
            read_xliff(path.read_bytes())
        outcomes[path.name] = refusal.value.code

    assert set(outcomes.values()) == {"xml-document-type"}
    assert len(outcomes) >= 5


@pytest.mark.requirement("SR-24")
def test_sr_24_archives_and_office_files_of_others_are_refused():
    archives = sorted(sample("02-evidence/archives").iterdir())
    office = [
        path for path in sorted(sample("02-evidence/office").iterdir()) if path.suffix in (".docx", ".xlsx")
    ]

    refused = {}
    for path in archives:
        with pytest.raises(errors.ThbError) as refusal:
            open_archive(path.read_bytes())
        refused[path.name] = refusal.value.code
    codes = {path.name: outcome(path)[0] for path in office}

    assert set(refused.values()) <= {"archive-refused", "exchange-over-limit"}
    assert len(refused) >= 6
    assert codes["EmbeddedDocument.docx"] == codes["testExcel_embeddedPDF.xlsx"] == "office-active-content"
    assert codes["protect.xlsx"] == "archive-refused"
    assert set(codes.values()) == {"office-active-content", "archive-refused", "exchange-format"}


def test_subtitles_in_utf_16_are_read_and_the_encoding_is_said():
    read = read_srt(sample("01-texts/subtitles/bom-utf-16-le.srt").read_bytes())

    assert read.encoding is TextEncoding.UTF_16_LITTLE
    assert read.turns[0].text.startswith("About 2 months ago")
    assert read.turns[0].start == 6500


def test_a_transcript_of_elan_is_read_with_its_speakers_and_times():
    read = read_eaf(sample("01-texts/elan/test.eaf").read_bytes())

    assert len(read.turns) == 11
    assert {turn.speaker for turn in read.turns} == {"P001", "marker"}
    assert (read.turns[0].start, read.turns[0].end) == (830, 5200)
    assert {each.key for each in read.findings} == {"transcript.tier"}


def test_plain_testimony_is_read_and_loses_no_word():
    data = sample("01-texts/testimony/kansas_1.txt").read_bytes()

    read = read_plain(data)

    kept = " ".join(f"{turn.speaker} {turn.text}" for turn in read.turns)
    assert [word.strip(":") for word in kept.split()] == [word.strip(":") for word in data.decode().split()]
