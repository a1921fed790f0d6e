"""What a reader should notice first: everything that the bundle itself tells as disputed, not confirmed,
lacking or discordant, on one list with the places where it stands.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thb_desktop import words as catalogue
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.vocabulary import (
    AuthoritativeText,
    MeasureDecision,
    PersonConfirmation,
    ReadbackMode,
    SignatureMethod,
    SourceCapture,
)
from thb_desktop.report.document.document import Place
from thb_desktop.report.document.table import Link, Table
from thb_desktop.report.parts.account_columns import runs_of
from thb_desktop.report.parts.beside import jobs_on
from thb_desktop.report.parts.certificate import attested_in, not_certified, withheld_in
from thb_desktop.report.parts.cited import disputed_turns, passage_name, place_of
from thb_desktop.report.parts.custody import custody_exceptions
from thb_desktop.report.parts.language import certificate_of
from thb_desktop.report.parts.originals import first_copy, original_remarks, place_of_original
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import CELL_STRONG

_NOT_CONFIRMED = frozenset(
    {PersonConfirmation.CONTESTED, PersonConfirmation.REFUSED_TO_CONFIRM, PersonConfirmation.UNABLE}
)
_NOT_READ = frozenset({ReadbackMode.NOT_POSSIBLE, ReadbackMode.WAIVED_BY_PERSON})
_NOT_SIGNED = frozenset({SignatureMethod.REFUSED, SignatureMethod.UNABLE})
_SILENT = SourceCapture.NOT_CAPTURED
_SHARED = 3
"""What is told of so many items is told once, with their numbers."""
_WHERE, _PAGE, _GAP = 42.0, 24.0, 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """An item with what is to be noticed about it. about: the id of its heading; place: that of a turn, or of
    the custody of an original.
    """

    item: str
    about: str
    told: Sequence[str]
    place: str = ""


def draw_noticed(setting: Setting, places: Sequence[Place], page_numbers: Mapping[int, int]) -> None:
    """Draw the list; nothing where nothing is to be noticed."""
    flow, words = setting.flow, setting.words.cover
    entries, shared = _with_shared(list(noticed_in(setting)))
    if not entries and not shared:
        return
    widths = (_WHERE, flow.width - _WHERE - _PAGE - 2 * _GAP, _PAGE)
    header = (words.noticed_where, words.noticed_what, setting.words.common.page_number)
    headings = {each.about: each for each in places if each.about}
    flow.heading(words.noticed, 2, mark=False)
    flow.note(words.noticed_note)
    with Table(flow, widths, header=header, gap=_GAP) as table:
        for each in entries:
            place = _place(setting, each, headings)
            number = str(page_numbers[place.page]) if place else ""
            cells = [
                setting.cell(each.item, widths[0], CELL_STRONG),
                [line for text in each.told for line in setting.cell(text, widths[1])],
                setting.cell(number, widths[2], at_end=True),
            ]
            # The name of a turn leads to the turn itself, as everywhere in the text.
            own = () if flow.document.targets.leads_to(each.item) else (0,)
            link = Link(place.destination, f"{place.title}, {number}") if place else None
            table.row(cells, headers=1, links=dict.fromkeys((*own, 2), link) if link else {})
        for text, items in shared.items():
            said = setting.named(text.removesuffix("."), ", ".join(items))
            table.row([[], setting.cell(said, widths[1]), []], headers=1)


def _place(setting: Setting, each: Noticed, headings: Mapping[str, Place]) -> Place | None:
    """Return where an entry stands: a turn further on than the heading of its record, on a page that names
    the record at its foot; the custody of an original below the sheet of its copy.
    """
    common = setting.words.common
    if found := setting.flow.document.named.get(each.place):
        kind = common.record if "/" in each.item else common.exhibit
        return replace(found, title=f"{kind} {each.item.partition('/')[0]}")
    return headings.get(each.about)


def noticed_in(setting: Setting) -> Iterator[Noticed]:
    """Return what is to be noticed: disputed turns, then what each record and each exhibit tells."""
    content = setting.content
    for full in content.interviews:
        for each, told in disputed_turns(content, full):
            said = tuple(_disputed(setting, job, name, by) for job, name, by in told)
            yield Noticed(
                item=passage_name(full, each),
                about=full.interview.id,
                told=said,
                place=place_of(full, each),
            )
        if said := tuple(dict.fromkeys(_of_record(setting, full.without_struck()))):
            yield Noticed(item=full.interview.number, about=full.interview.id, told=said)
    sheets: dict[str, int] = {each.exhibit.id: place for place, each in enumerate(content.exhibits)}
    of_exhibits = (*_of_exhibits(setting), *_of_originals(setting))
    yield from sorted(of_exhibits, key=lambda each: sheets.get(each.about, len(sheets)))


def _of_exhibits(setting: Setting) -> Iterator[Noticed]:
    for exhibit in setting.content.exhibits:
        if exhibit.custody and (said := tuple(custody_exceptions(setting, exhibit))):
            yield Noticed(item=exhibit.exhibit.number, about=exhibit.exhibit.id, told=said)


def _of_originals(setting: Setting) -> Iterator[Noticed]:
    """Return what the custody of each exhibit tells of which masked copies alone are here."""
    content, version = setting.content, setting.content.version
    sheets = {each.exhibit.number: each.exhibit.id for each in content.exhibits}
    for each in version.originals if version else ():
        about = sheets.get(first_copy(content, each), "")
        if said := tuple(original_remarks(setting, each)):
            yield Noticed(item=each.number, about=about, told=said, place=place_of_original(each))


def recordings_without_file(setting: Setting) -> list[str]:
    """Return the recordings that prevail and have no file, each with its record."""
    found = []
    for full in setting.content.interviews:
        number = _silent_recording(setting, full)
        if number:
            found.append(f"{number} ({full.interview.number})")
    return found


def _silent_recording(setting: Setting, full: InterviewInFull) -> str:
    """The number of the exhibit that is the prevailing recording, if no file of it is in the vault."""
    if full.interview.authoritative_text is not AuthoritativeText.AV_RECORDING:
        return ""
    return next(
        (
            each.exhibit.number
            for each in setting.content.exhibits
            if each.exhibit.id == full.interview.recording_id and not each.files
        ),
        "",
    )


def _disputed(setting: Setting, job: JobOutward, name: str, by: str) -> str:
    language = setting.words.language_name(job.job.target_language)
    return setting.words.cover.noticed_disputed.format(
        job=job.job.number, language=language, name=name, by=by
    )


def _of_record(setting: Setting, full: InterviewInFull) -> Iterator[str]:
    """Return what one record tells, the gravest first."""
    label, language = setting.words.label, setting.words.language
    yield from _not_confirmed(setting, full)
    yield from _recording(setting, full)
    for measure in full.measures:
        if measure.decision is MeasureDecision.REFUSED:
            yield setting.named(catalogue.capital(label(measure.measure)), label(measure.decision))
    called = full.all_called() if full.warnings else {}
    for each in full.warnings:
        yield catalogue.sentence_about(each.finding, called.get(each.about, ""), language)
    yield from _not_written(setting, full)
    yield from _of_language(setting, full)


def _not_confirmed(setting: Setting, full: InterviewInFull) -> Iterator[str]:
    """Return what the person heard, or who should have signed, did not confirm."""
    words, label, interview = setting.words, setting.words.label, full.interview
    for name, value, told in (
        ("readback_mode", interview.readback_mode, _NOT_READ),
        ("confirmation", interview.confirmation, _NOT_CONFIRMED),
    ):
        if value in told:
            yield setting.named(_field(setting, name), label(value))
    if interview.complaint_made:
        yield setting.named(_field(setting, "complaint_made"), words.common.yes)
    for signed in full.signatures:
        if signed.method in _NOT_SIGNED:
            who = ", ".join(filter(None, (label(signed.role), signed.name)))
            yield setting.named(f"{words.signing.signature}, {who}", label(signed.method))


def _field(setting: Setting, name: str) -> str:
    return catalogue.capital(catalogue.field_name(f"interview.{name}", setting.words.language))


def _recording(setting: Setting, full: InterviewInFull) -> Iterator[str]:
    """Return that the prevailing recording lacks: as a file in the vault, or as an exhibit of the bundle."""
    interview, words = full.interview, setting.words.cover
    if interview.authoritative_text is not AuthoritativeText.AV_RECORDING:
        return
    if _silent_recording(setting, full):
        yield words.noticed_recording
    elif interview.recording_id not in {each.exhibit.id for each in setting.content.exhibits}:
        yield words.noticed_no_recording


def _not_written(setting: Setting, full: InterviewInFull) -> Iterator[str]:
    """Return which turns were not written down as they were said; and that nothing of a record can be read in
    the language of the procedure. Where only some of its turns cannot, V-I-23 names them.
    """
    words, release, into = setting.words, setting.content.release, full.interview.procedure_language
    silent = {each.segment.id for each in full.segments if each.segment.capture is _SILENT}
    if silent:
        yield setting.named(catalogue.capital(words.label(_SILENT)), ", ".join(runs_of(full, silent)))
    foreign = [each for each in full.segments if each.segment.source_text and each.segment.language != into]
    rendered = any(made.language == into and made.text for each in foreign for made in each.renderings)
    translated = any(each.job.target_language == into for each in jobs_on(setting, full))
    if foreign and into in release.languages and not rendered and not translated:
        yield words.cover.noticed_not_rendered.format(language=words.language_name(into))


def _of_language(setting: Setting, full: InterviewInFull) -> Iterator[str]:
    """Return which interpreting and which written language work nobody attests."""
    words = setting.words
    attested = {each.interpreter_id for each in (*attested_in(full), *withheld_in(full))}
    if full.engagements and any(each.interpreter_id not in attested for each in full.engagements):
        yield not_certified(setting, full)
    if jobs := [each.job.number for each in jobs_on(setting, full) if certificate_of(each) is None]:
        yield setting.named(", ".join(jobs), words.language_work.not_certified)


def _with_shared(entries: Sequence[Noticed]) -> tuple[list[Noticed], dict[str, list[str]]]:
    """Return the entries without what several tell, and that once with their items."""
    counted = Counter(text for each in entries for text in each.told)
    shared: dict[str, list[str]] = {text: [] for text, count in counted.items() if count >= _SHARED}
    own = []
    for each in entries:
        for text in each.told:
            if text in shared:
                shared[text].append(each.item)
        if left := tuple(text for text in each.told if text not in shared):
            own.append(replace(each, told=left))
    return own, shared
