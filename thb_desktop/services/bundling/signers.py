"""Who signs a bundle, and with whom it is released: checked when it is prepared, and named on its cover."""

import hashlib
from collections.abc import Sequence

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.bundle_release import SignatureWanted
from thb_desktop.domain.case import Authority
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import AgentId, CaseId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.second_person import Alone, Seconded
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.errors import (
    CertifierError,
    NotAloneError,
    ReasonMissingError,
    SecondNotAllowedError,
    SignerForeignError,
)
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.bundling.senders import acts_for
from thb_desktop.services.core.approvals import list_second_persons
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signing_keys import signing_certificate
from thb_desktop.services.office.users import get_user
from thb_desktop.vault.tables import registry

INTERPRETER_FIELD, AUTHORITY_FIELD = "Interpreter", "Authority"
"""The signature fields on the cover."""


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def verify_signer(session: Session, case_id: CaseId, sender: Authority | None) -> None:
    """Raise SignerForeignError unless the user is an official of the sending authority."""
    may_sign = may(session.user.role, Right.RELEASE_BUNDLES)
    if may_sign and (sender is None or not acts_for(session, case_id, sender)):
        raise SignerForeignError("the user is not an official of the authority that sends the bundle")


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def second_of(session: Session, named: AgentId | Alone | None) -> Seconded | None:
    """Return the second person named on the pages; a reason is accepted only if nobody else could approve."""
    if named is None:
        return None
    could = {user.id: user for user in list_second_persons(session, TwoPersonAct.RELEASE_BUNDLE)}
    if isinstance(named, Alone):
        if is_blank(named.reason):
            raise ReasonMissingError("a bundle released by one person alone needs a reason")
        if could:
            raise NotAloneError("somebody else in this office can approve the release")
        return Seconded(alone_because=named.reason.strip())
    if named not in could:
        raise SecondNotAllowedError("this user cannot approve the release as the second person")
    return Seconded(name=could[named].name, role=could[named].role)


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def signing(session: Session, options: BundleOptions) -> tuple[AgentId, ...]:
    """Return the users whose signatures the bundle will have."""
    named = (options.certifier, options.released_with)
    others = (each for each in named if each is not None and not isinstance(each, Alone))
    return (session.user.id, *others)


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def wanted_of(
    session: Session, held: Sequence[InterviewInFull], certifier: AgentId | None
) -> tuple[SignatureWanted, ...]:
    """Return the signatures that the cover has a place for: of a certifying interpreter, and of the user."""
    signer = session.keys.signer  # perhaps on a card
    authority = _place(
        AUTHORITY_FIELD, session.user, signer.certificate or signing_certificate(session.read, session.user)
    )
    if certifier is None:
        return (authority,)
    user = get_user(session, certifier)
    engaged = {one.interpreter_id for each in held for one in each.engagements}
    known = [registry.INTERPRETER.find(session.read, one) for one in engaged]
    if user.id not in {one.user_id for one in known if one is not None and not one.struck}:
        raise CertifierError("the user who should certify interpreted none of the interviews of this bundle")
    if user.role is not UserRole.INTERPRETER:
        raise CertifierError("the user who should certify is no interpreter of this vault")
    return _place(INTERPRETER_FIELD, user, signing_certificate(session.read, user)), authority


def _place(field: str, user: User, certificate: bytes) -> SignatureWanted:
    return SignatureWanted(
        field=field,
        user_id=user.id,
        name=user.name,
        function=user.role,
        certificate=hashlib.sha256(certificate).hexdigest(),
    )
