"""`thb custody`: the custody record of an exhibit, or of each of a case, and what it leaves open.

With --rehash, stored files are read again and compared first, and each exhibit gets an event about it.
"""

import argparse
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime

from thb_desktop.cli import custody_rehash
from thb_desktop.cli.arguments import day
from thb_desktop.cli.console import Answer, Console, lines_of
from thb_desktop.cli.export import case_named
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_remedies import REMEDIES
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.errors import NotFoundError, UsageError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.custody_checks import (
    Checked,
    check_exhibit,
    checked_page,
    find_in_custody,
)
from thb_desktop.services.evidence.retention import Kept, list_kept
from thb_desktop.verify import exits
from thb_desktop.words import ENGLISH, sentence, word

FURTHER = (
    *("seal_state", "packaging", "condition", "carrier", "tracking", "due_on", "document", "witness"),
    *("method", "tool", "write_blocker", "amount", "notified", "source_sha256", "weak_digest", "note"),
    *("lacked", "former_seal_kept", "read_only", "destructive", "read_errors", "deviations"),
)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "custody", help="the custody record, and what it leaves open", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument("exhibit", nargs="?", default="", help="the number of the exhibit (default: each)")
    parser.add_argument(
        "--rehash",
        metavar="REASON",
        help="read the stored files that are due and record what was found, for this reason",
    )
    parser.add_argument(
        "--not-since",
        type=_moment,
        metavar="TIME",
        help="due is what was not read whole since this time (YYYY-MM-DD, or with a time and offset), in "
        "place of the interval that the office set; to go on with a stopped run, the time of its beginning",
    )
    parser.add_argument(
        "--all", action="store_true", dest="everything", help="due is everything, whenever it was read"
    )
    parser.add_argument(
        "--kept-until",
        type=day,
        metavar="DAY",
        help="list the exhibits that are kept until this day or an earlier one (YYYY-MM-DD), why, and who "
        "decided it; those whose day is past are due",
    )
    parser.set_defaults(run=run)
    return [parser]


def _moment(text: str) -> datetime:
    """Return a time that a person wrote, at this computer's offset if it says none."""
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise argparse.ArgumentTypeError("a time is written YYYY-MM-DD or YYYY-MM-DDTHH:MM+HH:MM") from error


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    if chosen.rehash is not None:
        return custody_rehash.run(chosen, console, environment)
    if chosen.everything or chosen.not_since is not None:
        raise UsageError("only with --rehash is something due: say for which reason the files are read")
    if chosen.kept_until is not None:
        return run_kept(chosen, console, environment)
    with closing(opened(chosen, environment)) as session:
        case = case_named(session, chosen.case)
        checked = list(_checked(session, case.id, chosen.exhibit))
    is_open = any(finding.standing is not Standing.HOLDS for each in checked for finding in each.findings)
    console.answer(
        [line for each in checked for line in _lines(each)] or ["The case has no exhibits."],
        {"exhibits": [_told(each) for each in checked], "open": is_open},
    )
    return exits.UNKNOWN if is_open else exits.HOLDS


