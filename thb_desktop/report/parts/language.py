"""Language work beside a record: each job with whose it is, what it is worth, its texts and its certificate.

It is printed after the record and apart from it: it is no part of what was read back and signed.
"""

from collections.abc import Iterable, Iterator

from thb_desktop import words as catalogue
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import LanguageCertificate
from thb_desktop.domain.reading_order import isolate_identifiers
from thb_desktop.domain.work_left import reasons_given
from thb_desktop.report.parts.compact import draw_sections
from thb_desktop.report.parts.language_turns import draw_turns
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import NOTE
from thb_desktop.words import capital

_BEGINNING = 330.0
"""Points for the heading of a job, its facts and its first turns: they stand together on a page."""


def draw_language(setting: Setting, full: InterviewInFull) -> None:
    """Draw the chosen jobs on a record, in the order in which they were chosen."""
    for job in setting.content.language:
        if job.job.interview_id == full.interview.id:
            _draw_job(setting, full, job)


def _draw_job(setting: Setting, full: InterviewInFull, job: JobOutward) -> None:
    flow, words, name = setting.flow, setting.words.language_work, setting.words.language_name
    language = capital(name(job.job.target_language))
    flow.need(_BEGINNING)
    flow.heading(words.title.format(number=job.job.number, language=language), 3)
    flow.text(words.note, NOTE)
    certificate = _certificate_of(job)
    draw_sections(setting, [("", list(_facts(setting, job, certificate)))])
    draw_turns(setting, full, job)
    _draw_despite(setting, full, job)
    if certificate is None:
        flow.text(words.not_certified, NOTE)
    else:
        _draw_certificate(setting, full, job, certificate)


def _facts(
    setting: Setting, job: JobOutward, certificate: LanguageCertificate | None
) -> Iterator[tuple[str, str]]:
    words, row, label = setting.words.language_work, job.job, setting.words.label
    linguist = next(each for each in job.linguists if each.id == row.linguist_id)
    register = f", {linguist.register_number}" if linguist.register_number else ""
    called = setting.names.get(linguist.id) or linguist.name  # as the file has it, also in Latin letters
    yield words.by, f"{called} ({linguist.code}{register})"
    others = {each.version.typed_by for each in job.versions} - {linguist.user_id}
    yield words.typed_by, "; ".join(sorted(filter(None, (setting.names.get(each) for each in others))))
    yield words.source, _source(setting, job)
    yield words.type, label(row.translation_type)
    yield words.made_from, "\n".join(filter(None, (label(row.made_from), row.made_from_note)))
    # Only the linguist says it, with their certificate.
    yield words.machine, setting.yes_no(certificate.machine_assisted) if certificate else words.not_said
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


def _certificate_of(job: JobOutward) -> LanguageCertificate | None:
    """The last certificate, if it covers a version that is printed as certified."""
    certified = {str(each.version.id) for each in job.versions if each.state is WorkState.CERTIFIED}
    return next(
        (each for each in reversed(job.certificates) if certified & {own for own, _ in each.versions}),
        None,
    )


def _draw_certificate(
    setting: Setting, full: InterviewInFull, job: JobOutward, certificate: LanguageCertificate
) -> None:
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
    if certificate.source_sha256:
        told = words.certificate_file.format(sha256=certificate.source_sha256, pages=certificate.source_pages)
        flow.text(isolate_identifiers(told), NOTE)
    if certificate.reasons:
        _draw_reasons(setting, full, job, certificate.reasons)


def _draw_despite(setting: Setting, full: InterviewInFull, job: JobOutward) -> None:
    """Despite which rule turns were signed as checked; those that are certified are told there."""
    open_turns = [each.version for each in job.versions if each.state is not WorkState.CERTIFIED]
    reasons = tuple(reasons_given(job.signatures, open_turns))
    if reasons:
        _draw_reasons(setting, full, job, reasons, note=setting.words.language_work.signed_despite)


def _draw_reasons(
    setting: Setting,
    full: InterviewInFull,
    job: JobOutward,
    reasons: Iterable[tuple[str, str, str]],
    *,
    note: str = "",
) -> None:
    """Despite which rule it was signed, at which turns, and why; equal reasons are one row."""
    labels = {str(each.segment.id): each.label for each in full.segments}
    turns: dict[tuple[str, str], list[str]] = {}
    for rule, about, why in reasons:
        turns.setdefault((rule.partition(".")[0], why), []).append(labels.get(about, ""))
    language = setting.words.language
    rule, reason = (
        capital(catalogue.field_name(f"warning_reason.{name}", language)) for name in ("rule", "reason")
    )
    title = catalogue.entry("sections", "warning_reason", language)
    setting.flow.heading(f"{title} – {job.job.number}", 3, mark=False)
    if note:
        setting.flow.text(note, NOTE)
    setting.rows(
        [
            (rule, [number for number, _ in turns]),
            (setting.words.interview.segment, [", ".join(filter(None, each)) for each in turns.values()]),
            (reason, [why for _, why in turns]),
        ]
    )
