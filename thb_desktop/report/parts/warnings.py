"""The warnings despite which a record was signed, each with the signer's reason."""

from thb_desktop import words as catalogue
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.report.parts.compact import Block
from thb_desktop.report.parts.setting import Setting


def warnings_block(setting: Setting, full: InterviewInFull) -> Block:
    """Return each warning with its rule, and under it the reason."""
    language = setting.words.language
    rule, reason = (
        catalogue.capital(catalogue.field_name(f"warning_reason.{name}", language))
        for name in ("rule", "reason")
    )
    called = full.all_called() if full.warnings else {}
    told = [
        "\n".join(
            (
                setting.named(
                    f"{rule} {each.finding.code}",
                    catalogue.sentence_about(each.finding, called.get(each.about, ""), language),
                ),
                setting.named(reason, each.reason),
            )
        )
        for each in full.warnings
    ]
    heading = catalogue.entry("sections", "warning_reason", language)
    return Block(heading=heading, facts=[(text, "") for text in told])
