"""What the index says of an exhibit below its title."""

from dataclasses import dataclass, replace

import pytest

from tests.support.bundles import case_content
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.cooperation_codes import ConditionKind, HandlingCode
from thb_desktop.domain.description import OnlineCapture
from thb_desktop.domain.elsewhere import StatementElsewhere
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import InstrumentId, RowId
from thb_desktop.domain.printed_content import PrintedContent, PrintedFile, PrintedForm
from thb_desktop.domain.vocabulary import Originality
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document, Place
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.exhibits import draw_index
from thb_desktop.report.parts.indexed import told_below
from thb_desktop.report.parts.setting import Setting, size_of
from thb_desktop.report.style import NOTE, PORTRAIT
from thb_desktop.report.words import LANGUAGES, words_in


@pytest.fixture
def content() -> BundleContent:
    """A bundle of one record, whose recording is its only exhibit."""
    whole = case_content("perla")
    full = next(each for each in whole.interviews if each.interview.recording_id and not each.elsewhere)
    taken = [each for each in whole.exhibits if each.exhibit.id == full.interview.recording_id and each.files]
    frame = replace(whole.frame, captures=(), conditions=(), bound=())
    record = replace(full, recordings=())
    return replace(
        whole, interviews=(record,), exhibits=tuple(taken), language=(), printed=(), frame=frame, version=None
    )


def below(content: BundleContent, full: ExhibitInFull, language: str = "en") -> str:
    properties = Properties(title="", language=language, software="", made_at=content.release.made_at)
    flow = Flow(Document(properties=properties), geometry=PORTRAIT)
    return told_below(Setting(content, words_in(language), flow), full)


def test_the_size_is_that_of_all_files_and_what_nobody_entered_is_not_told(content: BundleContent):
    [full] = content.exhibits
    file = replace(full.files[0], size=1200)
    two = replace(full, files=(file, replace(file, size=34)))

    assert below(content, two).endswith(f"size: {size_of(1234)}".replace("34 B", "34\N{NO-BREAK SPACE}B"))
    assert "size" not in below(content, replace(full, files=()))
    for word in ("pages", "language", "translation", "bound"):
        assert word not in below(content, two)


def test_pages_are_told_where_the_program_counted_those_of_every_file(content: BundleContent):
    [full] = content.exhibits
    [file] = full.files[:1]
    drawn = PrintedFile(name="a.pdf", sha256=file.sha256, form=PrintedForm.PAGES, left_out=7)

    def told(printed: PrintedFile, *files: str) -> str:
        known = PrintedContent(exhibit_id=full.exhibit.id, number=full.exhibit.number, files=(printed,))
        held = replace(full, files=tuple(replace(file, sha256=each) for each in files))
        return below(replace(content, printed=(known,)), held)

    assert "pages: 7" in told(drawn, file.sha256)
    assert "pages" not in told(replace(drawn, left_out=None), file.sha256)
    assert "pages" not in told(drawn, file.sha256, "0" * 64)


def test_the_languages_of_captured_pages_are_those_that_were_entered(content: BundleContent):
    [full] = content.exhibits
    capture = OnlineCapture(
        id=RowId("c"),
        case_id=full.exhibit.case_id,
        exhibit_id=full.exhibit.id,
        requested_url="https://example.org/",
        captured_at=full.exhibit.collected_at,
        languages=("ro", "fr"),
    )

    struck = replace(capture, id=RowId("d"), languages=("de",), struck="entered twice")

    told = below(replace(content, frame=replace(content.frame, captures=(capture, struck))), full)

    assert told.endswith("language: Romanian, French")


def test_a_statement_made_elsewhere_has_its_pages_and_the_languages_of_its_turns(content: BundleContent):
    [full], [record] = content.exhibits, content.interviews
    [file] = full.files[:1]
    copied = StatementElsewhere(
        id=record.interview.id,
        exhibit_id=full.exhibit.id,
        file_id=file.id,
        sha256=file.sha256,
        pages=12,
    )
    first = record.segments[0]
    turns = (replace(first, segment=replace(first.segment, language="bg")),)
    taken_over = replace(content, interviews=(replace(record, elsewhere=(copied,), segments=turns),))

    told = below(taken_over, replace(full, files=(file,)))

    assert "pages: 12" in told
    assert "language: Bulgarian" in told


