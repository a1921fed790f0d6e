"""Told: an answer about a file of others, for people on a terminal and for programs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from thb_desktop.errors import FormatError
from thb_desktop.findings import REMARK
from thb_desktop.ledger import canonical
from thb_desktop.verify.documents.shown import in_groups
from thb_desktop.verify.exits import BROKEN, HOLDS, NOT_JUDGED, REMARKS, UNKNOWN
from thb_desktop.verify.foreign.answer import FORM, Answer, Judged, Kind, Note, TimeFrom, Verdict, Weight
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


def kept_answer(answer: Answer) -> Mapping[str, object]:
    """Return what is kept of an answer with an exhibit: the same, with the values of each sentence.

    Of many files that a signature covers, the first are named and the others counted.
    """
    return {
        **machine_answer(answer),
        "notes": _kept_notes(answer.notes),
        "signatures": [_kept_signature(each) for each in answer.signatures],
    }


def _kept_signature(judged: Judged) -> Mapping[str, object]:
    return {
        **_machine_signature(judged),
        "covers": list(judged.covers[:_LISTED]),
        "more": max(0, len(judged.covers) - _LISTED),
        "notes": _kept_notes(judged.notes),
    }


def _kept_notes(notes: Sequence[Note]) -> list[Mapping[str, object]]:
    return [
        {**told, "values": {name: _plain(value) for name, value in note.values.items()}}
        for note, told in zip(notes, _machine_notes(notes), strict=True)
    ]


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def answer_kept(said: str) -> Answer:
    """Read what was kept of an answer. Of many files that a signature covers, only the first are there.

    Raises FormatError.
    """
    try:
        kept = cast(Any, canonical.parse(said.encode()))
        told = {
            "form": FORM,
            "format": kept["format"],
            "notes": [_as_told(each) for each in kept["notes"]],
            "signatures": [
                {
                    **{name: each[name] for name in ("kind", "place", "sub_indication", "signer", "issuer")},
                    **{name: each[name] for name in ("anchor", "time_from", "covers")},
                    "fingerprint": each["certificate_sha256"],
                    "at": each["time"],
                    "notes": [_as_told(note) for note in each["notes"]],
                }
                for each in kept["signatures"]
            ],
        }
        return Answer.read(canonical.encode(told))
    except (KeyError, TypeError, ValueError):
        raise FormatError("what is kept of a signature does not have its form") from None


def _as_told(note: Mapping[str, Any]) -> canonical.Value:
    weight = int(Weight[str(note["weight"]).upper()])
    return {"key": note["code"], "weight": weight, "values": note["values"]}
