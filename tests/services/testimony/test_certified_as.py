"""A certification in the name of another linguist of the case, with a key of one's own or by a correction."""

from dataclasses import replace

import pytest

from tests.services.testimony.test_renderings import Certified
from tests.support.offices import Small
from thb_desktop.domain.ids import InterpreterId
from thb_desktop.errors import CertificationError, LinguistSignedError
from thb_desktop.findings import of_entry
from thb_desktop.ledger.certification import certified_bytes
from thb_desktop.services.casework import corrections
from thb_desktop.services.core import unit_of_work
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import certifications
from thb_desktop.vault.tables import registry


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


@pytest.mark.requirement("SR-19")
def test_who_certified_a_record_keeps_user_and_name(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    found = Certified(session, small)
    made = certifications.certify_renderings(session, found.segment.interview_id, [found.made], **found.by)
    linguist = registry.INTERPRETER.find(session.read, made.interpreter_id)
    assert linguist is not None
    another = replace(linguist, name="Somebody Else")

    with pytest.raises(LinguistSignedError):
        corrections.correct(session, another, "Misread")

    monkeypatch.setattr(corrections, "_verify_interpreter", lambda *_: None)
    monkeypatch.setattr(unit_of_work, "faults_of_linguists", lambda *_, **__: ())
    size = session.journal.size
    corrections.correct(session, another, "Misread")
    named = [each for each in health.check_vault(session).findings if each.key == "act-exceeded.field"]
    assert [each.where for each in named] == [(of_entry(size + 1),)]
