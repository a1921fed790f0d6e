"""What `thb board` tells of the instruments of a case and of its log, as text and for programs."""

from collections.abc import Iterable, Iterator

from thb_desktop.cli.console import Answer
from thb_desktop.domain.cooperation import Instrument, Transmission
from thb_desktop.domain.cooperation_codes import AGREEMENTS
from thb_desktop.domain.deadlines import Deadline
from thb_desktop.findings import Finding
from thb_desktop.services.cooperation.board import BoardLine, Unasked
from thb_desktop.services.cooperation.board_sheets import link_told
from thb_desktop.words import called, sentence, word

Log = Iterable[tuple[Instrument | None, Transmission]]


def board_lines(lines: Iterable[BoardLine], unasked: Iterable[Unasked], log: Log) -> Iterator[str]:
    """Return what a person reads: each instrument that stands with what is said of it, what came under none,
    and the log.
    """
    for line in lines:
        yield _instrument(line)
        yield from (sentence(each, "en") for each in line.said)
        yield from (f"{line.instrument.number}: {link_told(each, 'en')}." for each in line.links)
    for each in unasked:
        yield f"{each.holder}: {each.number} of {each.office} came under no request, {each.at:%Y-%m-%d}."
    yield from (_sent(*each) for each in log)


def board_answer(lines: Iterable[BoardLine], unasked: Iterable[Unasked], log: Log) -> dict[str, list[Answer]]:
    """Return the same for programs."""
    return {
        "instruments": [_fields(line) for line in lines],
        "unasked": [
            {"holder": each.holder, "office": each.office, "number": each.number} for each in unasked
        ],
        "transmissions": [_sent_fields(*each) for each in log],
    }


def _instrument(line: BoardLine) -> str:
    """What an instrument is, between which States, how it stands, what answered it and what is due next."""
    it = line.instrument
    status = word(it.status, "en") if it.status else "no status entered"
    parts = (
        f"{word(it.type, 'en')}, {_states(it)}",
        "" if it.wave is None else f"wave {it.wave}",
        "day of issue not entered" if it.issued_on is None else f"of {it.issued_on.isoformat()}",
        status if it.status_on is None else f"{status} since {it.status_on.isoformat()}",
        f"answers: {', '.join(line.answers)}" if line.answers else "no answer entered",
        _next(line.next_due),
    )
    return f"{it.number}: {'; '.join(filter(None, parts))}."


def _states(it: Instrument) -> str:
    """From where to where; of an agreement, its parties."""
    sides = (it.from_country or "a State not entered", it.to_country or "a State not entered")
    if it.type in AGREEMENTS:
        return f"between {', '.join((*sides, *it.further_states))}"
    return " to ".join(sides)


def _next(due: Deadline | None) -> str:
    if due is None or due.due is None:
        return "no deadline open"
    return f"next deadline: {called(due.called, 'en')}, {due.due.isoformat()}"


def _sent(instrument: Instrument | None, each: Transmission) -> str:
    """One line of the log. Which way it went is told as it was entered, or that it was not."""
    way = {None: "direction not entered", True: "received", False: "sent"}[each.incoming]
    struck = " (struck out)" if instrument and instrument.struck else ""
    parts = (
        each.sent_on.isoformat(),
        way,
        f"under {instrument.number}{struck}" if instrument else "",
        each.basis,
        word(each.channel, "en"),
        f"by {each.by}" if each.by else "",
        each.what,
        f"receipt: {each.receipt}" if each.receipt else "no receipt entered",
    )
    return f"{each.number}: {'; '.join(filter(None, parts))}."


def _fields(line: BoardLine) -> Answer:
    it = line.instrument
    return {
        "number": it.number,
        "type": it.type.value,
        "from_country": it.from_country,
        "to_country": it.to_country,
        "further_states": list(it.further_states),
        "issued_on": it.issued_on.isoformat() if it.issued_on else None,
        "status": it.status.value if it.status else None,
        "status_on": it.status_on.isoformat() if it.status_on else None,
        "wave": it.wave,
        "answers": list(line.answers),
        "next_due": _due(line.next_due) if line.next_due else None,
        "links": [{"how": each.how.value, "number": each.other} for each in line.links],
        "grounds": [
            {"finding": each.case, "ground": str(each.values.get("ground", ""))} for each in line.grounds
        ],
        "form": [{"finding": each.case, "sections": _sections(each)} for each in line.form],
        "deadlines": [_due(each) for each in line.deadlines],
    }


def _due(each: Deadline) -> Answer:
    return {
        "code": str(each.code),
        "due": each.due.isoformat() if each.due else None,
        "standing": each.finding.case,
    }


def _sections(finding: Finding) -> list[str]:
    found = finding.values.get("sections", ())
    return [str(each) for each in found] if isinstance(found, tuple) else []


def _sent_fields(instrument: Instrument | None, each: Transmission) -> Answer:
    return {
        "number": each.number,
        "instrument": instrument.number if instrument else None,
        "instrument_struck": bool(instrument.struck) if instrument else None,
        "basis": each.basis,
        "sent_on": each.sent_on.isoformat(),
        "incoming": each.incoming,
        "channel": each.channel.value,
        "by": each.by,
        "what": each.what,
        "receipt": each.receipt,
    }
