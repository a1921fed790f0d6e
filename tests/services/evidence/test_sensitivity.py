"""What is delicate in an exhibit: entered, corrected, told before a bundle, and never outside (ADR 0080)."""

from dataclasses import replace

import pytest

from tests.services.bundling.test_decided_records import options
from tests.services.case_file.test_ways_in import SEIZED
from tests.support.leaks import readable
from tests.support.offices import Small, exhibit
from tests.support.records import signed
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.description_codes import ContentSensitivity as Sensitivity
from thb_desktop.errors import SensitivityNoneError
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.vault.tables import chain
from thb_desktop.words import sentence


def test_it_is_corrected_as_a_note_and_none_stands_alone(session: Session, small: Small):
    kept = exhibits.register_exhibit(session, exhibit(small), SEIZED)
    looked = corrections.correct(session, replace(kept, sensitivity=(Sensitivity.NONE,)), "Looked at")

    with pytest.raises(SensitivityNoneError) as refused:
        corrections.correct(
            session, replace(kept, sensitivity=(Sensitivity.MEDICAL, Sensitivity.NONE)), "Read again"
        )
    corrections.correct(session, replace(looked, sensitivity=(Sensitivity.MEDICAL,)), "Read again")

    assert refused.value.field == "exhibit.sensitivity"
    last = list(chain.entries(session.read))[-1].parsed()
    assert last.action == VaultAction.EXHIBIT_NOTE_CORRECTED
    assert exhibits.get_exhibit(session, kept.id).exhibit.sensitivity == (Sensitivity.MEDICAL,)


def test_a_bundle_warns_of_each_kind_and_tells_nobody(session: Session, small: Small):
    told = (Sensitivity.PROTECTED_WITNESS, Sensitivity.MEDICAL)
    one = exhibits.register_exhibit(session, exhibit(small, number="E-1", sensitivity=told), SEIZED)
    other = exhibits.register_exhibit(
        session, exhibit(small, number="E-2", sensitivity=(Sensitivity.NONE,)), SEIZED
    )
    interview, _ = signed(session, small)
    chosen = options(interview, exhibit_ids=(one.id, other.id))

    found = [
        each
        for each in bundles.check_bundle(session, small.case.id, chosen)
        if each.code == "content-sensitive"
    ]
    prepared = bundles.prepare_bundle(session, small.case.id, chosen)
    content = bundles.gather_bundle(session, small.case.id, chosen)

    assert [(each.standing, each.values["numbers"]) for each in found] == [(Standing.UNKNOWN, ("E-1",))] * 2
    assert "medical data" in sentence(found[0], "en")
    assert {each.exhibit.sensitivity for each in content.exhibits} == {()}
    every = b"".join(readable(prepared.pdf).values())
    assert b"E-2" in every
    assert not any(kind.encode() in every for kind in told)
