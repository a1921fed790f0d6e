"""The warnings despite which a record was signed, each with the signer's reason."""

from thb_desktop import words as catalogue
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.report.parts.compact import Block
from thb_desktop.report.parts.setting import Setting


def warnings_block(setting: Setting, full: InterviewInFull) -> Block:
    """Return each warning with the number of its rule, and under it the reason."""
    language = setting.words.language
    reason = catalogue.capital(catalogue.field_name("warning_reason.reason", language))
    called = full.all_called() if full.warnings else {}
    told, leads = [], {}
    for each in full.warnings:
        said = catalogue.sentence_about(each.finding, called.get(each.about, ""), language)
        rule = f"{said} ({each.finding.code})\n{reason}"
        told.append(setting.named(rule, each.reason))
        leads[told[-1]] = rule
    heading = catalogue.entry("sections", "warning_reason", language)
    return Block(heading=heading, facts=[(text, "") for text in told], leads=leads)
