"""Certificates: a linguist certifies their versions of a job in one go, in the wording of the office."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thb_desktop import words
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.certificates import FILLED_BY_HAND, REQUIRED, CertificateElement
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import JobId, RowId, SegmentId
from thb_desktop.domain.interview_day import day_at
from thb_desktop.domain.language_states import JobInFull, annotations_of
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import CertificateTemplate, LanguageCertificate, LanguageJob
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.rights import Right
from thb_desktop.domain.translation_rules import Certifying, check_certifiable
from thb_desktop.domain.vocabulary import AnnotationVisibility, CertificateKind
from thb_desktop.errors import (
    CertificateIncompleteError,
    CertificateOutdatedError,
    NotCertifiableError,
    NotFoundError,
)
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signing_keys import SigningKeys, keys_at_desk
from thb_desktop.services.language.doubts import (
    Reason,
    check_drawn,
    check_wording,
    codes_of,
    reason_for,
    said_before,
    turns_told,
)
from thb_desktop.services.language.jobs import get_job, require_job, require_open_job
from thb_desktop.services.language.signing import UNSIGNED, signed_row, user_of
from thb_desktop.vault.tables import registry

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certifies:
    """What the linguist gives for a certificate. elements: each with its wording as they sign it.

    kind: what the certificate is. place: where it is signed. machine_assisted: whether a machine assisted.
    registered_until: the end of their registration; None if they have none.
    """

    kind: CertificateKind
    template_id: RowId
    elements: Mapping[CertificateElement, str]
    place: str
    machine_assisted: bool
    registered_until: date | None = None


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def check_job(
    session: Session,
    job_id: JobId,
    registered_until: date | None = None,
    *,
    machine_assisted: bool | None = None,
) -> tuple[Finding, ...]:
    """Return what prevents a certificate (BROKEN), and what needs a reason (UNKNOWN).

    registered_until, machine_assisted: as far as the linguist answered them.
    """
    work = get_job(session, job_id)
    return tuple(_check(work, _known(session, work.job, registered_until, machine_assisted)))


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def said_at_signature(session: Session, job_id: JobId) -> Mapping[tuple[str, str], str]:
    """Return what the linguist said of a rule at a turn when they signed it, by rule and turn."""
    return said_before(get_job(session, job_id))


@permitted(Right.LANGUAGE_WORK)
def draft_certificate(
    session: Session, job_id: JobId, template_id: RowId, *, place: str, day: date
) -> dict[CertificateElement, str]:
    """Return the wording of a template with what the program knows filled in; the linguist completes it.

    day: on which it is signed, by the clock of the place.
    """
    work, template = get_job(session, job_id), _template(session, template_id)
    told = _told(session, work, template.language, {"place": place.strip(), "date": day.isoformat()})
    return {
        CertificateElement(code): _PLACE.sub(lambda found: told.get(found[1], found[0]), text)
        for code, text in template.elements
    }


@permitted(Right.LANGUAGE_WORK)
def verify_as_shown(
    session: Session,
    job_id: JobId,
    template_id: RowId,
    shown: Mapping[CertificateElement, str],
    *,
    place: str,
    day: date,
) -> None:
    """Refuse a wording that was filled in before the day or the work became another one. shown: as it was
    filled in. Raises CertificateOutdatedError.
    """
    if draft_certificate(session, job_id, template_id, place=place, day=day) != dict(shown):
        raise CertificateOutdatedError("the wording was filled in on another day, or for other work")


@permitted(Right.LANGUAGE_WORK)
def certify(
    session: Session,
    job_id: JobId,
    given: Certifies,
    reasons: Sequence[tuple[Finding, str]] = (),
    *,
    signer: Signer | None = None,
) -> LanguageCertificate:
    """Let the linguist certify their present versions of a job, all with one signature.

    reasons: for each warning of `check_job` and of `check_wording`, why they certify all the same; they are
    part of what is signed.
    Raises NotCertifiableError for the first rule that refuses, WarningUnansweredError,
    CertificateIncompleteError for a wording with gaps, JobClosedError, NotTheLinguistError.
    """
    job = require_open_job(session, job_id)
    template = _template(session, given.template_id)
    work_on = get_job(session, job_id)
    known = _known(session, job, given.registered_until, given.machine_assisted)
    found = (*_check(work_on, known), *check_wording(given.elements))
    answered = tuple(_answered(each, reasons) for each in found)
    if job.made_from is None:
        raise NotCertifiableError("it is not said from what the translation was made")
    _verify_wording(given)
    newest = work_on.newest()
    covered = [newest[segment] for segment in work_on.sources]
    user_id = user_of(session, job.linguist_id)
    with session.work() as work:
        row = LanguageCertificate(
            id=RowId(work.new_id()),
            job_id=job_id,
            interpreter_id=job.linguist_id,
            user_id=user_id,
            kind=given.kind,
            template_id=template.id,
            translation_type=job.translation_type,
            made_from=job.made_from,
            machine_assisted=given.machine_assisted,
            elements=tuple(
                (each.value, given.elements[each].strip())
                for each in CertificateElement
                if not is_blank(given.elements.get(each, ""))
            ),
            versions=tuple((each.id, work_on.digests[each.id]) for each in covered),
            place=given.place.strip(),
            at=work.at,
            signature=UNSIGNED,
            reasons=answered,
            registered_until=given.registered_until,
            source_sha256=job.source_sha256,
            source_pages=job.source_pages,
        )
        made = signed_row(session, row, signer)
        work.save(made)
        work.record(job_id, VaultAction.LANGUAGE_WORK_CERTIFIED)
    return made


@permitted(Right.LANGUAGE_WORK)
def who_signs(session: Session, job_id: JobId) -> SigningKeys | None:
    """Return with which key a certificate of a job is signed here; None if its linguist is no user."""
    return keys_of_linguist(session, _linguist(session, require_job(session, job_id)))


@permitted(Right.LANGUAGE_WORK)
def keys_of_linguist(session: Session, linguist: Interpreter) -> SigningKeys | None:
    """Return with which key a linguist signs here; None if they are no user."""
    return keys_at_desk(session.read, linguist.user_id, here=session.user, signer=session.keys.signer)


def _check(work: JobInFull, known: Certifying) -> Iterator[Finding]:
    yield from check_certifiable(work, known)
    yield from check_drawn(work, known.labels)


def _answered(found: Finding, reasons: Sequence[tuple[Finding, str]]) -> Reason:
    if found.standing is Standing.BROKEN:
        raise NotCertifiableError("a rule of translations prevents the certificate", found.field)
    return reason_for(found, reasons)


def _verify_wording(given: Certifies) -> None:
    """Refuse a wording without an element that every certificate has, or with a gap."""
    lacking = [each for each in REQUIRED if is_blank(given.elements.get(each, ""))]
    gaps = [each for each, text in given.elements.items() if FILLED_BY_HAND in text or _PLACE.search(text)]
    if lacking or gaps or is_blank(given.place):
        raise CertificateIncompleteError("the wording of the certificate has gaps")


def _known(
    session: Session,
    job: LanguageJob,
    registered_until: date | None = None,
    machine_assisted: bool | None = None,
) -> Certifying:
    labels, spoken = turns_told(session.read, job)
    interview = registry.INTERVIEW.find(session.read, job.interview_id)
    if interview is None:
        raise NotFoundError("the record of the job is not in the file")
    return Certifying(
        linguist=_linguist(session, job),
        on=day_at(interview, session.clock.read().at),
        labels=labels,
        spoken=spoken,
        languages=tuple(dict.fromkeys(each for each in spoken.values() if each != job.target_language)),
        names=codes_of(session.read, job),
        registered_until=registered_until,
        machine_assisted=machine_assisted,
    )


def _told(session: Session, work: JobInFull, language: str, given: Mapping[str, str]) -> dict[str, str]:
    """What stands for each name in braces; a name is left where nothing is known. given: place and date."""
    job, linguist = work.job, _linguist(session, work.job)
    interview = registry.INTERVIEW.find(session.read, job.interview_id)
    known = _known(session, job)
    noted = set(_with_problems(work))
    told = {
        "name": linguist.name,
        "code": linguist.code,
        "register": linguist.register_number or FILLED_BY_HAND,
        "source": ", ".join(words.language_name(each, language) for each in known.languages),
        "target": words.language_name(job.target_language, language),
        "record": interview.number if interview else "",
        "job": job.number,
        "count": str(len(work.sources)),
        "made_from": words.word(job.made_from, language) if job.made_from else "",
        "type": words.word(job.translation_type, language),
        "problems": ", ".join(_labels(known.labels, noted)) or "-",
        **given,
    }
    return {name: text for name, text in told.items() if text}


def _with_problems(work: JobInFull) -> Iterator[SegmentId]:
    """The turns whose certified version has a printed note, or a dispute of its words."""
    turns = JobTurns(work)
    for segment_id in work.sources:
        version, here = turns.newest.get(segment_id), turns.turn(segment_id)
        notes = annotations_of(version, here.annotations) if version is not None else ()
        is_noted = any(each.visibility is AnnotationVisibility.PRINT for each in notes)
        is_disputed = version is not None and (here.disputes(version.id) or here.disputes_again())
        if is_noted or is_disputed:
            yield segment_id


def _labels(labels: Mapping[SegmentId, str], noted: set[SegmentId]) -> list[str]:
    return [label for segment_id, label in labels.items() if segment_id in noted]


def _linguist(session: Session, job: LanguageJob) -> Interpreter:
    found = registry.INTERPRETER.find(session.read, job.linguist_id)
    if found is None:
        raise NotFoundError("the linguist of the job is not in the file")
    return found


def _template(session: Session, template_id: RowId) -> CertificateTemplate:
    found = registry.CERTIFICATE_TEMPLATE.find(session.read, template_id)
    if found is None:
        raise NotFoundError("there is no such wording in this office")
    return found
