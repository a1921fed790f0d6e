"""The sheet of the board: each request with its deadlines, its answers and its transmissions."""

import re
from collections.abc import Iterable, Iterator

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import Instrument, Transmission
from thb_desktop.domain.cooperation_fields import TRANSMISSION
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.instrument_links import Linked
from thb_desktop.domain.rights import Right
from thb_desktop.report.parts.setting import in_groups
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of, words_in
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.sheets import said, sheet_of
from thb_desktop.services.cooperation.board import BoardLine, Unasked, board_of, list_log, list_unasked
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.words import called, capital, field_name, sentence, word

_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def board_sheet(session: Session, case_id: CaseId) -> Sheet:
    """The board in print: each request with its deadlines as counted, its answers, and its transmissions."""
    case = get_case(session, case_id)
    language = language_of(case.language)
    lines = board_of(session, case_id)
    waves = dict.fromkeys(each.instrument.wave for each in lines)
    return sheet_of(
        session.clock.read().at,
        case,
        "board",
        [
            *(
                _wave(wave, [each for each in lines if each.instrument.wave == wave], language)
                for wave in waves
            ),
            *_doubts(lines, language),
            *_log(list_log(session, case_id), language),
            *_unasked(list_unasked(session, case_id), language),
        ],
    )


def _wave(wave: int | None, lines: list[BoardLine], language: str) -> SheetPart:
    heading = said("wave", language).format(number=wave) if wave is not None else said("no_wave", language)
    return SheetPart(heading=heading, columns=columns_of(lines, language, in_full=True))


def _doubts(lines: Iterable[BoardLine], language: str) -> Iterator[SheetPart]:
    """What the board says of answers and forms, below the tables, which have no room for it."""
    facts = [
        (line.instrument.number, "\n".join(capital(sentence(each, language)) for each in line.doubts))
        for line in lines
        if line.doubts
    ]
    if facts:
        yield SheetPart(heading=said("doubts", language), facts=facts)


def _unasked(came: Iterable[Unasked], language: str) -> Iterator[SheetPart]:
    facts = [(each.holder, f"{each.office}, {each.number}, {each.at.date().isoformat()}") for each in came]
    if facts:
        yield SheetPart(heading=said("unasked", language), facts=facts)


def columns_of(
    lines: list[BoardLine], language: str, *, in_full: bool = False
) -> list[tuple[str, list[str]]]:
    """The columns of a sheet with these requests; `in_full` with deadlines, answers and links."""

    def named(name: str) -> str:
        return capital(field_name(f"instrument.{name}", language))

    columns = [
        (named("number"), [each.instrument.number for each in lines]),
        (named("type"), [word(each.instrument.type, language) for each in lines]),
        (said("states", language), [each.instrument.way for each in lines]),
        (named("status"), [_status(each.instrument, language) for each in lines]),
    ]
    due = _deadlines if in_full else _next
    columns.append((said("deadlines", language), [due(each, language) for each in lines]))
    if in_full:
        columns.append((said("answers", language), [_answered(each, language) for each in lines]))
    return columns


def _status(each: Instrument, language: str) -> str:
    """The status with its day. The grounds of a refusal or a postponement stand below (`_doubts`)."""
    since = each.status_on.isoformat() if each.status_on else ""
    return " ".join(filter(None, (word(each.status, language) if each.status else "\u2013", since)))


def _answered(line: BoardLine, language: str) -> str:
    """What was obtained under an instrument, and the instruments to which it is linked."""
    told = [", ".join(line.answers), *(link_told(each, language) for each in line.links)]
    return "\n".join(filter(None, told)) or "\u2013"


def link_told(link: Linked, language: str) -> str:
    """Return what a link says: "Supplements EIO-1", "Followed by MLA-2"."""
    return f"{capital(word(link.how, language))} {link.other}"


def _deadlines(line: BoardLine, language: str) -> str:
    told = (each.finding for each in line.deadlines if not each.depends)
    return "\n".join(capital(sentence(each, language)) for each in told)


def _next(line: BoardLine, language: str) -> str:
    due = line.next_due
    if due is None or due.due is None:
        return "\u2013"
    return f"{called(due.called, language)}: {due.due.isoformat()}"


def _log(told: Iterable[tuple[Instrument | None, Transmission]], language: str) -> Iterator[SheetPart]:
    """The log of transmissions by day, each with the request under which it went or came, or on what other
    basis. A request that was struck out does not take them away.
    """
    pairs = tuple(told)
    log = [each for _, each in pairs]

    def named(name: str) -> str:
        return capital(field_name(f"{TRANSMISSION.name}.{name}", language))

    if log:
        columns = [
            (named("number"), [each.number for each in log]),
            (named("instrument_id"), [_on_what(*each, language) for each in pairs]),
            (named("sent_on"), [each.sent_on.isoformat() for each in log]),
            (named("incoming"), [_incoming(each, language) for each in log]),
            (named("channel"), [word(each.channel, language) for each in log]),
            (named("by"), [each.by for each in log]),
            (named("what"), [_DIGEST.sub(lambda found: in_groups(found[0], 4), each.what) for each in log]),
            (named("receipt"), [each.receipt or "\u2013" for each in log]),
        ]
        yield SheetPart(heading=said("log", language), columns=columns)


def _on_what(instrument: Instrument | None, each: Transmission, language: str) -> str:
    struck = f" ({said('search_struck', language)})" if instrument and instrument.struck else ""
    number = f"{instrument.number}{struck}" if instrument else ""
    return ", ".join(filter(None, (number, each.basis)))


def _incoming(each: Transmission, language: str) -> str:
    if each.incoming is None:
        return "\u2013"
    common = words_in(language).common
    return common.yes if each.incoming else common.no
