"""Attached language work: whether linguists signed what a job tells, and from the words of the record."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.language_outward import JobOutward, RemarkKind, VersionOutward
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.person_names import is_same_name
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.errors import FormatError, SignatureError
from thb_desktop.findings import Finding, Where, broken, holds, unknown
from thb_desktop.ledger.entry import VerifySignature
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.language_work import (
    Signed,
    outward_digest,
    read_outward,
    signed_bytes,
    states_outward,
    unproved,
)
from thb_desktop.verify.bundle.case_data import Linguist
from thb_desktop.verify.bundle.certifications import linguists_of
from thb_desktop.verify.bundle.language_rules import keeps_rules, strays
from thb_desktop.verify.bundle.redactions import Redactions
from thb_desktop.verify.bundle.spoken import Digests, Spoken
from thb_desktop.verify.certificates import Certificate


def check_language(
    files: Sequence[tuple[str, bytes]],
    spoken: Spoken,
    extract: Extract | None,
    verify: VerifySignature,
    *,
    told: Mapping[str, Linguist] | None = None,
    redactions: Redactions | None = None,
) -> Iterator[Finding]:
    """Verify the attached jobs, each with its number. Their digests are checked with the list of files.

    told: what the data of the case say of each linguist; None if nothing demands them. redactions: the list
    of the bundle, out of which each job takes its own.

    A job that is made from another job needs that one in the bundle, or it is not known from what it is made.
    """
    jobs: dict[str, JobOutward] = {}
    for number, untrusted in files:
        with suppress(FormatError):
            job = read_outward(untrusted)
            if job.job.number == number:
                jobs[number] = job
        if number not in jobs:
            yield broken("language-altered", where=_called(number))
    if len({number for number, _ in files}) < len(files) or len({one.job.id for one in jobs.values()}) < len(
        jobs
    ):
        yield broken("language-job-twice")
    listed = redactions or Redactions()
    unlisted = {number for number, job in jobs.items() if not listed.names_all(number, job)}
    masked = {one.version.segment_id for each in jobs.values() for one in each.versions if one.hides_text}
    known = _Known(
        masked=frozenset({*spoken.masked, *masked}) if listed.is_there else frozenset(),
        jobs={each.job.id: each for each in jobs.values()},
        spoken=spoken,
        certificates=linguists_of(extract, verify) if jobs else {},
        vault=extract.vault if extract else "",
        verify=verify,
        told=told,
    )
    counts = Counter[str]()
    for number, job in jobs.items():
        found = tuple(_faults(job, known))
        if number in unlisted:
            yield broken("redactions-not-as-listed.record", where=_called(number))
            continue
        yield from (broken(code, where=_called(number)) for code in found if code not in _OPEN)
        yield from (unknown(code, where=_called(number)) for code in found if code in _OPEN)
        if found:
            continue
        away = unproved(job) if job.withheld_of(RemarkKind.SIGNATURE) else set()
        counts.update(_as_far_as_shown(each) for each in job.versions if each.version.id not in away)
        counts.update("language-stale" for _ in job.stale)
        if away:
            yield unknown("language-signature-withheld", where=_called(number), count=len(away))
    yield from (holds(code, count=count) for code, count in sorted(counts.items()))


_OPEN = frozenset(
    f"language-{each}" for each in ("unchecked", "source-absent", "before-correction", "former-withheld")
)


def _as_far_as_shown(each: VersionOutward) -> str:
    """Return the code of what was verified of a version that is sound."""
    if each.hides_text:
        return "language-masked"
    return "language-source-masked" if each.hides_source else "language-as-signed"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What attached jobs are compared with. jobs: the others, by id. certificates: of linguists, by user.
    masked: the segments of which something is masked, in the record or in a translation.
    """

    masked: frozenset[str]
    jobs: Mapping[str, JobOutward]
    spoken: Spoken
    certificates: Mapping[str, Sequence[Certificate]]
    vault: str
    verify: VerifySignature
    told: Mapping[str, Linguist] | None


def _faults(job: JobOutward, known: _Known) -> Iterator[str]:
    """Return the codes of what contradicts or lacks, each once. What stands twice, or is about nothing, is
    told alone: the rest is not judged.
    """
    if astray := [*strays(job, known.spoken.turns.get(job.job.interview_id, ()))]:
        return iter(astray)
    found = dict.fromkeys(_fault(row, job, known) for row in job.signed)
    sources: dict[str, str] = {}
    for each in job.versions:
        sources[each.version.segment_id], open_code = _source_told(each, job, known)
        found[open_code] = None
    for stale in job.stale:
        now = _words(stale.told.version, job, known)
        if now is None:
            found["language-source-absent"] = None
        elif not now.startswith(f"{stale.source}\n"):
            found["language-altered"] = None
    if known.spoken.records.get(job.job.interview_id) != job.record or not (
        keeps_rules(job)
        and all(_hides_as_it_may(each, job, known) for each in job.versions)
        and _is_told(job, sources)
        and _are_as_disputed(job)
        and _are_as_data(job, known.told)
        and _name_the_file(job, known.spoken)
        and _are_in_these_recordings(job, known.spoken)
    ):
        found["language-altered"] = None
    if job.former and not job.former_signatures:
        is_withheld = job.withheld_of(RemarkKind.SIGNATURE)
        found["language-former-withheld" if is_withheld else "language-former-unsigned"] = None
    return (code for code in found if code)