def test_a_translation_is_another_exhibit_or_that_of_its_record(content: BundleContent):
    [full], [record] = content.exhibits, content.interviews
    job = next(each for each in case_content("perla").language)
    known = replace(job, job=replace(job.job, number="T-7"), record=record.interview.number)
    written = replace(
        full.exhibit, number="E-77", parent_id=full.exhibit.id, originality=Originality.TRANSLATION
    )
    copy = replace(written, number="E-78", originality=Originality.WORKING_COPY)
    others = [replace(full, exhibit=each, files=()) for each in (written, copy)]
    translated = replace(content, exhibits=(full, *others), language=(known,))

    assert f"translation: E-77, T-7\N{NO-BREAK SPACE}({record.interview.number})" in below(translated, full)
    assert "T-7" not in below(replace(translated, language=(replace(known, record="I-99"),)), full)


@pytest.mark.parametrize("language", LANGUAGES)
def test_conditions_that_bind_it_are_named_with_their_marking(content: BundleContent, language: str):
    [full] = content.exhibits
    words = words_in(language)
    first = UseCondition(
        id=RowId("one"),
        case_id=full.exhibit.case_id,
        number="C-1",
        kind=ConditionKind.HANDLING_CODE,
        text="As marked",
        imposed_by="Europol",
        imposed_state="",
        instrument_id=InstrumentId("of it"),
        handling=HandlingCode.EUROPOL_H3,
    )
    second = replace(first, id=RowId("two"), number="C-2", handling=None)
    other = replace(first, id=RowId("three"), number="C-3")
    bound = ((full.exhibit.id, ("C-1", "C-2")),)
    frame = replace(content.frame, conditions=(first, second, other), bound=bound)

    told = below(replace(content, frame=frame), full, language)

    marking = words.label(HandlingCode.EUROPOL_H3)
    assert told.endswith(
        words.common.named.format(name=words.noun(words.exhibit.bound), value=f"C-1 ({marking}), C-2")
    )


@dataclass(frozen=True)
class Index:
    """An index of 18 exhibits: whether it begins below the other text, and how much of its last page is used,
    as a part of the whole.
    """

    begins_below: bool
    last: float


WHOLE = 0.75
"""The height of that index."""


def index_below(used: float, *, follows: float = 0) -> Index:
    """Draw it below so much other text, both as parts of a page."""
    content = case_content("perla")
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    flow = Flow(Document(properties=properties), geometry=PORTRAIT)
    setting = Setting(content, words_in("en"), flow)
    first, to = flow.page, flow.page.bookmark("exhibits", 0)
    flow.text("Signatures", NOTE)
    flow.gap(used * flow.full - (flow.full - flow.room))
    places = [
        Place(title="", level=2, page=first.number, destination=to, about=each.exhibit.id)
        for each in content.exhibits
    ]

    draw_index(setting, places, {first.number: 1}, follows=follows * flow.full)

    begun = flow.document.announced[setting.words.exhibit.index]
    return Index(begun == first.number, 1 - flow.room / flow.full)


@pytest.mark.parametrize("used", [0.32, 0.4, 0.5, 0.6])
def test_the_last_rows_of_the_index_do_not_stand_alone_on_a_page(used: float):
    index = index_below(used)

    assert not index.begins_below
    assert index.last == pytest.approx(WHOLE, abs=0.03)


@pytest.mark.parametrize("used", [0.32, 0.4, 0.5])
def test_what_stands_below_the_last_rows_keeps_them_there_where_it_has_room(used: float):
    fits = index_below(used, follows=0.6)
    does_not = index_below(used, follows=0.98)

    assert fits.begins_below
    assert fits.last < WHOLE / 2
    assert not does_not.begins_below


@pytest.mark.parametrize("used", [0.1, 0.2])
def test_the_index_begins_below_where_it_fits(used: float):
    index = index_below(used)

    assert index.begins_below
    assert index.last == pytest.approx(used + WHOLE, abs=0.03)
