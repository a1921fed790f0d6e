"""No sealed identity in what one types into a message to another office: a notice, a receipt."""

from thb_desktop.domain.ids import CaseId
from thb_desktop.errors import NameInNoticeError
from thb_desktop.services.bundling.identity_register import register_of
from thb_desktop.services.bundling.identity_scan import scan_texts
from thb_desktop.services.core.session import Session


def verify_no_identity(session: Session, case_id: CaseId, *texts: str) -> None:
    """Raise NameInNoticeError if a text, or what the entry is called, says what is sealed of a person, as
    far as this user can compare it: a message is no secret, and who received something must be told of it in
    any case.
    """
    if scan_texts(register_of(session, case_id), "", [("", each) for each in texts]).hits:
        raise NameInNoticeError("the message would tell a sealed identity")
