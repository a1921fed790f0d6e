"""Findings and unmet rules in the language of the window, with the exact sentence of the core beneath."""

from typing import TYPE_CHECKING

from thb_desktop.verify.findings import Finding, Standing
from ui.labels import chain_findings, document_findings
from ui.text import QT_TRANSLATE_NOOP, isolate_words, translate

if TYPE_CHECKING:
    from thb_desktop.domain.interview_rules import RuleFinding

HOLDS = {**chain_findings.HOLDS, **document_findings.HOLDS}
WANTING = {**chain_findings.FAULTS, **chain_findings.WANTING, **document_findings.WANTING}
_CUSTODY = "custody-"
"""Stands before the code of a finding about the custody extract that a document carries."""

RULES: dict[str, str] = {
    "V-I-01": QT_TRANSLATE_NOOP("findings", "The record lacks something it cannot be closed without."),
    "V-I-02": QT_TRANSLATE_NOOP("findings", "The times of the interview contradict one another."),
    "V-I-03": QT_TRANSLATE_NOOP(
        "findings", "No interpreter is named, and nobody says that the person understands the language."
    ),
    "V-I-04": QT_TRANSLATE_NOOP(
        "findings", "The interpreter's oath or declaration of conflicts is not recorded."
    ),
    "V-I-05": QT_TRANSLATE_NOOP("findings", "Something about the interpreting deserves a look."),
    "V-I-06": QT_TRANSLATE_NOOP("findings", "The outcome of the reading back is not wholly recorded."),
    "V-I-07": QT_TRANSLATE_NOOP("findings", "A correction is not wholly recorded."),
    "V-I-08": QT_TRANSLATE_NOOP("findings", "The record is signed already and stays as it is."),
    "V-I-09": QT_TRANSLATE_NOOP("findings", "Recording and breaks do not make up the time of the interview."),
    "V-I-10": QT_TRANSLATE_NOOP("findings", "There was a long stretch without a break."),
    "V-I-11": QT_TRANSLATE_NOOP(
        "findings", "The person was heard before, and no reason is given for hearing them again."
    ),
    "V-I-12": QT_TRANSLATE_NOOP(
        "findings", "A child was heard without a companion, or nothing is said of a recording."
    ),
    "V-I-14": QT_TRANSLATE_NOOP("findings", "The interview began at night."),
    "V-I-15": QT_TRANSLATE_NOOP("findings", "Information owed to this person is not recorded as given."),
    "V-I-17": QT_TRANSLATE_NOOP("findings", "It is not said how the defence could take part."),
    "V-I-18": QT_TRANSLATE_NOOP(
        "findings", "The original shall bind, and a segment holds a rendition alone."
    ),
}
"""By the number of a rule of the interview record."""


def finding_text(finding: Finding) -> str:
    """What a finding says; in another language than English, numbers and names stand in a second line."""
    code = finding.code.removeprefix(_CUSTODY)
    source = (HOLDS if finding.standing is Standing.HOLDS else WANTING).get(code, "")
    said = translate("findings", source)
    if said != source and code != finding.code:
        said = translate("findings", "Custody record \u2014 {sentence}").format(sentence=said)
    return _with_detail(said, source, finding.sentence)


def rule_text(finding: "RuleFinding") -> str:
    """What an unmet rule says, in the same way."""
    source = RULES.get(finding.rule, "")
    return _with_detail(translate("findings", source), source, finding.sentence)


def _with_detail(said: str, source: str, detail: str) -> str:
    """The core's own sentence alone where there is no other: in English, or not translated yet."""
    return detail if said == source else f"{said}\n{isolate_words(detail)}"
