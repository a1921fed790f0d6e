"""Words, signs and tones of the verdicts about signed files."""

from dataclasses import dataclass

from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.verify.foreign.answer import Indication, Judged, Kind, Note, TimeFrom, Verdict, Weight
from ui.labels.findings import finding_text
from ui.text import isolate, isolate_words, translate, when
from ui.tones import Tone


@dataclass(frozen=True, slots=True)
class Sign:
    """What shows a verdict: a word, an icon, and a tone, which never stands alone."""

    words: str
    icon: str
    tone: Tone


_OF_OURS = {
    Standing.HOLDS: Verdict.VALID,
    Standing.UNKNOWN: Verdict.UNDECIDED,
    Standing.BROKEN: Verdict.NOT_VALID,
}
_WEIGHTS = {Standing.UNKNOWN: Weight.DOUBT, Standing.BROKEN: Weight.PROOF}


def verdict_of_ours(findings: tuple[Finding, ...]) -> Verdict:
    said = _OF_OURS[verdict(findings)]
    return Verdict.REMARKS if said is Verdict.VALID and any(each.is_remark for each in findings) else said


def sign_of(said: Verdict) -> Sign:
    return {
        Verdict.VALID: Sign(translate("checking", "Valid"), "circle-check", Tone.OK),
        Verdict.REMARKS: Sign(translate("checking", "Valid, with remarks"), "circle-alert", Tone.WARN),
        Verdict.UNDECIDED: Sign(translate("checking", "Cannot be judged"), "circle-question-mark", Tone.INFO),
        Verdict.NOT_VALID: Sign(translate("checking", "Not valid"), "circle-x", Tone.BAD),
    }[said]


def meaning_of(said: Verdict) -> str:
    return {
        Verdict.VALID: translate(
            "checking",
            "Nothing that the signatures cover was changed, and each leads to a certificate that you trust.",
        ),
        Verdict.REMARKS: translate(
            "checking", "The signatures are valid. The remarks say what they do not cover or prove."
        ),
        Verdict.UNDECIDED: translate(
            "checking",
            "Nothing proves a change, but something is missing. What would resolve it stands below.",
        ),
        Verdict.NOT_VALID: translate("checking", "The proof stands below. Do not rely on this file."),
    }[said]


def message_told(message: str) -> str:
    """Return what a message between offices is, and where it is entered. message: the name of its text."""
    from thb_desktop.verify.notice_text import NOTICE
    from thb_desktop.verify.receipt_text import RECEIPT

    return {
        RECEIPT: translate(
            "checking",
            "It is a receipt for a package. This check does not enter it: take Packages sent and received, "
            "then Enter a receipt.",
        ),
        NOTICE: translate(
            "checking",
            "It is a notice about something that was sent. This check does not enter it: take Packages sent "
            "and received, Notices, then Enter a notice.",
        ),
    }.get(message, "")


def note_sign(weight: Weight) -> Sign:
    return {
        Weight.TOLD: Sign("", "check", Tone.OK),
        Weight.REMARK: Sign(translate("checking", "Remark:"), "circle-alert", Tone.WARN),
        Weight.DOUBT: Sign(translate("checking", "Open:"), "circle-question-mark", Tone.INFO),
        Weight.PROOF: Sign(translate("checking", "Proof:"), "circle-x", Tone.BAD),
    }[weight]


def note_text(note: Note) -> str:
    return _told(note.finding, note.weight)


def finding_line(finding: Finding) -> tuple[Weight, str]:
    weight = Weight.REMARK if finding.is_remark else _WEIGHTS.get(finding.standing, Weight.TOLD)
    return weight, _told(finding, weight)


def _told(finding: Finding, weight: Weight) -> str:
    word = note_sign(weight).words
    return f"{word} {finding_text(finding)}" if word else finding_text(finding)


def name_of(judged: Judged, number: int, of: int) -> str:
    known = {
        Kind.SIGNATURE: translate("checking", "Signature {number} of {count}"),
        Kind.TIME_STAMP: translate("checking", "Time stamp {number} of {count}"),
    }[judged.kind]
    name = known.format(number=isolate(str(number)), count=isolate(str(of)))
    return f"{name} ({isolate_words(judged.place)})" if judged.place else name


def time_of(judged: Judged) -> str:
    at = isolate(when(judged.at))
    return {
        TimeFrom.NOBODY: translate("checking", "not said"),
        TimeFrom.SIGNER: translate("checking", "{time}, as the signer claims").format(time=at),
        TimeFrom.TIME_STAMP: translate("checking", "{time}, by a time stamp that you trust").format(time=at),
        TimeFrom.TIME_STAMP_UNKNOWN: translate(
            "checking", "{time}, by a time stamp of an authority that you do not trust yet"
        ).format(time=at),
    }[judged.time_from]


def indication_of(judged: Judged) -> str:
    """Return the indication of the standard, for an expert."""
    said: Indication = judged.indication
    return isolate(f"{said.value} {judged.sub_indication}".strip())
