"""What stands in a bundle once: a digest in the sheet of its file, what all rows of a list say above them."""

from dataclasses import replace

import pytest

from tests.report.parts.test_what_readers_take_it_for import setting_of, texts_of
from tests.support.bundles import case_content
from thb_desktop.domain.bundle_withheld import RedactionTold, VersionTold
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import DisclosureId
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.report.parts.custody import draw_custody
from thb_desktop.report.parts.exhibits import draw_sheets
from thb_desktop.report.parts.furniture import Frame, PageFurniture
from thb_desktop.report.parts.interview import draw_interviews
from thb_desktop.report.parts.setting import Setting, in_groups
from thb_desktop.report.parts.version import draw_version
from thb_desktop.report.style import FURNITURE, PORTRAIT

LOWEST = 14.0
"""Points from the edge of the paper that a printer may leave white."""


def twice(full: ExhibitInFull, *digests: str) -> ExhibitInFull:
    """The exhibit with an event for each of these digests."""
    first = full.custody[0]
    events = (replace(first.event, sha256=each, result=None, number=n) for n, each in enumerate(digests, 1))
    return replace(full, custody=tuple(replace(first, event=each) for each in events))


def test_an_event_names_the_file_of_the_sheet_whose_digest_it_has_and_tells_another_digest_in_full(
    monkeypatch: pytest.MonkeyPatch,
):
    content = case_content("perla")
    full = next(each for each in content.exhibits if each.files and each.custody)
    changed = twice(full, full.files[0].sha256, "0" * 64)

    said = "\n".join(texts_of(lambda: draw_custody(setting_of(content), changed), monkeypatch))

    assert f"that of {full.files[0].name}" in said
    assert in_groups(full.files[0].sha256) not in said
    assert in_groups("0" * 64) in said


def test_a_sheet_names_the_attached_file_of_its_entry_only_if_that_is_not_the_one_named_above_all_sheets(
    monkeypatch: pytest.MonkeyPatch,
):
    content = case_content("perla")

    def told(path: str) -> str:
        setting = setting_of(replace(content, printed=()))
        setting.record_paths = {**setting.record_paths, ("exhibit", "E-01"): path}
        return "\n".join(texts_of(lambda: draw_sheets(setting, {}), monkeypatch))

    usual, other = told("records/exhibit-E-01.jsonl"), told("records/exhibit-E_01~ab.jsonl")

    assert "E-01.jsonl" not in usual
    assert "records/exhibit-E_01~ab.jsonl, first line" in other


def test_a_record_names_its_attached_files_only_if_they_are_not_those_named_above_all_records(
    monkeypatch: pytest.MonkeyPatch,
):
    content = case_content("perla")
    first, *others = content.interviews

    def told(number: str) -> str:
        """The records, of which the first has this number."""
        named = replace(first, interview=replace(first.interview, number=number))
        records = tuple(
            replace(each, number=number) if (each.kind, each.number) == ("interview", "I-01") else each
            for each in content.proof.records
        )
        proof = replace(content.proof, records=records)
        changed = replace(content, interviews=(named, *others), proof=proof)
        return "\n".join(texts_of(lambda: draw_interviews(setting_of(changed)), monkeypatch))

    usual, other = told("I-01"), told("I/01")

    assert usual.count("records/interview-NUMBER.jsonl") == 1
    assert "Attached: " not in usual
    assert other.count("Attached: records/interview-I_01~") == 1


def version_of(*reasons: RedactionReason) -> VersionTold:
    marks = (
        RedactionTold(
            number=f"R-{number:03}",
            kind="interview",
            record=f"I-{number:02}",
            part="segments",
            field="source_text",
            place=f"{number} A",
            reason=reason,
            ordered_by="Somebody",
        )
        for number, reason in enumerate(reasons, start=1)
    )
    return VersionTold(
        id=DisclosureId("version"),
        state="",
        number="D-001",
        instrument="",
        basis="",
        redactions=tuple(marks),
        records=(),
        silent=(),
        scope=(),
        quality=(),
    )


def marks_told(monkeypatch: pytest.MonkeyPatch, *reasons: RedactionReason) -> list[str]:
    content = replace(case_content("perla"), version=version_of(*reasons))
    setting: Setting = setting_of(content)
    return texts_of(lambda: draw_version(setting), monkeypatch)


def test_what_all_marks_of_a_version_say_in_the_same_words_stands_once_above_them(
    monkeypatch: pytest.MonkeyPatch,
):
    one, other = list(RedactionReason)[:2]
    alike, apart = marks_told(monkeypatch, *[one] * 4), marks_told(monkeypatch, one, other, one, other)

    assert sum("Somebody" in each for each in alike) == sum("Somebody" in each for each in apart) == 1
    label = setting_of(case_content("perla")).words.label
    assert label(one) not in alike
    assert (apart.count(label(one)), apart.count(label(other))) == (2, 2)


def test_three_lines_at_the_foot_of_a_page_keep_away_from_its_edge(monkeypatch: pytest.MonkeyPatch):
    lowest = list[float]()

    def noted(self: Frame, artwork: object, text: str, where: tuple[float, float, float], *_: object) -> None:
        lowest.append(where[1])

    monkeypatch.setattr(Frame, "write", noted)
    furniture = PageFurniture(setting_of(case_content("perla")))

    class Sheet:
        width, height = PORTRAIT.size
        records = ("Exhibit E-01 ab",)

        def rule(self, *_: object, **__: object) -> None: ...

    furniture(Sheet(), Sheet(), 1, 1)  # type: ignore[arg-type]

    assert min(lowest) - 2 * FURNITURE.leading >= LOWEST
    assert max(each for each in lowest if each < PORTRAIT.bottom) <= PORTRAIT.bottom
