"""The formalities of an interview as headed lists of pairs, ready to be read."""

from thb_desktop.domain.bundle import InterviewInFull
from thb_desktop.domain.interview import Caution, InterpreterEngagement, Interview, Presence, RecordSignature
from ui.labels import language_name, measure_words, words
from ui.labels.dates import partial
from ui.text import NONE, isolate, isolate_words, translate, when

Pairs = list[tuple[str, str]]


def formalities(full: InterviewInFull) -> list[tuple[str, Pairs]]:
    """Each list has a heading and pairs of what and how; lists without entries say so."""
    return [
        (translate("formalities", "The act"), _act(full)),
        (translate("formalities", "Present"), [_presence(found) for found in full.presences]),
        (translate("formalities", "Interpreting"), [_engagement(found) for found in full.engagements]),
        (translate("formalities", "Information and cautions"), [_caution(found) for found in full.cautions]),
        (
            translate("formalities", "Timeline"),
            [(isolate(when(found.at)), _joined(words(found.kind), found.note)) for found in full.timeline],
        ),
        (translate("formalities", "Reading back"), _reading_back(full)),
        (
            translate("formalities", "Signatures on the record"),
            [_signature(found) for found in full.signatures],
        ),
    ]


def _act(full: InterviewInFull) -> Pairs:
    interview = full.interview
    times = isolate(when(interview.started_at)), isolate(when(interview.ended_at))
    return [
        (translate("formalities", "Held on"), partial(interview.day)),
        (
            translate("formalities", "From and to"),
            translate("formalities", "{start} to {end}").format(start=times[0], end=times[1]),
        ),
        (translate("formalities", "Clock"), words(interview.clock_source)),
        (translate("formalities", "Place"), interview.place or NONE),
        (translate("formalities", "Form of the hearing"), words(interview.medium)),
        (translate("formalities", "Stage"), words(interview.stage)),
        (translate("formalities", "Legal basis"), interview.legal_basis or NONE),
        (translate("formalities", "Kind of record"), words(interview.record_kind)),
        (translate("formalities", "Authoritative text"), words(interview.authoritative_text)),
        (translate("formalities", "Recording"), interview.recording_note or NONE),
        (
            translate("formalities", "Special measures"),
            _measures(interview),
        ),
        (translate("formalities", "State of health"), interview.health_statement or NONE),
        (
            translate("formalities", "Defence"),
            _joined(words(interview.defence_participation), interview.defence_note),
        ),
        (translate("formalities", "Earlier interviews"), interview.prior_interviews or NONE),
    ]


def _measures(interview: Interview) -> str:
    return ", ".join(measure_words(code) for code in interview.special_measures) or NONE


def _presence(found: Presence) -> tuple[str, str]:
    who = _joined(isolate_words(found.name), isolate_words(found.organisation))
    return words(found.role), _joined(who, words(found.place))


def _engagement(found: InterpreterEngagement) -> tuple[str, str]:
    languages = translate("formalities", "{source} to {target}").format(
        source=language_name(found.from_language), target=language_name(found.to_language)
    )
    told = _joined(
        words(found.oath),
        words(found.mode),
        words(found.channel),
        translate("formalities", "dialect: {match}").format(match=words(found.dialect_match)),
        translate("formalities", "conflict of interest: {answer}").format(answer=words(found.conflict)),
        found.relay,
        found.notes,
    )
    return languages, told


def _caution(found: Caution) -> tuple[str, str]:
    given = translate("formalities", "given") if found.given else translate("formalities", "not given")
    understood = (
        translate("formalities", "understood")
        if found.understood
        else translate("formalities", "not understood")
    )
    parts = [given]
    if found.given:
        parts += [language_name(found.language), words(found.mode), understood]
    return words(found.code), _joined(*parts, isolate_words(found.reply))


def _reading_back(full: InterviewInFull) -> Pairs:
    interview = full.interview
    pairs = [
        (translate("formalities", "Method"), words(interview.readback_mode)),
        (translate("formalities", "Language"), language_name(interview.readback_language)),
        (translate("formalities", "Confirmation"), words(interview.confirmation)),
        (
            translate("formalities", "Complaint about interpreting"),
            interview.interpretation_complaint or NONE,
        ),
        (translate("formalities", "Copy given"), words(interview.copy_given)),
    ]
    for found in full.corrections:
        change = translate("formalities", "\u201c{before}\u201d becomes \u201c{after}\u201d").format(
            before=isolate_words(found.before), after=isolate_words(found.after)
        )
        pairs.append(
            (translate("formalities", "Correction"), _joined(change, found.requested_by, found.reason))
        )
    return pairs


def _signature(found: RecordSignature) -> tuple[str, str]:
    at = isolate(when(found.at)) if found.at else ""
    return words(found.role), _joined(isolate_words(found.name), words(found.method), at, found.reason)


def _joined(*parts: str) -> str:
    return " \u00b7 ".join(part for part in parts if part) or NONE
