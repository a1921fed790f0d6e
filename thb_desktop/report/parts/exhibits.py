"""The index of exhibits, and a sheet for each: what it is, where it comes from, every file's digest, and its
custody.
"""

from collections.abc import Iterator, Mapping, Sequence

from thb_desktop.domain.case import in_language
from thb_desktop.domain.custody_corrected import corrected
from thb_desktop.domain.custody_kinds import ARRIVALS
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.description_fields import ITEM_DESCRIPTION, ONLINE_CAPTURE
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.exhibit_fields import EXHIBIT
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.fields import Description
from thb_desktop.domain.vocabulary import ExhibitKind
from thb_desktop.report.document.document import Place
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.table import Link, Table, height_of
from thb_desktop.report.parts.cited import Passages
from thb_desktop.report.parts.compact import draw_sections
from thb_desktop.report.parts.custody import (
    NAMES,
    NAMES_GAP,
    compared_with,
    draw_custody,
    draw_proofs,
    remarks_on,
    shared_reason,
    single_event,
    told_before,
    told_of_clocks,
    told_of_shared,
)
from thb_desktop.report.parts.described import draw_corrections, facts_of, name_of
from thb_desktop.report.parts.indexed import told_below
from thb_desktop.report.parts.opening import Shared, opening_of, shared_openings, told_of_opening
from thb_desktop.report.parts.originals import draw_original
from thb_desktop.report.parts.printed import draw_printed, what_is_printed
from thb_desktop.report.parts.setting import Setting, in_groups, instant, size_of
from thb_desktop.report.parts.signature_checks import draw_checks
from thb_desktop.report.parts.transcripts import Transcript, draw_transcript, transcripts_of
from thb_desktop.report.style import CELL, CELL_NOTE, CELL_STRONG, CODE, FACT, LABEL, NOTE
from thb_desktop.report.text import Paragraph

_INDEX, _INDEX_GAP = (33, 152, 161, 46, 50, 23), 6.0
_FEW_FILES, _ABOVE_NOTE = 3, 38.0
_THINGS = frozenset(
    {
        *(ExhibitKind.PHYSICAL, ExhibitKind.DIGITAL_DEVICE, ExhibitKind.STORAGE_MEDIUM),
        *(ExhibitKind.DOCUMENT_PAPER, ExhibitKind.CASH_VALUABLES, ExhibitKind.BIOLOGICAL_REF),
    }
)
"""Kinds of exhibits that no file is: a file of theirs is something else."""
_USUAL_PATH = "records/exhibit-{number}.jsonl"
_FILES = ((150, 86, 52, 165), (44, 60, 40, 321))
"""Of these, the widths are taken at which the table of the files of an exhibit is lowest."""
_LOW = 60.0
"""Points; a higher row may stand at the foot of a page without the next one."""
_SHEET_START = 40.0  # a few lines of facts: a heading is not alone at the foot of a page
_ABOVE_ROWS, _LITTLE_SAID = 70.0, 0.3
"""The heading and the note of the index; and how much of a page may stay free before it."""
_INDEX_START = 150.0  # the note, the header and a row: a heading and its note are not alone at a page's foot


