"""A copy of a statement made elsewhere: its file prevails; what the file says, and where each turn stands."""

from collections import Counter
from collections.abc import Iterator

from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.elsewhere import STATEMENT_ELSEWHERE, StatementElsewhere
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.page_comparisons import lines_told, placed
from thb_desktop.report.parts.described import facts_of
from thb_desktop.report.parts.setting import Setting, in_groups
from thb_desktop.report.style import NOTE


def draw_origin(setting: Setting, full: InterviewInFull, statement: StatementElsewhere) -> None:
    """Draw the note that the file prevails, its name and digest, and how the words came into the record."""
    flow, words = setting.flow, setting.words.interview
    number, name = _file(setting, statement)
    flow.text(words.copy_note.format(exhibit=number), NOTE)
    flow.text(
        words.copy_file.format(name=name, digest=in_groups(statement.sha256), pages=statement.pages), NOTE
    )
    ways = Counter(each.place.way for each in placed((one.segment for one in full.segments), full.places))
    told = [words.copy_ways.format(count=count, way=setting.words.label(way)) for way, count in ways.items()]
    if told:
        flow.bullets(told, NOTE)


def facts_elsewhere(setting: Setting, statement: StatementElsewhere) -> list[tuple[str, str]]:
    """Return what the file says of how the statement was made."""
    return facts_of(
        setting,
        STATEMENT_ELSEWHERE,
        statement,
        sections=("statement_elsewhere",),
        without=("file_id",),
    )


def places_of(setting: Setting, full: InterviewInFull) -> dict[str, str]:
    """Return by turn where its words stand: "p. 2, l. 5–7"."""
    segments = (each.segment for each in full.segments)
    return {
        each.segment.id: setting.apart(_places(setting, each.place.anchors))
        for each in placed(segments, full.places)
    }


def _places(setting: Setting, anchors: tuple[Anchor, ...]) -> Iterator[str]:
    words = setting.words.interview
    for page, first, last in lines_told(anchors):
        lines = str(first) if first == last else f"{first}–{last}"
        yield words.copy_lines.format(page=page, lines=lines) if first else words.copy_page.format(page=page)


def _file(setting: Setting, statement: StatementElsewhere) -> tuple[str, str]:
    """Return the number of the exhibit, and the name of the file if it travels with the bundle."""
    for full in setting.content.exhibits:
        if full.exhibit.id == statement.exhibit_id:
            name = next((each.name for each in full.files if each.id == statement.file_id), "")
            return full.exhibit.number, name or setting.words.common.elsewhere
    return setting.names.get(
        statement.exhibit_id, setting.words.common.elsewhere
    ), setting.words.common.elsewhere
