"""Language work beside a record: each job with whose it is, what it is worth, its texts and its certificate.

It is printed after the record and apart from it: it is no part of what was read back and signed.
"""

from collections.abc import Iterator

from thb_desktop import words as catalogue
from thb_desktop.domain.annotation_codes import DOUBTS
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward, VersionOutward
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import LanguageCertificate
from thb_desktop.domain.reading_order import isolate_identifiers
from thb_desktop.domain.vocabulary import AnnotationBasis, UtteranceKind
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import ANSWER, CELL_NOTE, CELL_STRONG, HEAD, MARK, NOTE, QUESTION
from thb_desktop.report.text import Paragraph
from thb_desktop.words import capital

_NUMBER, _GAP = 58.0, 14.0
_DOUBT = "? "
"""The mark of what is uncertain."""


def draw_language(setting: Setting, full: InterviewInFull) -> None:
    """Draw the chosen jobs on a record, in the order in which they were chosen."""
    for job in setting.content.language:
        if job.job.interview_id == full.interview.id:
            _draw_job(setting, full, job)


def _draw_job(setting: Setting, full: InterviewInFull, job: JobOutward) -> None:
    flow, words, name = setting.flow, setting.words.language_work, setting.words.language_name
    language = capital(name(job.job.target_language))
    flow.need(190)
    flow.heading(words.title.format(number=job.job.number, language=language), 3)
    flow.text(words.note, NOTE)
    setting.facts(_facts(setting, job))
    width = flow.width - _NUMBER - _GAP
    with Table(flow, [_NUMBER, width], header=[setting.words.interview.segment, language], gap=_GAP) as table:
        told = {each.version.segment_id: each for each in job.versions}
        for each in full.segments:
            version = told.get(each.segment.id)
            if each.segment.struck and version is None:
                continue
            asks = each.segment.kind is UtteranceKind.QUESTION
            number = [flow.lay_out(each.label, CELL_STRONG, width=_NUMBER)]
            if version is None:
                cell = [flow.lay_out(words.absent, MARK, width=width)]
            else:
                cell = list(_cell(setting, job, version, asks=asks, width=width))
            table.row([number, cell], headers=1, ruled=not asks, keep=asks)
    certificate = _certificate_of(job)
    if certificate is None:
        flow.text(words.not_certified, NOTE)
    else:
        _draw_certificate(setting, job, certificate)


def _facts(setting: Setting, job: JobOutward) -> Iterator[tuple[str, str]]:
    words, row, label = setting.words.language_work, job.job, setting.words.label
    linguist = next(each for each in job.linguists if each.id == row.linguist_id)
    register = f", {linguist.register_number}" if linguist.register_number else ""
    yield words.by, f"{linguist.name} ({linguist.code}{register})"
    yield words.source, _source(setting, job)
    yield words.type, label(row.translation_type)
    yield words.made_from, "\n".join(filter(None, (label(row.made_from), row.made_from_note)))
    yield words.machine, setting.yes_no(row.machine_assisted)
    yield words.purpose, row.purpose
    counted = {
        state: sum(each.state is state for each in job.versions)
        for state in dict.fromkeys(each.state for each in job.versions)
    }
    yield words.states, "; ".join(setting.named(label(state), count) for state, count in counted.items())


def _source(setting: Setting, job: JobOutward) -> str:
    """From which text the job is made: another job, a side of the record, or each turn as it was said."""
    words, row = setting.words.language_work, job.job
    if row.from_job_id is not None:
        others = {each.job.id: each.job.number for each in setting.content.language}
        number = others.get(row.from_job_id, setting.words.common.elsewhere)
        return words.from_job.format(number=number)
    if row.source_language:
        return capital(setting.words.language_name(row.source_language))
    return words.as_spoken


def _cell(
    setting: Setting, job: JobOutward, told: VersionOutward, *, asks: bool, width: float
) -> Iterator[Paragraph]:
    """A version with its state if that matters, its notes, and what others set beside it."""
    flow, words = setting.flow, setting.words.language_work
    style = QUESTION if asks else ANSWER
    language = job.job.target_language
    disputes = job.disputes(told.version.id)
    if told.state in (WorkState.CONTESTED, WorkState.DRAFT):
        yield flow.lay_out(capital(setting.words.label(told.state)), HEAD, width=width)
    text = isolate_identifiers(told.version.text)
    yield flow.lay_out(text, style, width=width, language=language)
    for each in disputes:
        head = words.disputed.format(name=job.name(each.interpreter_id), reason=each.reason)
        yield flow.lay_out(head, HEAD, width=width)
        yield flow.lay_out(isolate_identifiers(each.own_text), style, width=width, language=language)
    for note in job.annotations:
        if note.segment_id == told.version.segment_id:
            basis = note.basis if note.basis is AnnotationBasis.ASSESSMENT else None
            named = capital(setting.words.label(note.code))
            opinion = f" ({setting.words.label(basis)})" if basis else ""
            doubt = _DOUBT if note.code in DOUBTS else ""
            quoted = f"“{note.anchor.quoted}”: " if note.anchor.quoted else ""
            said = setting.named(f"{doubt}{named}{opinion}", f"{quoted}{note.text}")
            yield flow.lay_out(said, CELL_NOTE, width=width)


def _certificate_of(job: JobOutward) -> LanguageCertificate | None:
    """The last certificate, if it covers a version that is printed as certified."""
    certified = {str(each.version.id) for each in job.versions if each.state is WorkState.CERTIFIED}
    return next(
        (each for each in reversed(job.certificates) if certified & {own for own, _ in each.versions}),
        None,
    )


def _draw_certificate(setting: Setting, job: JobOutward, certificate: LanguageCertificate) -> None:
    """The wording as it was signed, then despite which doubts."""
    flow, words = setting.flow, setting.words.language_work
    paragraphs = [
        flow.lay_out(isolate_identifiers(text), language=job.job.target_language)
        for _, text in certificate.elements
    ]
    flow.need(60 + sum(each.height + 5 for each in paragraphs))
    flow.heading(f"{words.certificate} – {job.job.number}", 3, mark=False)
    flow.text(setting.words.label(certificate.kind), NOTE)
    for each in paragraphs:
        flow.paragraph(each, kind="P", x=flow.left)
        flow.gap(5)
    flow.text(words.signed.format(count=len(certificate.versions)), NOTE)
    if certificate.reasons:
        language = setting.words.language
        names = [
            catalogue.capital(catalogue.field_name(f"warning_reason.{name}", language))
            for name in ("rule", "reason")
        ]
        told = ([rule for rule, _, _ in certificate.reasons], [why for _, _, why in certificate.reasons])
        setting.rows(list(zip(names, told, strict=True)))
