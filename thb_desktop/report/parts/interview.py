"""One interview record: the formalities before the account, the account, and what closed it."""

from collections.abc import Sequence

from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.report.parts.account import draw_account
from thb_desktop.report.parts.certificate import draw_certificate, draw_interpreter
from thb_desktop.report.parts.logical_text import path_of
from thb_desktop.report.parts.setting import Setting, clock_time, in_groups, instant
from thb_desktop.report.parts.warnings import draw_warnings
from thb_desktop.report.style import CODE, NOTE


def draw_interviews(setting: Setting) -> None:
    """Draw every interview record, each from a new page on."""
    flow, words = setting.flow, setting.words.interview
    if not setting.content.interviews:
        return
    with flow.section("Part", title=words.part):
        for index, full in enumerate(setting.content.interviews):
            number = full.interview.number
            label = f"{setting.words.common.record} {number} {in_groups(full.digest[:16])}"
            with flow.record(label), flow.section("Sect", title=words.title.format(number=number)):
                if index == 0:
                    flow.heading(words.part, 1)
                _draw_interview(setting, full)
                flow.break_page()


def _draw_interview(setting: Setting, full: InterviewInFull) -> None:
    flow, words = setting.flow, setting.words.interview
    role = _roles(setting, full)
    flow.heading(f"{words.title.format(number=full.interview.number)} – {full.person.code} ({role})", 2)
    setting.facts(_header(setting, full))
    _draw_presences(setting, full)
    _draw_cautions(setting, full)
    for engagement in full.engagements:
        draw_interpreter(setting, engagement)
    _draw_measures(setting, full)
    _draw_timeline(setting, full)
    draw_account(setting, full)
    _draw_closing(setting, full)
    draw_warnings(setting, full)
    for engagement in full.engagements:
        draw_certificate(setting, full, engagement)
    flow.heading(words.digest, 3, mark=False)
    flow.text(in_groups(full.digest), CODE)
    flow.text(words.digest_note.format(path=setting.record_paths["interview", full.interview.number]), NOTE)
    flow.text(words.attached.format(path=path_of(full)), NOTE)


def _header(setting: Setting, full: InterviewInFull) -> list[tuple[str, str]]:
    interview, words, label = full.interview, setting.words.interview, setting.words.label
    language = setting.words.language_name(interview.language)
    authority = setting.authorities.get(interview.authority_id) if interview.authority_id else None
    recording = setting.numbers.get(interview.recording_id, "") if interview.recording_id else ""
    times = " – ".join(instant(at) for at in (interview.started_at, interview.ended_at) if at)
    return [
        (words.person, f"{full.person.code}, {_roles(setting, full)}"),
        (words.held, setting.day(interview.day)),
        (words.times, times),
        (words.clock, label(interview.clock_source) if times else ""),
        (words.place, interview.place),
        (words.medium, label(interview.medium)),
        (words.stage, label(interview.stage)),
        (words.legal_basis, interview.legal_basis),
        (words.authority, authority.name if authority else ""),
        (words.lead, setting.official(interview.lead_interviewer_id)),
        (words.keeper, setting.official(interview.record_keeper_id)),
        (words.record_kind, label(interview.record_kind)),
        (words.authoritative, label(interview.authoritative_text)),
        (words.language, f"{language}{f' ({interview.language_note})' if interview.language_note else ''}"),
        (words.procedure_language, setting.words.language_name(interview.procedure_language)),
        (words.sequence, words.sequence_value.format(n=interview.sequence) if interview.sequence else ""),
        (words.prior, _earlier(setting, full)),
        (words.necessity, interview.necessity),
        (words.understood, interview.understanding_checked_by),
        (words.health, interview.health_statement),
        (words.defence, _with_note(label(interview.defence_participation), interview.defence_note)),
        (
            words.recording,
            _with_note(recording, interview.recording_note) or setting.words.common.not_recorded,
        ),
        (words.state, label(full.state)),
    ]


def _with_note(text: str, note: str) -> str:
    return "; ".join(part for part in (text, note) if part)