def draw_index(
    setting: Setting, places: Sequence[Place], page_numbers: Mapping[int, int], *, follows: float
) -> None:
    """Draw the index of exhibits, each number a link to its sheet, with its page.

    follows: the height of what stands below it on its last page, if it has room there; 0 if nothing does.
    """
    flow, words, common = setting.flow, setting.words.exhibit, setting.words.common
    if not setting.content.exhibits:
        return
    header = (
        common.exhibit,
        f"{common.title}, {setting.words.noun(common.kind)}",
        words.collected,
        words.originality,
        words.files,
        common.page_number,
    )
    table = Table(flow, _INDEX, header=header, gap=_INDEX_GAP, is_dense=True)
    sheets = {each.about: each for each in places if each.about}
    rows = [
        [
            *_index_cells(setting, each, _INDEX),
            setting.cell(str(page_numbers[sheets[each.exhibit.id].page]), _INDEX[-1], at_end=True),
        ]
        for each in setting.content.exhibits
    ]
    whole, below = _ABOVE_ROWS + table.height_of(rows), follows + table.head if follows else 0
    with flow.section("Part", title=words.index):
        flow.heading(words.index, 1, mark=False)
        flow.need(whole if _is_on_a_page_of_its_own(flow, whole, below) else _INDEX_START)
        flow.document.place_announced(words.index, page=flow.page, top=flow.top + _ABOVE_NOTE)
        flow.note(words.index_note)
        with table:
            for each, cells in zip(setting.content.exhibits, rows, strict=True):
                sheet = sheets[each.exhibit.id]
                link = Link(sheet.destination, f"{sheet.title}, {page_numbers[sheet.page]}")
                table.row(cells, headers=1, links=dict.fromkeys((0, len(_INDEX) - 1), link))


def _is_on_a_page_of_its_own(flow: Flow, whole: float, below: float) -> bool:
    """Whether the index, of this height, begins on a new page, if it fits there: where little room is left
    before it, or where its last rows would stand alone on the next page. The page before is then as full as
    that of the last rows would be, or fuller.

    below: the height of what stands below it on its last page and of its header there; 0 if nothing does.
    """
    if whole > flow.full:
        return False
    if flow.room <= _LITTLE_SAID * flow.full:
        return True
    last = whole - flow.room
    return last > 0 and not 0 < below <= flow.full - last


def _index_cells(setting: Setting, full: ExhibitInFull, widths: tuple[int, ...]) -> list[list[Paragraph]]:
    exhibit, words, label = full.exhibit, setting.words.exhibit, setting.words.label
    digests = [setting.cell(file.sha256[:8], widths[4], CODE) for file in full.files]
    return [
        setting.cell(exhibit.number, widths[0], CELL_STRONG),
        setting.cell(in_language(exhibit.titles, setting.content.release.language), widths[1])
        + setting.cell(told_below(setting, full), widths[1], CELL_NOTE),
        [
            part
            for text, style in zip(how_it_came(setting, full), (CELL, CELL_NOTE), strict=True)
            for part in setting.cell(text, widths[2], style)
        ],
        setting.cell(label(exhibit.originality), widths[3], CELL_NOTE),
        [part for each in digests for part in each] or setting.cell(words.no_files, widths[4], CELL_NOTE),
    ]


def how_it_came(setting: Setting, full: ExhibitInFull) -> tuple[str, str]:
    """Return when an exhibit was taken, and from whom or where and by whom; of a masked copy, the act that
    made it, when, and by whom. Where it is entered only with the event of that moment, it is told from there.
    """
    exhibit, words = full.exhibit, setting.words.exhibit
    if made := full.copied_by:
        by = words.collected_by.format(name=made.actor) if made.actor else ""
        return instant(setting.here(made.occurred_at)), ", ".join(
            filter(None, (setting.words.label(made.action), by))
        )
    collector = setting.officials.get(exhibit.collected_by)
    by = words.collected_by.format(name=collector.name) if collector else ""
    events = corrected([each.event for each in full.custody])
    there = (
        each.place for each in events if each.action in ARRIVALS and each.occurred_at == exhibit.collected_at
    )
    return instant(exhibit.collected_at), ", ".join(filter(None, (exhibit.source or next(there, ""), by)))


