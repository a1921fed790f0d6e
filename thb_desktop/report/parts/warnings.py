"""The warnings that a record was signed despite, each with the reason of who signed."""

from thb_desktop import words as catalogue
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.reading_order import isolate_identifiers
from thb_desktop.report.parts.setting import Setting


def draw_warnings(setting: Setting, full: InterviewInFull) -> None:
    if not full.warnings:
        return
    language = setting.words.language
    setting.flow.heading(catalogue.entry("sections", "warning_reason", language), 3)
    setting.rows(
        [
            catalogue.capital(catalogue.field_name(f"warning_reason.{name}", language))
            for name in ("rule", "warning", "reason")
        ],
        (16, 54, 54),
        [
            (
                each.finding.code,
                catalogue.sentence(each.finding, language, isolate_identifiers),
                isolate_identifiers(each.reason),
            )
            for each in full.warnings
        ],
    )