def _earlier(setting: Setting, full: InterviewInFull) -> str:
    if not full.earlier:
        return setting.yes_no(full.interview.earlier_known)
    told = ((setting.day(each.held_on), each.authority, each.reason) for each in full.earlier)
    return "\n".join(", ".join(filter(None, parts)) for parts in told)


def _draw_presences(setting: Setting, full: InterviewInFull) -> None:
    words, label = setting.words.interview, setting.words.label
    if not full.presences:
        return
    setting.flow.heading(words.presences, 3)
    setting.rows(
        (words.function, words.name, words.organisation, words.presence),
        (26, 32, 32, 30),
        [
            (
                label(each.role),
                each.name,
                each.organisation,
                f"{label(each.place)}, "
                + (
                    f"{clock_time(each.from_at)} – {clock_time(each.to_at)}"
                    if each.from_at or each.to_at
                    else words.throughout
                ),
            )
            for each in full.presences
        ],
    )


def _draw_cautions(setting: Setting, full: InterviewInFull) -> None:
    words, label = setting.words.interview, setting.words.label
    if not full.cautions:
        return
    setting.flow.heading(words.cautions, 3)
    setting.rows(
        (
            words.caution,
            words.given,
            setting.words.common.language,
            words.mode,
            words.understood,
            words.reply,
        ),
        (38, 13, 19, 22, 17, 30),
        [
            (
                label(each.code),
                setting.yes_no(each.given),
                setting.words.language_name(each.language),
                label(each.mode),
                setting.yes_no(each.understood),
                each.reply,
            )
            for each in full.cautions
        ],
    )


def _draw_measures(setting: Setting, full: InterviewInFull) -> None:
    words = setting.words.interview
    if full.measures:
        setting.flow.heading(words.measures, 3)
        label = setting.words.label
        setting.flow.bullets(
            [
                _with_note(label(each.measure), label(each.decision) if each.decision else "")
                for each in full.measures
            ]
        )


def _draw_timeline(setting: Setting, full: InterviewInFull) -> None:
    words, common = setting.words.interview, setting.words.common
    if full.timeline:
        setting.flow.heading(words.timeline, 3)
        setting.rows(
            (words.when, words.event, common.note),
            (34, 30, 60),
            [(instant(each.at), setting.words.label(each.kind), each.note) for each in full.timeline],
        )


def _draw_closing(setting: Setting, full: InterviewInFull) -> None:
    interview, words, label = full.interview, setting.words.interview, setting.words.label
    flow = setting.flow
    flow.heading(words.readback, 3)
    readback = label(interview.readback_mode)
    if interview.readback_language and interview.readback_mode:
        name = setting.words.language_name(interview.readback_language)
        readback = f"{readback}, {words.readback_language} {name}"
    setting.facts(
        [
            (words.readback_mode, _with_note(readback, interview.readback_note)),
            (words.confirmation, label(interview.confirmation)),
            (words.complaint, _with_note(setting.yes_no(interview.complaint_made), interview.complaint)),
            (words.copy, label(interview.copy_given)),
        ]
    )
    labels = {each.segment.id: each.label for each in full.segments}
    if full.corrections:
        flow.heading(words.corrections, 3)
        setting.rows(
            (words.segment, words.before, words.after, words.requested_by, words.reason),
            (12, 36, 36, 22, 22),
            [
                (
                    labels.get(each.segment_id, ""),
                    each.before,
                    each.after,
                    each.requester or label(each.requested_by),
                    label(each.reason),
                )
                for each in full.corrections
            ],
        )
    _draw_signatures(
        setting, full, words_of=(words.function, words.name, words.method, words.when, words.reason)
    )


def _draw_signatures(setting: Setting, full: InterviewInFull, *, words_of: Sequence[str]) -> None:
    if not full.signatures:
        return
    setting.flow.heading(setting.words.interview.signatures, 3)
    setting.rows(
        words_of,
        (24, 30, 26, 32, 26),
        [
            (
                setting.words.label(each.role),
                each.name,
                setting.words.label(each.method),
                instant(each.at),
                each.reason,
            )
            for each in full.signatures
        ],
    )


def _roles(setting: Setting, full: InterviewInFull) -> str:
    """What the person was on the day of the interview."""
    return ", ".join(setting.words.label(role) for role in full.roles) or setting.words.common.not_recorded
