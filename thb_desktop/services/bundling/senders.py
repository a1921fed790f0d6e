"""Senders: the authority that sends a bundle, and who acts for it."""

from collections.abc import Sequence

from thb_desktop.domain.case import Authority
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import AuthorityId, CaseId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import AuthorityPart
from thb_desktop.errors import NotFoundError
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def sender_of(session: Session, case_id: CaseId, sender_id: AuthorityId | None) -> Authority | None:
    """Return the sending authority: the named one, else the user's, else the lead authority of the case."""
    authorities = [each for each in cases.list_authorities(session, case_id) if not each.struck]
    if sender_id is not None:
        return _require(authorities, sender_id)
    own = [each for each in authorities if acts_for(session, case_id, each)]
    leading = [each for each in authorities if each.part is AuthorityPart.LEAD]
    return next(iter((*own, *leading)), None)


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def acts_for(session: Session, case_id: CaseId, authority: Authority) -> bool:
    """Whether the user of this session is an official of this authority, by id."""
    return any(
        not official.struck
        and official.user_id == session.user.id
        and (official.authority_id == authority.id or authority.official_id == official.id)
        for official in people.list_officials(session, case_id)
    )


def _require(authorities: Sequence[Authority], sender_id: AuthorityId) -> Authority:
    found = next((each for each in authorities if each.id == sender_id), None)
    if found is None:
        raise NotFoundError("something chosen for the bundle is not in this case")
    return found