def draw_sheets(setting: Setting, passages: Passages) -> None:
    """Draw the exhibit sheets, one after the other: what an exhibit is, and its custody; then what the proofs
    of the custody show. passages: those that name an exhibit.
    """
    flow, words, shared = setting.flow, setting.words.custody, shared_reason(setting)
    printed = {each.exhibit_id: each for each in setting.content.printed}
    transcripts: dict[str, list[Transcript]] = {}
    before, openings = told_before(setting), shared_openings(setting)
    for each in transcripts_of(setting.content):
        transcripts.setdefault(each.exhibit.id, []).append(each)
    with flow.section("Part", title=words.part):
        flow.heading(words.part, 1)
        told = (
            what_is_printed(setting),
            words.intro,
            told_of_clocks(setting),
            setting.words.exhibit.entry_digest_note,
            told_of_shared(setting, shared),
            *told_of_opening(setting, openings),
        )
        flow.text("\n".join(filter(None, told)), NOTE)
        for full in setting.content.exhibits:
            number = full.exhibit.number
            title = in_language(full.exhibit.titles, setting.content.release.language)
            label = f"{setting.words.common.exhibit} {number} {in_groups(full.digest[:16])}"
            exhibit = f"{setting.words.common.exhibit} {number}"
            with flow.section("Sect", title=exhibit), flow.record(label, about=full.exhibit.id):
                flow.heading(f"{exhibit} – {title}", 2, about=full.exhibit.id)
                _draw_sheet(setting, full, openings)
                draw_custody(setting, full, before)
                _draw_foot(setting, full, shared, passages.get(number, ()))
                draw_original(setting, number, passages)
                if full.exhibit.id in printed:
                    draw_printed(setting, full.exhibit, printed[full.exhibit.id])
                for each in transcripts.get(full.exhibit.id, ()):
                    draw_transcript(setting, each)
        draw_proofs(setting)
    flow.end_part()


def _draw_sheet(setting: Setting, full: ExhibitInFull, openings: Shared) -> None:
    words, number = setting.words.exhibit, full.exhibit.number
    setting.flow.need(_SHEET_START)
    root = setting.names.get(full.exhibit.root_id, setting.words.common.elsewhere)
    facts = [
        *_facts(setting, full),
        (words.root, "" if root == number else root),
        (words.opening, opening_of(setting, full, openings)),
    ]
    draw_sections(setting, [("", facts)])
    draw_corrections(setting, EXHIBIT, (full.exhibit,))
    _draw_described(setting, full.exhibit)
    draw_checks(setting, full)
    if len(full.files) > _FEW_FILES:
        _draw_files(setting, full)


def _facts(setting: Setting, full: ExhibitInFull) -> list[tuple[str, str]]:
    """Return what is told of an exhibit beside its heading, and beside the first event of its custody."""
    exhibit, own = full.exhibit, setting.content.release.language
    name = setting.words.language_name
    other = [each for each in exhibit.titles if each[1] != in_language(exhibit.titles, own)]
    titles = " / ".join(f"{text} ({name(language)})" for language, text in other)
    standing, *facts = facts_of(
        setting, EXHIBIT, exhibit, without={"number", "titles", *_told_in_event(full)}
    )
    return [standing, (name_of(setting, EXHIBIT, "titles"), titles), *facts]


def _told_in_event(full: ExhibitInFull) -> Iterator[str]:
    """Return the fields of an exhibit that its first custody event tells in the same words; of a masked copy,
    those of an origin, which are of its original.
    """
    if full.copied_by:
        yield from ("source", "collected_at", "collected_by")
    if not full.custody:
        return
    exhibit, event = full.exhibit, full.custody[0].event
    if event.action not in ARRIVALS:
        return
    if (event.occurred_at, event.actor_id) == (exhibit.collected_at, exhibit.collected_by):
        yield from ("collected_at", "collected_by")
    if exhibit.source in (event.place, event.from_party):
        yield "source"
    if exhibit.seal == event.seal:
        yield "seal"


