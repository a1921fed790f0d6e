"""What is said of a signature: level, claimed time, and never that it is qualified (V-S-01, V-S-04)."""

import io

import pytest

from tests.verify.test_package import OFFICE, PACKAGE
from thb_desktop import words
from thb_desktop.findings import Standing
from thb_desktop.verify.package import check_package

QUALIFIED = {"en": "qualified", "fr": "qualifi", "ar": "مؤهل"}
UNDETERMINED = {"en": "was not determined", "fr": "pas été déterminé", "ar": "لم يُحدَّد"}


@pytest.mark.parametrize("language", sorted(QUALIFIED))
def test_no_sentence_of_a_verification_says_that_a_signature_is_qualified(language: str):
    told = {}
    for kind in ("verification", "documents", "packages"):
        told |= words.entries(kind, language)
    naming = {key: text for key, text in told.items() if QUALIFIED[language] in text and "level" in key}

    levels = {
        f"{of}.{level}" for of in ("level", "package-level") for level in ("b-b", "b-t", "b-lt", "b-lta")
    }
    assert levels == naming.keys()
    assert all(UNDETERMINED[language] in text for text in naming.values())


def test_without_a_time_stamp_the_time_is_only_claimed():
    found = check_package(io.BytesIO(PACKAGE), trusted_roots=[OFFICE.root])

    told = [each for each in found if each.code == "time-claimed"]
    assert told
    assert {each.standing for each in told} == {Standing.HOLDS}
    assert not {"time-stamped", "time-stamped-signature"} & {each.code for each in found}
    assert "no time stamp proves it" in words.entries("documents", "en")["time-claimed"]
