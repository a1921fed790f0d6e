"""A bundle waits until an objection to an interpreter that was told in private is dealt with (V-I-20)."""

from pathlib import Path

import pytest

from tests.services.bundling.test_decided_records import options
from tests.support.leaks import readable
from tests.support.offices import Small
from tests.support.records import signed
from tests.support.second_person import ALONE
from thb_desktop.errors import SafetyFlagOpenError
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import safety
from thb_desktop.words import LANGUAGES, sentence

WORDS, THROUGH = "He is a friend of the man she names.", "Sabine of the shelter"


def test_a_bundle_waits_for_an_objection_to_an_interpreter_and_tells_nothing_of_it(
    session: Session, small: Small, tmp_path: Path
):
    interview, _ = signed(session, small)
    laid_out = bundles.prepare_bundle(session, small.case.id, options(interview))
    flag = safety.raise_objection(
        session, interview.id, WORDS, interpreter_id=small.interpreter.id, through=THROUGH
    )

    found = bundles.check_bundle(session, small.case.id, options(interview))
    (refused,) = [each for each in found if each.standing is Standing.BROKEN]
    with pytest.raises(SafetyFlagOpenError):
        bundles.prepare_bundle(session, small.case.id, options(interview))
    with pytest.raises(SafetyFlagOpenError):
        bundles.sign_bundle(session, laid_out, tmp_path / "before.pdf", second=ALONE)

    assert refused.key == "safety-open.record"
    assert all(small.interpreter.name not in sentence(refused, language) for language in LANGUAGES)
    assert not (tmp_path / "before.pdf").exists()
    safety.read_safety_flag(session, flag.id, justification="Before the bundle leaves")
    safety.settle_safety_flag(session, flag.id, "Heard again with another interpreter")
    prepared = bundles.prepare_bundle(session, small.case.id, options(interview))
    made = bundles.sign_bundle(session, prepared, tmp_path / "after.pdf", second=ALONE)
    assert made.records == (interview.id,)
    texts = b"\n".join(readable((tmp_path / "after.pdf").read_bytes()).values())
    assert WORDS.encode() not in texts
    assert THROUGH.encode() not in texts