def _draw_foot(
    setting: Setting, full: ExhibitInFull, shared: str, passages: Sequence[tuple[str, str]]
) -> None:
    """Draw, over the whole width: which passages name it, a few files, a single event, what is to be noticed,
    and the digest.
    """
    flow, words = setting.flow, setting.words
    number, width = full.exhibit.number, flow.width - NAMES - NAMES_GAP
    files = full.files if len(full.files) <= _FEW_FILES else ()
    named_in = ", ".join(name for name, _ in passages)
    of_thing = words.exhibit.of_thing if full.files and full.exhibit.kind in _THINGS else ""
    told = setting.cell(of_thing, width, CELL_NOTE)
    rows = [
        (words.exhibit.named_in, setting.cell(named_in, width, FACT)),
        *((words.common.file, _file(setting, file, width)) for file in files[:-1]),
        *((words.common.file, [*_file(setting, file, width), *told]) for file in files[-1:]),
        ("", [] if files else told),
        (words.custody.title.format(number=number), single_event(setting, full, width)),
        (words.custody.compared, compared_with(setting, full, width)),
        (words.custody.remarks, setting.cell(remarks_on(setting, full, shared), width, FACT)),
        (words.exhibit.entry_digest, _entry_digest(setting, full, width)),
    ]
    with Table(flow, (NAMES, width), gap=NAMES_GAP) as table:
        for name, value in rows:
            if value:
                cells = [setting.cell(name, NAMES, LABEL), value]
                keep = name != rows[-1][0] and height_of([cells]) < _LOW
                table.row(cells, headers=1, keep=keep)


def _entry_digest(setting: Setting, full: ExhibitInFull, width: float) -> list[Paragraph]:
    """The digest of what was entered, and of which line of which attached file it is, if not of that which
    the note above all sheets names.
    """
    number = full.exhibit.number
    path = setting.record_paths.get(("exhibit", number), "")
    told = path and path != _USUAL_PATH.format(number=number)
    line = setting.words.exhibit.first_line.format(path=path) if told else ""
    return setting.cell(in_groups(full.digest), width, CODE) + setting.cell(line, width, CELL_NOTE)


def _file(setting: Setting, file: ExhibitFile, width: float) -> list[Paragraph]:
    common = setting.words.common
    told = (
        file.name,
        setting.named(common.media_type, file.media_type),
        setting.named(common.size, size_of(file.size)),
    )
    digest = setting.named(common.digest, in_groups(file.sha256))
    return setting.cell(setting.apart(told), width, FACT) + setting.cell(digest, width, CODE)


def _draw_described(setting: Setting, exhibit: Exhibit) -> None:
    """Draw each thing of the exhibit and each capture as a block of its own."""
    frame = setting.content.frame
    described: tuple[tuple[Description, Sequence[ItemDescription | OnlineCapture]], ...] = (
        (ITEM_DESCRIPTION, [each for each in frame.items if each.exhibit_id == exhibit.id]),
        (ONLINE_CAPTURE, [each for each in frame.captures if each.exhibit_id == exhibit.id]),
    )
    for description, entries in described:
        for each in entries:
            named = description.fields[1].name
            facts = facts_of(setting, description, each, without=(named,))
            draw_sections(setting, [(getattr(each, named), facts)])
        draw_corrections(setting, description, entries)


def _draw_files(setting: Setting, full: ExhibitInFull) -> None:
    common = setting.words.common
    header = (common.file, common.media_type, common.size, common.digest)
    title = setting.words.exhibit.files_of.format(number=full.exhibit.number)
    setting.flow.heading(title, 3, mark=False)
    tried = {widths: [_file_row(setting, file, widths) for file in full.files] for widths in _FILES}
    widths = min(tried, key=lambda each: height_of(tried[each]))
    with Table(setting.flow, widths, header=header, continued=setting.continued(title)) as table:
        for cells in tried[widths]:
            table.row(cells, headers=1)


def _file_row(setting: Setting, file: ExhibitFile, widths: Sequence[float]) -> list[list[Paragraph]]:
    return [
        setting.cell(file.name, widths[0]),
        setting.cell(file.media_type, widths[1], CELL_NOTE),
        setting.cell(size_of(file.size), widths[2], CELL_NOTE),
        setting.cell(in_groups(file.sha256), widths[3], CODE),
    ]
