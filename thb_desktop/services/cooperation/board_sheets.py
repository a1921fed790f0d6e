"""The sheet of the board: each request with its deadlines, its answers and its transmissions."""

from collections.abc import Iterable, Iterator

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_fields import TRANSMISSION
from thb_desktop.domain.grounds import grounds_named
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.instrument_links import Linked
from thb_desktop.domain.rights import Right
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.sheets import said, sheet_of
from thb_desktop.services.cooperation.board import BoardLine, Unasked, board_of, list_unasked
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.words import called, capital, field_name, sentence, word


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
            *_unasked(list_unasked(session, case_id), language),
        ],
    )


def _wave(wave: int | None, lines: list[BoardLine], language: str) -> SheetPart:
    heading = said("wave", language).format(number=wave) if wave is not None else said("no_wave", language)
    return SheetPart(heading=heading, columns=columns_of(lines, language, in_full=True))


def _unasked(came: Iterable[Unasked], language: str) -> Iterator[SheetPart]:
    facts = [(each.holder, f"{each.office}, {each.number}, {each.at.date().isoformat()}") for each in came]
    if facts:
        yield SheetPart(heading=said("unasked", language), facts=facts)


def columns_of(
    lines: list[BoardLine], language: str, *, in_full: bool = False
) -> list[tuple[str, list[str]]]:
    """The columns of a sheet with these requests, in a language; `in_full` with answers and transmissions."""

    def named(name: str) -> str:
        return capital(field_name(f"instrument.{name}", language))

    columns = [
        (named("number"), [each.instrument.number for each in lines]),
        (named("type"), [word(each.instrument.type, language) for each in lines]),
        (said("states", language), [_between(each.instrument) for each in lines]),
        (named("status"), [_status(each, language, in_full=in_full) for each in lines]),
    ]
    if not in_full:
        columns.append((said("deadlines", language), [_next(each, language) for each in lines]))
    else:
        sent = capital(field_name(f"{TRANSMISSION.name}.channel", language))
        columns += [
            (said("deadlines", language), [_deadlines(each, language) for each in lines]),
            (said("answers", language), [_answered(each, language) for each in lines]),
            (sent, [_sent(each, language) for each in lines]),
        ]
    return columns


def _between(each: Instrument) -> str:
    return " \u2192 ".join(filter(None, (each.from_country, each.to_country)))


def _status(line: BoardLine, language: str, *, in_full: bool) -> str:
    """The status with its day; `in_full` with the grounds of a refusal or a postponement."""
    each = line.instrument
    since = each.status_on.isoformat() if each.status_on else ""
    told = [" ".join(filter(None, (word(each.status, language) if each.status else "\u2013", since)))]
    if in_full:
        told += [word(ground, language) for ground in grounds_named(each)]
        told += [each.refused_because]
    return "\n".join(filter(None, told))


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


def _sent(line: BoardLine, language: str) -> str:
    return "\n".join(
        f"{each.sent_on.isoformat()}, {word(each.channel, language)}, {each.by}: {each.what}"
        for each in line.transmissions
    )
