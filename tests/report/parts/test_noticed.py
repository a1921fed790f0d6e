"""The list of what is contested or wrong: it tells what the record and the custody tell, and nothing else."""

from dataclasses import replace

import pytest

from tests.report.parts.test_said_once import version_of
from tests.support.bundles import case_content
from tests.support.settings import english_setting
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.originals_told import OriginalTold
from thb_desktop.domain.vocabulary import PersonConfirmation
from thb_desktop.findings import unknown
from thb_desktop.report.parts.noticed import noticed_in, recordings_without_file
from thb_desktop.report.parts.setting import Setting


def setting_of(content: BundleContent) -> Setting:
    return english_setting(content)


def told(content: BundleContent) -> dict[str, str]:
    return {each.item: "\n".join(each.told) for each in noticed_in(setting_of(content))}


@pytest.fixture(scope="module")
def content() -> BundleContent:
    return case_content("perla")


def test_what_the_case_tells_is_listed_by_its_place(content: BundleContent):
    listed = told(content)

    assert "Confirmation: unable to confirm" in listed["I-02"]
    assert "the vault has no file of it" in listed["I-03"]
    assert "refused" in listed["I-04"]
    assert listed["I-05/3\u00a0A"].startswith("T-05 (English): Grace Osagie-Peeters disputes the version")
    assert "T-06, T-07: " in listed["I-06"]
    assert "in 1 of its 64 characters" in listed["E-07"]
    assert "I-06: the exhibit is entered as shown at 2026-04-16 10:40 +02:00, before" in listed["E-16"]
    assert "E-08" not in listed
    assert "vault" not in listed["I-01"]


def test_an_exhibit_of_which_only_a_masked_copy_is_here_stands_where_the_sheet_of_its_copy_stands(
    content: BundleContent,
):
    said = unknown("custody.digest-differs", n=3)
    original = OriginalTold(number="E-99", copies=("E-03",), events=(), findings=(said,))

    listed = told(replace(content, version=replace(version_of(), originals=(original,))))

    exhibits = [item for item in listed if item.startswith("E-")]
    assert exhibits[:3] == ["E-02", "E-99", "E-04"]


def test_recordings_that_prevail_without_a_file_are_missing(content: BundleContent):
    assert recordings_without_file(setting_of(content)) == [
        "E-12 (I-03)",
        "E-13 (I-04)",
        "E-14 (I-05)",
        "E-15 (I-06)",
    ]


def test_a_recording_that_is_not_in_the_bundle_is_told_as_such(content: BundleContent):
    kept = tuple(each for each in content.exhibits if each.exhibit.number != "E-12")

    listed = told(replace(content, exhibits=kept))

    assert "not among the exhibits of this bundle" in listed["I-03"]


def test_what_was_not_written_down_and_what_nobody_rendered_is_told_of_a_record():
    content = case_content("schelde")
    procedure = content.interviews[0].interview.procedure_language
    shown = replace(content.release, languages=(procedure,))

    listed, unseen = (
        told(each)
        for each in (
            replace(content, release=shown),
            replace(content, release=replace(shown, languages=("vi",))),
        )
    )

    assert "Original not transcribed: 1 Q, 2 Q, 3 Q, 4 Q, 5 Q, 6 Q" in listed["I-01"].replace("\u00a0", " ")
    assert "rendered in the language of the procedure" not in unseen["I-01"]
    rendered = (
        "Nothing that was said in another language is rendered in the language of the procedure (Dutch)."
    )
    assert rendered in listed["I-01"]


def test_nothing_is_told_of_a_record_without_a_fault(content: BundleContent):
    full = next(each for each in content.interviews if each.interview.number == "I-02")
    plain = replace(
        full,
        interview=replace(
            full.interview, confirmation=PersonConfirmation.CONFIRMED_UNCHANGED, readback_mode=None
        ),
        warnings=(),
        signatures=(),
        engagements=(),
    )

    listed = told(replace(content, interviews=(plain,), language=()))

    assert not any(item.startswith("I-") for item in listed)
