"""The warnings despite which a record was signed, each with the signer's reason."""

from thb_desktop import words as catalogue
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.report.parts.setting import Setting


def draw_warnings(setting: Setting, full: InterviewInFull) -> None:
    if not full.warnings:
        return
    language = setting.words.language
    setting.flow.heading(catalogue.entry("sections", "warning_reason", language), 3)
    names = [
        catalogue.capital(catalogue.field_name(f"warning_reason.{name}", language))
        for name in ("rule", "warning", "reason")
    ]
    texts = (
        [each.finding.code for each in full.warnings],
        [catalogue.sentence_about(each.finding, full.called(each.about), language) for each in full.warnings],
        [each.reason for each in full.warnings],
    )
    setting.rows(list(zip(names, texts, strict=True)))
