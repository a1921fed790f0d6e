"""Why a bundle leaves although a rule warns: which warnings ask for a reason, and what was answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.warning_reason import finding_of, said_by
from thb_desktop.findings import Finding, Standing

ASKED: Mapping[str, frozenset[str]] = {
    "transfer.language-not-accepted": frozenset({"state", "language", "accepted", "version"}),
    "transfer.language-unknown": frozenset({"state", "language", "type"}),
    "transfer.remedy-pending": frozenset({"number"}),
    "transfer.instrument-over": frozenset({"number", "status"}),
    "transfer.binding-unsure": frozenset({"type", "states", "instead", "version"}),
    "transfer.special-doubted": frozenset(),
    "transfer.adequacy-unsure": frozenset({"decision", "state", "version"}),
    "transfer.authorisation-later": frozenset({"states"}),
    "transfer.override-to-weigh": frozenset({"ground"}),
    "retention-overdue": frozenset({"day"}),
}
"""The keys of the warnings before a bundle that need a reason, each with the values of its sentence (V-X-03,
V-X-07, V-X-09, V-P-02, V-P-03, V-P-05). The other warnings stand on the pages themselves, or tell the office
what the pages will not have.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingReason:
    """A warning that was told before a bundle left, and why it left all the same.

    rule: the key of its sentence. said: the values of the sentence, as `warning_reason.said_by` writes them.
    """

    rule: str
    reason: str
    said: tuple[tuple[str, str, str], ...] = ()

    @property
    def warning(self) -> Finding:
        return finding_of(self.rule, self.said)


def asked_in(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Return the warnings that need a reason."""
    return (each for each in findings if each.standing is Standing.UNKNOWN and each.key in ASKED)


def answered(
    findings: Iterable[Finding], reasons: Iterable[tuple[str, str]]
) -> tuple[tuple[LeavingReason, ...], tuple[Finding, ...]]:
    """Return the warnings with their reasons, and those to which nobody gave one. reasons: by their keys."""
    given = {rule: reason.strip() for rule, reason in reasons if not is_blank(reason)}
    asked = tuple(asked_in(findings))
    told = tuple(
        LeavingReason(rule=each.key, reason=given[each.key], said=said_by(each))
        for each in asked
        if each.key in given
    )
    return told, tuple(each for each in asked if each.key not in given)
