"""The custody record of an exhibit: each event with its place in the chain, and fields without a column in
words.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from types import MappingProxyType

from thb_desktop.domain.content_digests import names_of_digests
from thb_desktop.domain.corrections import REASON_KEPT_BACK
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_content import Beside
from thb_desktop.domain.custody_corrected import value_said
from thb_desktop.domain.custody_findings import check_custody
from thb_desktop.domain.custody_owed import owed_of
from thb_desktop.domain.custody_shown import shown_of
from thb_desktop.domain.digest_lists import check_compared
from thb_desktop.domain.exhibit_fields import CUSTODY_EVENT
from thb_desktop.domain.exhibit_in_full import CustodyEntry, ExhibitInFull
from thb_desktop.domain.originals_told import OriginalEvent, differing_characters
from thb_desktop.domain.state_clocks import by_clock_of
from thb_desktop.domain.vocabulary import CustodyAction, SealState, VerificationResult
from thb_desktop.report.document.table import Table, height_of
from thb_desktop.report.parts.described import label, said
from thb_desktop.report.parts.drawn_signatures import draw_signatures
from thb_desktop.report.parts.setting import Setting, in_groups, instant
from thb_desktop.report.style import CELL, CELL_NOTE, CELL_STRONG, CODE, FACT, SMALL
from thb_desktop.report.text import Paragraph
from thb_desktop.words import capital, sentence

LATE = timedelta(hours=24)
NOTHING_BEFORE: Mapping[str, str] = MappingProxyType({})
OF_ORDER = frozenset({"custody.deposit-before-receipt", "custody.receipt-before-sending"})
"""Findings that tell a reversed order themselves."""
_CORRECTED = frozenset({"wrong_value", "right_value"})
NAMES, NAMES_GAP = 99.0, 4.0
"""The width of the names at the foot of a sheet, and what is free behind them."""
_GAP, _MANY = 7.0, 30
_WIDTHS = tuple((at, 112, acted, 362 - at - acted) for at in (78, 92) for acted in (117, 104, 130, 143, 156))
"""Of these, the widths are taken at which the table of an exhibit is lowest; of many events the first."""
_OWN_COLUMN = frozenset({"action", "occurred_at", "actor", "actor_id", "place", "from_party", "to_party"})


def shared_reason(setting: Setting) -> str:
    """Return the reason for which most exhibits have late entries, if it is that of several; empty if not."""
    exhibits = Counter(
        reason
        for full in setting.content.exhibits
        for reason in {each.event.late_entry_reason for each in full.custody if _is_late(each.event)}
        if reason
    )
    reason, number = exhibits.most_common(1)[0] if exhibits else ("", 0)
    return reason if number > 1 else ""


def told_before(setting: Setting) -> Mapping[str, str]:
    """Return, by the id of an event, the exhibit on whose sheet the same release is told in full: a bundle or
    a package left with all of them, and each has an event of it with the same words.
    """
    fields = [each.name for each in CUSTODY_EVENT.printed() if each.name not in _OWN_COLUMN]
    first: dict[tuple[object, ...], str] = {}
    before: dict[str, str] = {}
    for full in setting.content.exhibits:
        for event in (each.event for each in full.custody if each.second is None):
            if event.action is CustodyAction.EXPORTED and event.is_of_program:
                number = first.setdefault(tuple(getattr(event, one) for one in fields), full.exhibit.number)
                if number != full.exhibit.number:
                    before[event.id] = number
    return before


def draw_custody(setting: Setting, full: ExhibitInFull, before: Mapping[str, str] = NOTHING_BEFORE) -> None:
    """Draw the events of an exhibit that has several; a single one stands in its sheet, in a line.

    before: as `told_before` returns it.
    """
    flow, words = setting.flow, setting.words.custody
    if len(full.custody) < 2:
        return
    title = words.title.format(number=full.exhibit.number)
    flow.heading(title, 3, mark=False)
    header = (
        words.event,
        words.occurred,
        f"{words.act} / {words.by} / {words.place}",
        words.details,
    )
    tried = {
        widths: [_cells(setting, full, each, widths, before.get(each.event.id, "")) for each in full.custody]
        for widths in (_WIDTHS if len(full.custody) <= _MANY else _WIDTHS[:1])
    }
    widths = min(tried, key=lambda each: height_of(tried[each]))
    with Table(flow, widths, header=header, continued=setting.continued(title), gap=_GAP) as table:
        for cells in tried[widths]:
            table.row(cells, headers=1)
    draw_signatures(setting, full)


def single_event(setting: Setting, full: ExhibitInFull, width: float) -> list[Paragraph]:
    """Return the one event of an exhibit in a few lines; nothing for another number of events."""
    if len(full.custody) != 1:
        return []
    (entry,) = full.custody
    place, occurred, acted, details = _cells(setting, full, entry, (width, width, width, width))
    plain = [each.text for each in details if each.style == CELL]
    event = ", ".join(each.text for each in (*acted[:1], place[0], occurred[0], *acted[1:]))
    first = setting.cell(setting.apart((event, *plain)), width, FACT)
    second = setting.cell(
        f"{place[1].text} ({place[2].text}); {occurred[1].text}",
        width,
        CELL_NOTE,
    )
    return [*first, *(each for each in details if each.style != CELL), *second]


def told_of_shared(setting: Setting, reason: str) -> str:
    """Return how many events were entered late for this reason, and how late; empty without a reason."""
    words = setting.words.custody
    late = [
        (full.exhibit.id, each.event.recorded_at - each.event.occurred_at)
        for full in setting.content.exhibits
        for each in full.custody
        if reason and _is_late(each.event) and each.event.late_entry_reason == reason
    ]
    if not late:
        return ""
    return words.late_shared.format(
        count=len(late),
        exhibits=len({exhibit for exhibit, _ in late}),
        least=_delay(setting, min(delay for _, delay in late)),
        most=_delay(setting, max(delay for _, delay in late)),
        remarks=words.remarks,
        reason=reason,
    )


def remarks_on(setting: Setting, full: ExhibitInFull, shared: str) -> str:
    """Return what a reader should notice, line by line; shared: the reason for late entries told already,
    where it is said too that a sheet without remarks has nothing else to notice.
    """
    if not full.custody:
        return ""
    remarks = custody_remarks(setting, full, shared)
    if not remarks and shared:
        return ""
    remarks = remarks or [setting.words.custody.no_remarks]
    return "\n".join(f"– {each}" for each in remarks) if len(remarks) > 1 else remarks[0]


def told_of_clocks(setting: Setting) -> str:
    """Return by which clock the events were entered, as stored with each; of several, how many by each."""
    told = Counter(
        setting.words.label(each.event.clock_source)
        for full in setting.content.exhibits
        for each in full.custody
    )
    several = (setting.named(name, count) for name, count in told.items())
    clocks = setting.apart(several) if len(told) > 1 else "".join(told)
    return setting.words.custody.clock.format(clocks=clocks) if clocks else ""


def draw_proofs(setting: Setting) -> None:
    """Draw which exhibits have no custody event, and what the proofs of the others show."""
    flow, words = setting.flow, setting.words.custody
    silent = [each.exhibit.number for each in setting.content.exhibits if not each.custody]
    if silent:
        flow.text(words.none_for.format(numbers=", ".join(silent)))
    flow.heading(words.proofs, 2)
    flow.bullets(words.proof_items, SMALL)


def _cells(
    setting: Setting, full: ExhibitInFull, entry: CustodyEntry, widths: Sequence[float], before: str = ""
) -> list[list[Paragraph]]:
    """before: the exhibit on whose sheet the details stand, if they are not told here."""
    event, words = entry.event, setting.words.custody
    parties = setting.between(event.from_party, event.to_party)
    occurred = setting.here(event.occurred_at) if event.is_of_program else event.occurred_at
    recorded = setting.here(event.recorded_at)  # one clock for all: otherwise they seem to run backwards
    return [
        setting.cell(words.n_of_n.format(n=event.number, total=entry.count), widths[0], CELL_STRONG)
        + setting.cell(setting.named(words.chain_entry, entry.sequence), widths[0], CELL_NOTE)
        + setting.cell(in_groups(entry.leaf[:16]), widths[0], CODE),
        setting.cell(instant(occurred), widths[1])
        + setting.cell(words.recorded.format(at=instant(recorded)), widths[1], CELL_NOTE),
        setting.cell(capital(setting.words.label(event.action)), widths[2], CELL_STRONG)
        + setting.cell(
            setting.apart(filter(None, (_actor(setting, event), event.place, parties))), widths[2]
        ),
        _as_before(setting, event, before, widths[3])
        if before
        else _details(setting, full, event, widths[3]) + _second(setting, entry, widths[3]),
    ]


def _as_before(setting: Setting, event: CustodyEvent, before: str, width: float) -> list[Paragraph]:
    """Return which release it was, and where the rest is told."""
    note = setting.named(label(setting, CUSTODY_EVENT, CUSTODY_EVENT["note"]), event.note)
    same = setting.words.interview.as_before.format(record=before)
    return setting.cell(note if event.note else "", width) + setting.cell(capital(same), width)


def _actor(setting: Setting, event: CustodyEvent) -> str:
    """Return the official of the file with their code, under which the list of officials tells function and
    unit, and the written actor if that says more.
    """
    official = setting.officials.get(event.actor_id) if event.actor_id else None
    if official is None:
        return event.actor
    named = setting.official_code(official.id)
    return named if official.name in event.actor else f"{named}\n{event.actor}"


def _details(setting: Setting, full: ExhibitInFull, event: CustodyEvent, width: float) -> list[Paragraph]:
    """Return every printed field without a column of its own, with its name; the reason for lateness is a
    remark.
    """
    elsewhere = _OWN_COLUMN | ({"late_entry_reason"} if _is_late(event) else set())
    named = names_of_digests([event], full.files)
    of_file = {each.sha256: each.name for each in full.files}
    words: list[str] = []
    lines: list[Paragraph] = []
    for field in CUSTODY_EVENT.printed():
        value = getattr(event, field.name)
        if field.name in elsewhere or (not value and value is not False):
            continue
        is_digest = field.name == "sha256" and value not in of_file
        style = CODE if is_digest else CELL_STRONG if value is VerificationResult.MISMATCH else CELL
        text = in_groups(value) if is_digest else said(setting, field, value)
        if field.name == "sha256" and value in of_file:
            text = setting.words.custody.digest_of.format(name=of_file[value])
        if value is VerificationResult.MATCH and event.id in named:
            text = f"{text} ({', '.join(named[event.id])})"
        if field.name in _CORRECTED and isinstance(state := value_said(event, value), SealState):
            text = setting.words.label(state)
        if (event.action, value) == (CustodyAction.EXHIBIT_CORRECTED, REASON_KEPT_BACK):
            text = setting.words.common.kept_back
        told = setting.named(label(setting, CUSTODY_EVENT, field), text)
        if style is CELL:
            words.append(told)
        else:
            lines += setting.cell(told, width, style)
    return setting.cell(setting.apart(words), width) + lines


def _second(setting: Setting, entry: CustodyEntry, width: float) -> list[Paragraph]:
    """Return with whom an exhibit was disposed of, or why by one person alone."""
    words, second = setting.words.custody, entry.second
    if second is None:
        return []
    if second.role is None:
        return setting.cell(words.alone.format(reason=second.alone_because), width)
    role = setting.words.label(second.role)
    return setting.cell(words.approved_by.format(name=second.name, role=role), width)


def custody_remarks(setting: Setting, full: ExhibitInFull, shared: str = "") -> list[str]:
    """Return what a reader should notice: what does not agree first, late entries last. shared: the reason
    for late entries that is told elsewhere.
    """
    events = [entry.event for entry in full.custody]
    return [*custody_exceptions(setting, full), *late_entries(setting, events, shared)]


def custody_exceptions(setting: Setting, full: ExhibitInFull) -> list[str]:
    """Return the findings, a reversed order that none of them tells, and what could not be verified."""
    events = [entry.event for entry in full.custody]
    frame = setting.content.frame
    at = by_clock_of(setting.content.release.made_at, frame.case.country)
    owed = owed_of(full.exhibit, frame.instruments, frame.conditions)
    said = ((one.interview.number, each) for one in setting.content.interviews for each in one.timeline)
    beside = Beside(shown=shown_of(said).get(full.exhibit.id, ()))
    remarks, told = [], set[int]()
    for finding in check_custody(full.exhibit, events, full.files, at=at, owed=owed, beside=beside):
        remarks.append(sentence(finding, setting.words.language))
        number = dict(finding.values).get("n")
        told |= {number} if finding.key in OF_ORDER and isinstance(number, int) else set()
        if finding.key == "custody.digest-differs":
            remarks += _characters(setting, full, number)
    remarks += [sentence(finding, setting.words.language) for finding in check_compared(full.lists)]
    return [*remarks, *of_events(setting, events, told)]


def of_events(
    setting: Setting, events: Sequence[CustodyEvent | OriginalEvent], told: Collection[int]
) -> Iterator[str]:
    """Tell a reversed order, unless it is told already, and what could not be verified."""
    words = setting.words.custody
    for before, event in pairwise(events):
        if _minute(event) < _minute(before) and event.number not in told:
            yield words.remark_order.format(n=event.number, before=before.number)
    for event in events:
        if event.result is VerificationResult.NOT_POSSIBLE:
            yield words.remark_not_possible.format(n=event.number)


def _characters(setting: Setting, full: ExhibitInFull, number: object) -> Iterator[str]:
    """Tell in how few characters a digest differs from that of the only file: a slip of the pen shows."""
    for count in differing_characters(number, [each.event for each in full.custody], full.files):
        yield setting.words.custody.remark_characters.format(n=number, count=count)


def compared_with(setting: Setting, full: ExhibitInFull, width: float) -> list[Paragraph]:
    """Return with which lists of others the files were compared when they were taken, which captures with
    what they state, and what came of it.
    """
    words, lines = setting.words.custody, list[Paragraph]()
    for each in full.lists:
        told = each.told
        if told.because is not None:  # the remarks name it
            continue
        form = words.compared_capture if told.is_of_capture else words.compared_counts
        counts = form.format(
            named=told.named,
            agree=told.agree,
            differ=len(told.differ),
            missing=len(told.missing) if each.is_whole else words.compared_stopped,
            before=told.left,
            unnamed=len(told.unnamed),
            left=told.left,
        )
        at = instant(setting.here(told.at))
        lines += setting.cell(f"{told.name} ({at})", width, FACT)
        lines += setting.cell(in_groups(told.sha256), width, CODE)
        lines += setting.cell(counts, width, FACT)
    return lines


def late_entries(
    setting: Setting, events: Sequence[CustodyEvent | OriginalEvent], shared: str = ""
) -> list[str]:
    """One remark for all late entries with the same reason, except the shared one."""
    words = setting.words.custody
    late: dict[str, list[str]] = {}
    for event in events:
        if _is_late(event) and not (shared and event.late_entry_reason == shared):
            reason = event.late_entry_reason or setting.words.common.not_recorded
            delay = _delay(setting, event.recorded_at - event.occurred_at)
            late.setdefault(reason, []).append(f"{event.number} ({delay})")
    return [
        words.remark_late.format(events=", ".join(events), reason=reason) for reason, events in late.items()
    ]


def _is_late(event: CustodyEvent | OriginalEvent) -> bool:
    return event.recorded_at - event.occurred_at > LATE


def _minute(event: CustodyEvent | OriginalEvent) -> datetime:
    """Return the minute of an event, in UTC: what the program noted has seconds, what a person entered may
    not.
    """
    return event.occurred_at.astimezone(UTC).replace(second=0, microsecond=0)


def _delay(setting: Setting, delay: timedelta) -> str:
    words, hours = setting.words.custody, round(delay.total_seconds() / 3600)
    return words.hours.format(n=hours) if hours < 72 else words.days.format(n=hours // 24)
