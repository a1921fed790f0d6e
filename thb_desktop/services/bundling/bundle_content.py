"""The content of a bundle: chosen and gathered from the vault, as the printing floor takes it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import thb_desktop
from thb_desktop.domain.bundle import (
    BundleContent,
    ChainHead,
    ExhibitInFull,
    InterviewInFull,
    Seconded,
    SegmentInFull,
    SignatureWanted,
)
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import AgentId, BundleId, CaseId, ExhibitId, InterviewId
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Alone
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.errors import (
    CertifierError,
    LanguageAbsentError,
    NotAloneError,
    NothingToExportError,
    NotSignedYetError,
    ReasonMissingError,
    SecondNotAllowedError,
)
from thb_desktop.services.bundling.extracts import CustodyExtract, extract_of
from thb_desktop.services.casework import cases, cooperation, exhibits, finance, interviews, people
from thb_desktop.services.core.approvals import list_second_persons
from thb_desktop.services.core.keys import certificate_of
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.office.users import get_user
from thb_desktop.vault.tables import registry

INTERPRETER_FIELD, AUTHORITY_FIELD = "Interpreter", "Authority"
"""The places for signatures on the cover."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleOptions:
    """What a bundle shall hold. languages: the columns after the original, the file's own language first.

    interview_ids, exhibit_ids: None takes all. certifier: the user who certifies as interpreter, so that a
    place for that signature is on the cover. released_with: the second person who approves the release, or
    why there is none; the pages say it.
    """

    languages: tuple[str, ...]
    purpose: str
    recipient: str
    interview_ids: tuple[InterviewId, ...] | None = None
    exhibit_ids: tuple[ExhibitId, ...] | None = None
    certifier: AgentId | None = None
    released_with: AgentId | Alone | None = None


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def choose(
    session: Session, case_id: CaseId, options: BundleOptions
) -> tuple[tuple[InterviewInFull, ...], tuple[ExhibitInFull, ...]]:
    listed = [each.interview.id for each in interviews.list_interviews(session, case_id)]
    kept = [each.exhibit.id for each in exhibits.list_exhibits(session, case_id)]
    if options.interview_ids is not None:
        listed = [each for each in listed if each in options.interview_ids]
    if options.exhibit_ids is not None:
        kept = [each for each in kept if each in options.exhibit_ids]
    return (
        tuple(_in_columns(interviews.get_interview(session, one), options.languages) for one in listed),
        tuple(exhibits.get_exhibit(session, one) for one in kept),
    )


def _in_columns(record: InterviewInFull, languages: Sequence[str]) -> InterviewInFull:
    """Keep the renderings that have a column, in that order; the digest stays that of the whole record."""

    def in_order(each: SegmentInFull) -> SegmentInFull:
        by_language = {rendering.language: rendering for rendering in each.renderings}
        return replace(each, renderings=tuple(by_language[one] for one in languages if one in by_language))

    return replace(record, segments=tuple(in_order(each) for each in record.segments))


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def gather(session: Session, case_id: CaseId, options: BundleOptions) -> BundleContent:
    held, taken = choose(session, case_id, options)
    if not held and not taken:
        raise NothingToExportError("the bundle would hold neither an interview nor an exhibit")
    if any(not each.interview.is_signed for each in held):
        raise NotSignedYetError("an interview record must be signed before it goes into a bundle")
    case = cases.get_case(session, case_id)
    _verify_languages(held, options.languages, case.language)
    extract = _extract(session, held, taken)
    head, root = extract.head, root_certificate(session.office_record)
    number = f"B-{len(registry.BUNDLE.where(session.read, 'case_id', case_id)) + 1:03}"
    made_at = session.clock.read().at.replace(microsecond=0)
    engaged = {one.interpreter_id for each in held for one in each.engagements}
    return BundleContent(
        id=_bundle_id(head.root, case_id, number, made_at.isoformat()),
        number=number,
        version=1,
        made_at=made_at,
        language=case.language,
        languages=options.languages,
        case=case,
        authorities=cases.list_authorities(session, case_id),
        proceedings=cases.list_proceedings(session, case_id),
        instruments=cooperation.list_instruments(session, case_id),
        officials=people.list_officials(session, case_id),
        interpreters=tuple(one for one in people.list_interpreters(session, case_id) if one.id in engaged),
        persons=people.list_persons(session, case_id),
        roles=people.list_roles(session, case_id),
        interviews=held,
        exhibits=taken,
        objects=cases.list_objects(session, case_id),
        accounts=finance.list_accounts(session, case_id),
        transactions=finance.list_transactions(session, case_id),
        head=ChainHead(
            size=head.size,
            root=head.root.hex(),
            counters_root=head.counters.hex(),
            at=head.at.isoformat(),
            short_code=head.short_code,
        ),
        custody_extract=extract.data,
        root_certificate=root,
        root_fingerprint=hashlib.sha256(root).hexdigest(),
        signatures=_wanted(session, held, options.certifier),
        purpose=options.purpose.strip(),
        recipient=options.recipient.strip(),
        software=f"THB Desktop {thb_desktop.__version__}",
        released_by=session.user.name,
        second=_second(session, options.released_with),
    )


