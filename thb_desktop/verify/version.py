"""A version for a recipient beside the whole bundle, seen later: whether only marked places differ.

Nothing in a version binds what stands around a mark to the digest that was signed. With the whole record it
can be compared: the signed digest is the same, and each masked text is the whole one but for its marks.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress

from thb_desktop.domain.language_outward import (
    SOURCE,
    TEXT,
    JobOutward,
    RemarkKind,
    RemarkWithheld,
    VersionOutward,
)
from thb_desktop.domain.masking import fits
from thb_desktop.domain.redaction_marks import MARK, WITHHELD
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, Where, broken, holds, unknown
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.language_parts import signed_part_digest
from thb_desktop.ledger.language_work import annotation_digest, read_outward
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.verify.pdf import attached_records
from thb_desktop.verify.signers import shown

_STANDS_FOR_WORDS = frozenset({"source_digest", "actor_id", "strokes", "renderings", "signature"})
"""What a version leaves out where the words that it stands for are masked."""


def check_version(version: bytes, whole: bytes) -> Iterator[Finding]:
    """Compare the masked parts of a version with the same parts of the whole bundle.

    Both were verified before. Raises PdfUnreadableError.
    """
    told = [*_check_records(_trees(version), _trees(whole)), *_check_jobs(_jobs(version), _jobs(whole))]
    yield from (each for each in told if each is not None)
    if count := told.count(None):
        yield holds("masked-parts-as-whole", count=count)
    elif not told:
        yield unknown("nothing-masked")


def _check_records(
    told: Mapping[str, RecordTree], wholes: Mapping[str, RecordTree]
) -> Iterator[Finding | None]:
    """Compare the masked parts of records; None for each that is the whole one but for its marks."""
    for _, tree in sorted(told.items()):
        parts = _masked_parts(tree)
        if not parts:
            continue
        kind = "interview" if "interview" in tree.digests else "exhibit"
        called = Where(kind=kind, names=(shown(_number(tree, kind)),))
        other = next((each for each in wholes.values() if _is_of_one(kind, tree, each)), None)
        if other is None:
            yield unknown("whole-record-absent", where=called)
            continue
        for part in parts:
            if part not in other.parts or part in _masked_parts(other):
                yield unknown("whole-part-absent", where=called, part=part)
            elif _is_same(other.value(part), tree.value(part)):
                yield None
            else:
                yield broken("masked-part-altered", where=called, part=part)


def _check_jobs(told: Mapping[str, JobOutward], wholes: Mapping[str, JobOutward]) -> Iterator[Finding | None]:
    """Compare the masked versions of translations: of each, a linguist signed the text and the source."""
    for number, job in sorted(told.items()):
        called = Where(kind="language", names=(shown(number),))
        others = {each.version.id: each for each in wholes[number].versions} if number in wholes else {}
        for place, each in enumerate(job.versions, 1):
            other, part, hidden = others.get(each.version.id), f"versions/{place}", _hidden(each)
            if not hidden:
                continue
            if other is None or hidden & _hidden(other):
                yield unknown("whole-part-absent", where=called, part=part)
            elif _is_as_signed(other, each):
                yield None
            else:
                yield broken("masked-part-altered", where=called, part=part)
        for place, remark in enumerate(job.withheld, 1):
            is_there = number in wholes and _has(wholes[number], job, remark)
            part = f"{WITHHELD}/{place}"
            yield None if is_there else unknown("whole-part-absent", where=called, part=part)


def _has(whole: JobOutward, job: JobOutward, remark: RemarkWithheld) -> bool:
    """Whether the whole job has as many more such remarks at this place as are withheld of the other."""
    there = _remarks(whole, job, remark) - _remarks(job, job, remark)
    return len(there) >= len(job.withheld_of(remark.kind, remark.about))


def _remarks(held: JobOutward, job: JobOutward, remark: RemarkWithheld) -> set[str]:
    """The ids of such remarks; of notes, of those whose digests the version that has the marks withholds."""
    about = remark.about
    match remark.kind:
        case RemarkKind.NOTE:
            told = {one for each in job.versions if each.version.id == about for one in each.withheld}
            return {each.id for each in held.annotations if annotation_digest(each) in told}
        case RemarkKind.ANSWER:
            return {each.id for each in held.answers if each.annotation_id == about}
        case RemarkKind.CERTIFICATE:
            return {each.id for each in held.certificates}
        case RemarkKind.SIGNATURE:
            return {each.id for each in (*held.signatures, *held.former_signatures)}
        case RemarkKind.AGREEMENT:
            return {each.id for each in held.verdicts if each.version_id == about and not each.own_text}
    of = {about} if remark.kind is RemarkKind.DISPUTE else _same_words(held, about)
    return {each.id for each in held.verdicts if each.version_id in of and each.own_text}


def _same_words(held: JobOutward, about: str) -> set[str]:
    """The ids of the former versions with the words of this one."""
    shown = (each.version for each in held.versions if each.version.id == about)
    return {each.id for version in shown for each in held.same_words(version)}


def _hidden(each: VersionOutward) -> frozenset[str]:
    """The parts of a version that are not shown as they were signed."""
    return frozenset(name for name, _ in each.unshown)


def _is_as_signed(whole: VersionOutward, masked: VersionOutward) -> bool:
    """Whether both are one signed version, and the masked text is the whole one but for its marks."""
    return all(
        signed_part_digest(whole, name) == signed_part_digest(masked, name) for name in (TEXT, SOURCE)
    ) and fits(whole.version.text, masked.version.text)


def _masked_parts(tree: RecordTree) -> list[str]:
    """Return the parts that are masked, and those of an exhibit that have marks."""
    return sorted(
        name for name, line in tree.parts.items() if name in tree.masked or MARK.search(line.decode())
    )


def _is_of_one(kind: str, version: RecordTree, whole: RecordTree) -> bool:
    """Whether both are of one record: a signed one by its digest, an exhibit by its id."""
    if whole.strangers() or kind not in whole.parts:
        return False
    if kind == "interview":
        return whole.digest == version.digest
    return _row(version, kind).get("id") == _row(whole, kind).get("id")


def _trees(pdf: bytes) -> dict[str, RecordTree]:
    found: dict[str, RecordTree] = {}
    for name, data in attached_records(pdf).items():
        if name.endswith(".jsonl"):
            try:
                found[name] = RecordTree.parse(data)
            except FormatError:  # the check of the bundle says so; language work has another form
                continue
    return found


def _jobs(pdf: bytes) -> dict[str, JobOutward]:
    found: dict[str, JobOutward] = {}
    for name, data in attached_records(pdf).items():
        if name.startswith("records/language-"):
            with suppress(FormatError):  # the check of the bundle says so
                job = read_outward(data)
                found[job.job.number] = job
    return found


def _number(tree: RecordTree, kind: str) -> str:
    return str(_row(tree, kind).get("number"))


def _row(tree: RecordTree, kind: str) -> Mapping[str, Value]:
    value = tree.value(kind) if kind in tree.parts else None
    return value if isinstance(value, Mapping) else {}


def _is_same(whole: Value, masked: Value) -> bool:
    """Whether a masked value is the whole one, in which words of its texts are marks."""
    if not isinstance(whole, Mapping) or not isinstance(masked, Mapping):
        return False
    names = whole.keys() | masked.keys()
    return all(_fits(name, whole.get(name, ""), masked.get(name, "")) for name in names)


def _fits(name: str, whole: Value, masked: Value) -> bool:
    if name in _STANDS_FOR_WORDS and not masked:
        return True
    if isinstance(whole, list) and isinstance(masked, list):
        return len(whole) == len(masked) and all(
            _fits("", one, other) for one, other in zip(whole, masked, strict=True)
        )
    if isinstance(whole, str) and isinstance(masked, str):
        return fits(whole, masked)
    return whole == masked