def run_kept(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    """List what is kept, the earliest day first; 41 if something is due."""
    with closing(opened(chosen, environment)) as session:
        kept = list_kept(session, case_named(session, chosen.case).id, by=chosen.kept_until)
    if chosen.exhibit:
        kept = tuple(each for each in kept if each.exhibit.number == chosen.exhibit)
    is_open = any(each.is_due for each in kept)
    console.answer(
        [_kept_line(each) for each in kept] or ["No exhibit is kept until such a day."],
        {"exhibits": [_kept_told(each) for each in kept], "open": is_open},
    )
    return exits.UNKNOWN if is_open else exits.HOLDS


def _kept_line(kept: Kept) -> str:
    exhibit = kept.exhibit
    marks = ("due" if kept.is_due else "", "legal hold" if kept.is_held else "")
    told = (exhibit.number, str(exhibit.keep_until), *marks, exhibit.keep_ground, exhibit.keep_decided_by)
    return "  ".join(filter(None, told))


def _kept_told(kept: Kept) -> Answer:
    exhibit = kept.exhibit
    return {
        "number": exhibit.number,
        "keep_until": exhibit.keep_until.isoformat() if exhibit.keep_until else "",
        "keep_ground": exhibit.keep_ground,
        "keep_decided_by": exhibit.keep_decided_by,
        "due": kept.is_due,
        "held": kept.is_held,
    }


def _checked(session: Session, case_id: CaseId, number: str) -> Iterator[Checked]:
    if number:
        exhibit_id = find_in_custody(session, case_id, number)
        if exhibit_id is None:
            raise NotFoundError("the case has no exhibit with this number")
        yield check_exhibit(session, exhibit_id)
        return
    page = checked_page(session, case_id)
    yield from page.rows
    while page.after is not None:
        page = checked_page(session, case_id, after=page.after)
        yield from page.rows


def _lines(checked: Checked) -> Iterator[str]:
    yield f"{checked.exhibit.number}"
    for event in checked.events:
        seal, due = event.seal and f"seal {event.seal}", f"due {event.due_on}" if event.due_on else ""
        about = " / ".join(
            filter(None, (event.actor, event.place, seal, due, _correction(event, checked.events)))
        )
        at = event.occurred_at.isoformat(sep=" ", timespec="minutes")
        result = f", {word(event.result, ENGLISH)}" if event.result else ""
        yield f"  {event.number:>3}  {at}  {word(event.action, ENGLISH)}{result}  {about}"
    # A transfer that nobody confirmed is allowed, but nobody would call it "valid".
    for finding in checked.findings:
        yield from lines_of([finding], holds="note")
        if remedy := REMEDIES.get(finding.case):
            yield f"         {sentence(remedy, ENGLISH)}"
    yield ""


def _correction(event: CustodyEvent, events: tuple[CustodyEvent, ...]) -> str:
    """Return what a correction says: of which event, which value was wrong, and which is right."""
    if not event.right_value:
        return ""
    number = _number_of(event.corrects, events)
    if event.lacked is not None and not event.wrong_value:
        return f"of event {number}: {word(event.lacked, ENGLISH)} was missing and is {event.right_value}"
    named = f"{word(event.lacked, ENGLISH)}: " if event.lacked is not None else ""
    wrong = event.wrong_value or "nothing"
    return f"of event {number}: {named}{wrong} is wrong, {event.right_value} is right"


def _number_of(event_id: RowId | None, events: tuple[CustodyEvent, ...]) -> int | None:
    return next((each.number for each in events if each.id == event_id), None)


def _told(checked: Checked) -> Answer:
    return {
        "number": checked.exhibit.number,
        "struck": bool(checked.exhibit.struck),
        "events": [_event(event, checked.events) for event in checked.events],
        "findings": [_finding(finding, checked.events) for finding in checked.findings],
    }


def _event(event: CustodyEvent, events: tuple[CustodyEvent, ...]) -> Answer:
    further = {name: _text(getattr(event, name)) for name in FURTHER}
    return {
        **further,
        "number": event.number,
        "action": event.action.value,
        "occurred_at": event.occurred_at.isoformat(),
        "recorded_at": event.recorded_at.isoformat(),
        "actor": event.actor,
        "place": event.place,
        "reason": event.reason,
        "from": event.from_party,
        "to": event.to_party,
        "seal": event.seal,
        "former_seal": event.former_seal,
        "sha256": event.sha256,
        "result": event.result.value if event.result else None,
        "corrects": _number_of(event.corrects, events),
        "wrong_value": event.wrong_value,
        "right_value": event.right_value,
    }


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value or "")


def _finding(finding: Finding, events: tuple[CustodyEvent, ...]) -> Answer:
    remedy = REMEDIES.get(finding.case)
    return {
        "code": finding.key,
        "standing": finding.standing.value,
        "event": next((each.number for each in events if each.id == finding.about), None),
        "sentence": sentence(finding, ENGLISH),
        "resolved_by": sentence(remedy, ENGLISH) if remedy else "",
    }
