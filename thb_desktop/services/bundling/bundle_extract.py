"""The extract of a bundle: the events of all that it prints, and the certificates of those who signed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import told_of
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.rights import Right
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.bundling.extracts import CustodyExtract, extract_of
from thb_desktop.services.bundling.language_jobs import certificates_behind
from thb_desktop.services.bundling.scoping import Scope, entries_told
from thb_desktop.services.bundling.signers import signing
from thb_desktop.services.bundling.versions import Version
from thb_desktop.services.case_file.telling import tell_anew
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signing_keys import signing_certificate
from thb_desktop.services.testimony import certifications
from thb_desktop.vault.tables import registry


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def extract_of_bundle(
    session: Session,
    options: BundleOptions,
    scope: Scope,
    *,
    held: Sequence[InterviewInFull],
    taken: Sequence[ExhibitInFull],
    jobs: Sequence[JobOutward],
    version: Version,
) -> CustodyExtract:
    """Return the events of what a bundle prints, and the certificates of those who certified renderings,
    signed language work, sign the bundle or approve its release.

    What an earlier version entered is told before: this is an act of its own. held, taken, jobs, scope: as
    they are shown. version: what of it is masked.
    """
    entries = entries_told(scope)
    tell_anew(session, entries)
    certified = (one for each in held for one in each.certifications if one.signature)
    present = replace(scope.frame, corrections=())
    people = (registry.USER.find(session.read, one) for one in signing(session, options))
    return extract_of(
        session,
        [*_subjects(held, taken, scope)],
        [
            *(certifications.certificate_of_certification(session, one) for one in certified),
            *certificates_behind(session, jobs),
            *(signing_certificate(session.read, one) for one in people if one is not None),
        ],
        entries=[each.id for each in entries],
        masked=version.masked,
        untold=version.untold_words([*held, *taken, *jobs, present, version.finance(scope.finance)]),
        is_version=version.disclosure is not None,
    )


def _subjects(held: Sequence[InterviewInFull], taken: Sequence[ExhibitInFull], scope: Scope) -> Iterator[str]:
    """What is printed: interviews, exhibits, files, merges, chosen claims, and what is told of entries.

    No identity is a subject of an extract.
    """
    yield from (each.interview.id for each in held)
    yield from (each.exhibit.id for each in taken)
    yield from (file.id for each in taken for file in each.files)
    yield from (each.id for each in scope.frame.merges)
    yield from (claim.id for person in scope.frame.told for claim in person.claims)
    merged = (one for each in scope.frame.merges for one in (each.kept_id, each.other_id))
    yield from map(told_of, dict.fromkeys((*(each.id for each in entries_told(scope)), *merged)))
