"""Language work beside a record: each job with whose it is, what it is worth, its texts and its certificate.

It is printed after the record and apart from it: it is no part of what was read back and signed.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from thb_desktop import words as catalogue
from thb_desktop.domain.certificates import CertificateElement
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward, RemarkKind, VersionOutward
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import LanguageCertificate
from thb_desktop.domain.reading_order import isolate_identifiers
from thb_desktop.domain.work_left import reasons_given
from thb_desktop.report.parts.beside import Beside, jobs_on
from thb_desktop.report.parts.compact import Block, draw_blocks, section_block
from thb_desktop.report.parts.language_former import told_reason
from thb_desktop.report.parts.language_notes import called, withheld_told
from thb_desktop.report.parts.language_turns import Turns, draw_turns
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import NOTE
from thb_desktop.words import capital

_BEGINNING = 195.0
"""Points for the heading of a job, its facts and its first turns: they stand together on a page."""


def blocks_beside(setting: Setting, full: InterviewInFull, beside: Beside) -> Iterator[Block]:
    """Return what is told of the jobs whose turns stand beside the account, in the order of the jobs."""
    for job in jobs_on(setting, full):
        if job in beside.jobs:
            certificate = certificate_of(job)
            yield section_block(
                setting, (_title(setting, job), list(_facts(setting, full, job, certificate)))
            )
            yield from _despite(setting, full, job)
            yield from _certified(setting, full, job, certificate)
            for told in _uncertified(setting, job, certificate):
                yield Block(heading="", facts=[(told, "")], is_described=True)


def draw_language(setting: Setting, full: InterviewInFull, beside: Beside) -> None:
    """Draw the chosen jobs on a record with their turns, but those that stand beside the account."""
    for job in jobs_on(setting, full):
        if job not in beside.jobs:
            _draw_job(setting, full, job)


def _draw_job(setting: Setting, full: InterviewInFull, job: JobOutward) -> None:
    flow, words, certificate = setting.flow, setting.words.language_work, certificate_of(job)
    flow.need(_BEGINNING)
    flow.heading(_title(setting, job), 3)
    flow.text(words.note, NOTE)
    draw_blocks(setting, [section_block(setting, ("", list(_facts(setting, full, job, certificate))))])
    draw_turns(setting, full, job)
    draw_blocks(setting, [*_despite(setting, full, job), *_certified(setting, full, job, certificate)])
    for told in _uncertified(setting, job, certificate):
        flow.text(told, NOTE)


def _uncertified(setting: Setting, job: JobOutward, certificate: LanguageCertificate | None) -> Iterator[str]:
    """Say that a certificate is withheld, or else that there is none."""
    marks = job.withheld_of(RemarkKind.CERTIFICATE)
    yield from (withheld_told(setting, RemarkKind.CERTIFICATE, each) for each in marks)
    if certificate is None and not marks:
        yield setting.words.language_work.not_certified


def _title(setting: Setting, job: JobOutward) -> str:
    language = capital(setting.words.language_name(job.job.target_language))
    return setting.words.language_work.title.format(number=job.job.number, language=language)


def _facts(
    setting: Setting, full: InterviewInFull, job: JobOutward, certificate: LanguageCertificate | None
) -> Iterator[tuple[str, str]]:
    words, row, label = setting.words.language_work, job.job, setting.words.label
    linguist = next(each for each in job.linguists if each.id == row.linguist_id)
    register = f", {linguist.register_number}" if linguist.register_number else ""
    yield words.by, f"{called(setting, job, linguist.id)} ({linguist.code}{register})"
    others = {each.version.typed_by for each in _versions(job)} - {linguist.user_id}
    yield words.typed_by, setting.apart(sorted(filter(None, (setting.names.get(each) for each in others))))
    agreed = Counter(called(setting, job, each.interpreter_id) for each in job.verdicts if not each.own_text)
    yield words.revised_by, setting.apart(setting.named(name, count) for name, count in agreed.items())
    kinds = Turns(setting, full, job, 0).kinds_of_sources()
    yield words.source, _source(setting, job) + (f" ({', '.join(kinds)})" if kinds else "")
    yield words.type, label(row.translation_type)
    yield words.made_from, "\n".join(filter(None, (label(row.made_from), row.made_from_note)))
    # Only the linguist says it, with their certificate.
    yield words.machine, setting.yes_no(certificate.machine_assisted) if certificate else words.not_said
    yield words.purpose, row.purpose
    states = _counted(job).items()
    yield words.states, setting.apart(setting.named(label(state), count) for state, count in states)


def _versions(job: JobOutward) -> tuple[VersionOutward, ...]:
    return (*job.versions, *(each.told for each in job.stale))


def _counted(job: JobOutward) -> Counter[WorkState]:
    """How many turns of a job are in which state, in the order in which the states occur."""
    return Counter(each.state for each in _versions(job))


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


def certificate_of(job: JobOutward) -> LanguageCertificate | None:
    """The last certificate, if it covers a version that is printed as certified."""
    certified = {str(each.version.id) for each in job.versions if each.state is WorkState.CERTIFIED}
    return next(
        (each for each in reversed(job.certificates) if certified & {own for own, _ in each.versions}),
        None,
    )


def _certified(
    setting: Setting, full: InterviewInFull, job: JobOutward, certificate: LanguageCertificate | None
) -> Iterator[Block]:
    """The wording as it was signed, then despite which doubts."""
    if certificate is None:
        return
    words = setting.words.language_work
    own, same = _told_apart(setting, job, certificate)
    told, kind = " ".join(own), capital(setting.words.label(certificate.kind))
    if own and own[0] != certificate.elements[0][1]:
        # The first sentence lacks who says it, which is told in the same words before.
        told, kind = f"\u2026 {told}", setting.named(kind, called(setting, job, job.job.linguist_id))
    signed = [same] if own and same else []
    if len(certificate.versions) != _counted(job)[WorkState.CERTIFIED]:
        signed.append(words.signed.format(count=len(certificate.versions)))
    if certificate.source_sha256:
        file = words.certificate_file.format(sha256=certificate.source_sha256, pages=certificate.source_pages)
        signed.append(isolate_identifiers(file))
    yield Block(
        heading=f"{words.certificate} – {job.job.number}",
        note=kind,
        facts=[(isolate_identifiers(told) or same, "")],
        language=job.job.target_language if own else "",
    )
    yield Block(heading="", facts=[(each, "") for each in signed], is_described=True)
    if certificate.reasons:
        yield _reasons(setting, full, job, certificate.reasons)


def _told_apart(setting: Setting, job: JobOutward, certificate: LanguageCertificate) -> tuple[list[str], str]:
    """Return the wording of a certificate, without what the first one in this language says in the same
    words; then, as a line, which elements those are, and which certificate has them. Only what differs in no
    character is the same.
    """
    first, earlier = _first_certified(setting, job)
    if first is None or first is job:
        return [text for _, text in certificate.elements], ""
    own = [text for each, text in certificate.elements if (each, text) not in earlier]
    same = [each for each, text in certificate.elements if (each, text) in earlier]
    if not same:
        return own, ""
    as_in = setting.words.interview.as_before.format(record=first.job.number)
    told = setting.apart(setting.words.label(CertificateElement(each)) for each in same)
    return own, setting.named(capital(as_in), told)


def _first_certified(
    setting: Setting, job: JobOutward
) -> tuple[JobOutward | None, Collection[tuple[str, str]]]:
    """Return the first job of the bundle in the language of this one whose certificate is printed, with the
    elements of that.
    """
    for full in setting.content.interviews:
        for each in jobs_on(setting, full):
            certificate = certificate_of(each)
            if certificate and each.job.target_language == job.job.target_language:
                return each, certificate.elements
    return None, ()


def _despite(setting: Setting, full: InterviewInFull, job: JobOutward) -> list[Block]:
    """Despite which rule turns were signed as checked; those that are certified are told there. Then which
    signatures are withheld with their reasons.
    """
    open_turns = [each.version for each in job.versions if each.state is not WorkState.CERTIFIED]
    reasons = tuple(reasons_given(job.signatures, open_turns))
    note = setting.words.language_work.signed_despite
    told = [_reasons(setting, full, job, reasons, note=note)] if reasons else []
    withheld = (
        withheld_told(setting, RemarkKind.SIGNATURE, mark) for mark in job.withheld_of(RemarkKind.SIGNATURE)
    )
    return [*told, *(Block(heading="", facts=[(each, "")], is_described=True) for each in withheld)]


def _reasons(
    setting: Setting,
    full: InterviewInFull,
    job: JobOutward,
    reasons: Iterable[tuple[str, str, str]],
    *,
    note: str = "",
) -> Block:
    """Despite what it was signed, at which turns, by which rule, and why; equal reasons are told once."""
    labels = {str(each.segment.id): each.label for each in full.segments}
    turns: dict[tuple[str, str], list[str]] = {}
    for rule, about, why in reasons:
        turns.setdefault((rule, why), []).append(labels.get(about, ""))
    told = [
        "\n".join(told_reason(setting, rule, why, ", ".join(filter(None, each))))
        for (rule, why), each in turns.items()
    ]
    title = catalogue.entry("sections", "warning_reason", setting.words.language)
    return Block(heading=f"{title} – {job.job.number}", note=note, facts=[(each, "") for each in told])
