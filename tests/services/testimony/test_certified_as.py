"""A certification in the name of another linguist of the case, with a key of one's own."""

from dataclasses import replace

import pytest

from tests.services.testimony.test_renderings import Certified
from tests.support.offices import Small
from thb_desktop.domain.ids import InterpreterId
from thb_desktop.errors import CertificationError
from thb_desktop.ledger.certification import certified_bytes
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import certifications


@pytest.mark.requirement("SR-19")
def test_a_certification_as_another_linguist_of_the_case_is_none(session: Session, small: Small):
    found = Certified(session, small)
    made = certifications.certify_renderings(session, found.segment.interview_id, [found.made], **found.by)
    other = people.add_interpreter(
        session, replace(small.interpreter, id=InterpreterId(""), code="T-8", name="Somebody Else")
    )
    as_another = replace(made, interpreter_id=other.id)
    signature = found.guest.keys.signer.sign(certified_bytes(as_another, session.vault_id))

    certifications.verify_certification(session, made)
    with pytest.raises(CertificationError):
        certifications.verify_certification(session, replace(as_another, signature=signature.hex()))