def _second(session: Session, named: AgentId | Alone | None) -> Seconded | None:
    """Whom the pages name as the second person, if that is possible; a reason only where nobody is."""
    if named is None:
        return None
    could = {user.id: user for user in list_second_persons(session, TwoPersonAct.RELEASE_BUNDLE)}
    if isinstance(named, Alone):
        if not named.reason.strip():
            raise ReasonMissingError("a bundle that is released by one person alone needs a reason")
        if could:
            raise NotAloneError("somebody else in this office can approve the release")
        return Seconded(alone_because=named.reason.strip())
    if named not in could:
        raise SecondNotAllowedError("this user cannot approve the release as the second person")
    return Seconded(name=could[named].name, role=could[named].role)


def _verify_languages(held: Sequence[InterviewInFull], languages: Sequence[str], own: str) -> None:
    """Refuse a column that would stay empty on every page; the case's own language is always there."""
    present = {one.language for each in held for segment in each.segments for one in segment.renderings}
    absent = sorted(set(languages) - present - {own})
    if held and absent:
        raise LanguageAbsentError(f"no interview of the bundle has a translation in: {', '.join(absent)}")


def _extract(
    session: Session, held: Sequence[InterviewInFull], taken: Sequence[ExhibitInFull]
) -> CustodyExtract:
    """The events of these interviews, exhibits and files; whose identities they are is not among them."""
    subjects = [
        *(each.interview.id for each in held),
        *(each.exhibit.id for each in taken),
        *(file.id for each in taken for file in each.files),
    ]
    return extract_of(session, subjects)


def _bundle_id(*parts: str | bytes) -> BundleId:
    """An id that follows from what the bundle is made of (a UUID of version 8)."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        digest.update(len(data).to_bytes(4, "big") + data)
    value = int.from_bytes(digest.digest()[:16], "big")
    value = value & ~(0xF << 76) | 0x8 << 76
    value = value & ~(0b11 << 62) | 0b10 << 62
    return BundleId(str(UUID(int=value)))


def _wanted(
    session: Session, held: Sequence[InterviewInFull], certifier: AgentId | None
) -> tuple[SignatureWanted, ...]:
    signer = session.keys.signer  # a card's, perhaps
    authority = _place(AUTHORITY_FIELD, session.user, signer.certificate or certificate_of(session.user))
    if certifier is None:
        return (authority,)
    user = get_user(session, certifier)
    engaged = {one.interpreter_id for each in held for one in each.engagements}
    names = {
        name
        for one in engaged
        if (interpreter := registry.INTERPRETER.find(session.read, one)) is not None
        for name in (interpreter.name, interpreter.name_latin)
    }
    if user.role is not UserRole.INTERPRETER or user.name not in names:
        raise CertifierError("the one who shall certify interpreted none of the interviews of this bundle")
    return _place(INTERPRETER_FIELD, user, certificate_of(user)), authority


def _place(field: str, user: User, certificate: bytes) -> SignatureWanted:
    return SignatureWanted(
        field=field,
        name=user.name,
        function=user.role,
        certificate=hashlib.sha256(certificate).hexdigest(),
    )
