"""The sentences of findings in English, for tests of their words."""

from thb_desktop.findings import Finding
from thb_desktop.words import ENGLISH, sentence


def said_in_english(finding: Finding) -> str:
    return sentence(finding, ENGLISH)