def _source_told(each: VersionOutward, job: JobOutward, known: _Known) -> tuple[str, str]:
    """Return the digest of the source of a version as it is now, and the code of what is not known of it."""
    signed = each.version.source_digest
    if each.hides_source:
        return signed, "language-source-absent" if _lacks_source(job, known) else ""
    told = _sources(each.version, job, known)
    if not told:
        return signed, "language-source-absent"
    if signed in told[1:]:
        return signed, "language-before-correction"
    return (signed if signed in told else told[0]), ""


def _hides_as_it_may(each: VersionOutward, job: JobOutward, known: _Known) -> bool:
    """Whether a version leaves out the digest of a source of a masked turn alone, or of words of another
    translation that is not there, and none that it shows.
    """
    return each.hides_source is (each.version.source_digest == "") and (
        not each.hides_source or each.version.segment_id in known.masked or _lacks_source(job, known)
    )


def _lacks_source(job: JobOutward, known: _Known) -> bool:
    """Whether it was made from another translation, which is not there."""
    return job.job.from_job_id is not None and job.job.from_job_id not in known.jobs


def _fault(row: Signed, job: JobOutward, known: _Known) -> str:
    """Return what is wrong with the signature of a row; nothing if it is its linguist's."""
    linguist = next((each for each in job.linguists if each.id == row.interpreter_id), None)
    if linguist is None or linguist.user_id != row.user_id or row.job_id != job.job.id:
        return "language-altered"
    certificates = known.certificates.get(row.user_id)
    if not certificates:
        return "language-unchecked"
    for each in certificates:
        with suppress(SignatureError, ValueError):
            known.verify(each.public_key, signed_bytes(row, known.vault), bytes.fromhex(row.signature))
            return "" if is_same_name(each.common_name, linguist.name) else "language-altered"
    return "language-altered"


def _sources(version: RenderingVersion, job: JobOutward, known: _Known) -> Digests:
    """Return the digests of the words from which a version can be made; none if they are not there."""
    if job.job.from_job_id is None:
        return known.spoken.sources(version.segment_id, job.job.source_language)
    text = _words(version, job, known)
    return () if text is None else (digest_of(text),)


def _words(version: RenderingVersion, job: JobOutward, known: _Known) -> str | None:
    """Return the present words from which a version can be made; None if they are not there."""
    if job.job.from_job_id is None:
        now = known.spoken.sources(version.segment_id, job.job.source_language)
        return known.spoken.words[now[0]] if now else None
    other = known.jobs.get(job.job.from_job_id)
    texts = {each.version.segment_id: each.version.text for each in other.versions} if other else {}
    return texts.get(version.segment_id)


def _is_told(job: JobOutward, sources: Mapping[str, str]) -> bool:
    """Whether each version has the state that follows from the rows, and each belongs to this job."""
    versions = tuple(each.version for each in job.versions)
    try:
        states = states_outward(job, sources)
    except FormatError:
        return False
    own = all(
        (each.job_id, each.author_id) == (job.job.id, job.job.linguist_id) for each in versions
    ) and len({each.segment_id for each in versions}) == len(versions)
    return own and all(
        states[each.version.id] is each.state and each.state is not WorkState.STALE for each in job.versions
    )


def _are_as_disputed(job: JobOutward) -> bool:
    """Whether each dispute of a former version was signed over this version, and each of these has one, and
    its author signed the same, and each stale version as checked. Where signatures of former versions are
    withheld, none is there.
    """
    language = job.job.target_language
    former = {each.version.id for each in job.former}
    try:
        told = [
            (each.version.id, outward_digest(each, each.withheld, language=language)) for each in job.former
        ]
        stale = {
            (each.version.id, outward_digest(each, each.withheld, language=language))
            for each in (one.told for one in job.stale)
        }
    except FormatError:
        return False
    signed = {(each.version_id, each.version_digest) for each in job.verdicts if each.version_id in former}
    by_author = job.former_signatures
    checked = {
        one for each in by_author if each.state is RenderingState.SELF_CHECKED for one in each.versions
    }
    return (
        len(told) == len(signed)
        and set(told) == signed
        and stale <= checked
        and all((signed | stale).intersection(row.versions) for row in by_author)
        and (not (by_author or stale) or signed | stale <= {one for row in by_author for one in row.versions})
    )


def _are_as_data(job: JobOutward, told: Mapping[str, Linguist] | None) -> bool:
    """Whether the data of the case tell the same name, code and register number of each linguist."""
    return told is None or all(
        (known := told.get(each.id)) is not None
        and (known.code, known.register_number) == (each.code, each.register_number)
        and each.name in (known.name, known.name_latin)
        for each in job.linguists
    )


def _name_the_file(job: JobOutward, spoken: Spoken) -> bool:
    """Whether the job and its certificates name the file that the record is a copy of; none of an interview.
    A job from before this was told names none.
    """
    told = (job.job.source_sha256, job.job.source_pages)
    return told in (("", 0), spoken.copied.get(job.job.interview_id)) and all(
        (each.source_sha256, each.source_pages) == told for each in job.certificates
    )


def _are_in_these_recordings(job: JobOutward, spoken: Spoken) -> bool:
    """Whether each recording in which something is noted has the digest that its exhibit tells, if that is
    here.
    """
    noted = {each.anchor for each in job.annotations if each.anchor.kind is AnchorKind.TIME}
    told = spoken.recorded(frozenset(each.of for each in noted))
    return all(told.get(each.of, each.digest) == each.digest for each in noted)


def _called(number: str) -> Where:
    return Where(kind="language", names=(number,))
