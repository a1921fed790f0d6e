"""Told: an answer about a file of others, for people on a terminal and for programs."""

from collections.abc import Mapping, Sequence

from thb_desktop.findings import REMARK
from thb_desktop.verify.documents.path import in_groups
from thb_desktop.verify.exits import BROKEN, HOLDS, NOT_JUDGED, REMARKS, UNKNOWN
from thb_desktop.verify.foreign.answer import Answer, Judged, Kind, Note, TimeFrom, Verdict, Weight
from thb_desktop.words import ENGLISH, sentence

_CODES = {
    Verdict.VALID: HOLDS,
    Verdict.REMARKS: REMARKS,
    Verdict.UNDECIDED: UNKNOWN,
    Verdict.NOT_VALID: BROKEN,
}
_SUMMARY = {
    Verdict.VALID: "VALID. Every signature is valid and leads to a certificate that you trust.",
    Verdict.REMARKS: "VALID, WITH REMARKS. They say what the signatures do not cover or prove: see above.",
    Verdict.UNDECIDED: "CANNOT BE JUDGED. Nothing proves a change, but something is missing: see above.",
    Verdict.NOT_VALID: "NOT VALID. It is proven above: do not rely on this file.",
}
_TIMES = {
    TimeFrom.NOBODY: "when: not said",
    TimeFrom.SIGNER: "when (as the signer claims): {at}",
    TimeFrom.TIME_STAMP: "when (by a time stamp that you trust): {at}",
    TimeFrom.TIME_STAMP_UNKNOWN: "when (by a time stamp of an authority that you do not trust yet): {at}",
}
_BEYOND = "foreign-beyond-bounds"
_LISTED = 20
_INDENT = " " * 11


def exit_code(answer: Answer) -> int:
    """Return the exit code; they are in docs/manual/verify.md."""
    if answer.verdict is Verdict.UNDECIDED and any(note.key == _BEYOND for note in answer.notes):
        return NOT_JUDGED
    return _CODES[answer.verdict]


def lines_of(answer: Answer) -> list[str]:
    """Return what is said of a file, signature by signature, and what it adds up to."""
    said = ["Not made by this program: judged after ETSI EN 319 102-1.", ""]
    for number, judged in enumerate(answer.signatures, 1):
        said += [*_signature_lines(number, len(answer.signatures), judged), ""]
    said += [_line(note) for note in answer.notes]
    return [*said, *([""] if answer.notes else []), _SUMMARY[answer.verdict]]


def _signature_lines(number: int, of: int, judged: Judged) -> list[str]:
    what = "Time stamp" if judged.kind is Kind.TIME_STAMP else "Signature"
    place = f" ({judged.place})" if judged.place else ""
    sub = f" {judged.sub_indication}" if judged.sub_indication else ""
    lines = [f"{what} {number} of {of}{place}: {judged.indication}{sub}"]
    if judged.signer:
        lines.append(f"{_INDENT}by (as the certificate says): {judged.signer}")
        lines.append(f"{_INDENT}certificate issued by: {judged.issuer}")
        lines.append(f"{_INDENT}fingerprint (SHA-256): {in_groups(judged.fingerprint)}")
    if judged.anchor:
        lines.append(f"{_INDENT}trusted because of: {judged.anchor}")
    at = "" if judged.at is None else f"{judged.at:%Y-%m-%d %H:%M:%S %z}"
    lines.append(_INDENT + _TIMES[judged.time_from].format(at=at))
    if judged.covers:
        more = " …" if len(judged.covers) > _LISTED else ""
        lines.append(f"{_INDENT}covers: {', '.join(judged.covers[:_LISTED])}{more}")
    return lines + [_line(note) for note in judged.notes]


def _line(note: Note) -> str:
    finding = note.finding
    said = REMARK if note.weight is Weight.REMARK else finding.said
    return f"{said:9}  {sentence(finding, ENGLISH)}"


def machine_answer(answer: Answer) -> Mapping[str, object]:
    """Return the same for programs; docs/formats/foreign-signatures.md says what stands in it."""
    return {
        "format": answer.format.value,
        "verdict": answer.verdict.value,
        "signatures": [_machine_signature(each) for each in answer.signatures],
        "notes": _machine_notes(answer.notes),
    }


def _machine_signature(judged: Judged) -> Mapping[str, object]:
    return {
        "kind": judged.kind.value,
        "place": judged.place,
        "verdict": judged.verdict.value,
        "indication": judged.indication.value,
        "sub_indication": judged.sub_indication,
        "signer": judged.signer,
        "issuer": judged.issuer,
        "certificate_sha256": judged.fingerprint,
        "anchor": judged.anchor,
        "time": judged.at.isoformat() if judged.at else "",
        "time_from": judged.time_from.value,
        "covers": list(judged.covers),
        "notes": _machine_notes(judged.notes),
    }


def _machine_notes(notes: Sequence[Note]) -> list[Mapping[str, object]]:
    return [
        {
            "code": note.key,
            "weight": note.weight.name.lower(),
            "sentence": sentence(note.finding, ENGLISH),
        }
        for note in notes
    ]
