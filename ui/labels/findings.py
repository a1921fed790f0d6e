"""Findings and unmet rules in the language of the window, with the exact sentence of the core beneath."""

from thb_desktop import words
from thb_desktop.findings import Finding as Found
from thb_desktop.findings import Standing
from thb_desktop.verify.findings import Finding
from ui import language
from ui.labels import chain_findings, document_findings
from ui.text import isolate_words, translate

HOLDS = {**chain_findings.HOLDS, **document_findings.HOLDS}
WANTING = {**chain_findings.FAULTS, **chain_findings.WANTING, **document_findings.WANTING}
_CUSTODY = "custody-"
"""Stands before the code of a finding about the custody extract that a document carries."""


def finding_text(finding: Finding) -> str:
    """What a finding says; in another language than English, numbers and names stand in a second line."""
    code = finding.code.removeprefix(_CUSTODY)
    source = (HOLDS if finding.standing is Standing.HOLDS else WANTING).get(code, "")
    said = translate("findings", source)
    if said != source and code != finding.code:
        said = translate("findings", "Custody record \u2014 {sentence}").format(sentence=said)
    return _with_detail(said, source, finding.sentence)


def rule_text(finding: Found) -> str:
    """What an unmet rule says."""
    return words.sentence(finding, language.current(), isolate_words)


def _with_detail(said: str, source: str, detail: str) -> str:
    """The core's own sentence alone where there is no other: in English, or not translated yet."""
    return detail if said == source else f"{said}\n{isolate_words(detail)}"
