"""The sentences of findings in English, for tests of their words."""

from collections.abc import Iterable

from thb_desktop.findings import Finding, Standing
from thb_desktop.words import ENGLISH, sentence


def said_in_english(finding: Finding) -> str:
    return sentence(finding, ENGLISH)


AFTER_MIGRATION = {"certificate-renewal-due"}
"""What a holder of the right must do once in the frozen example of a vault: the health check says it."""


def not_held(findings: Iterable[Finding]) -> set[str]:
    """The codes of everything that does not hold."""
    return {each.code for each in findings if each.standing is not Standing.HOLDS}
