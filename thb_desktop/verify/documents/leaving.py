"""Why a bundle left although rules warned: read back from the data of the case."""

from collections.abc import Iterator, Mapping

from thb_desktop.findings import Finding, broken, holds, unknown
from thb_desktop.ledger.canonical import Value
from thb_desktop.verify.documents.shown import shown

_LONGEST = 2000
"""Signs of a reason that are shown."""
_LINE = 3


def check_left(told: Value) -> Iterator[Finding]:
    """Say of each warning that the bundle tells that it was answered, and how. told: `warned` of the bundle;
    None in one that an earlier version made.
    """
    if told is None:
        return
    if not isinstance(told, list):
        yield broken("left-despite.unreadable")
        return
    for each in told:
        yield _read(each if isinstance(each, Mapping) else {})


def _read(told: Mapping[str, Value]) -> Finding:
    from thb_desktop.domain.leaving_reasons import ASKED, LeavingReason  # few bundles leave despite a warning

    rule, reason, said = told.get("rule"), told.get("reason"), _said(told.get("said"))
    if not isinstance(rule, str) or not isinstance(reason, str) or not reason.strip() or said is None:
        return broken("left-despite.unreadable")
    reason = "".join(sign if sign.isprintable() else " " for sign in reason[:_LONGEST])
    if rule not in ASKED:
        return unknown("left-despite.unknown-rule", rule=shown(rule), reason=reason)
    warning = LeavingReason(rule=rule, reason=reason, said=said).warning
    if warning.values.keys() != ASKED[rule]:
        return broken("left-despite.unreadable")
    return holds("left-despite.told", warning=warning, reason=reason)


def _said(told: Value) -> tuple[tuple[str, str, str], ...] | None:
    """Return the values of a sentence, whose kinds are text and codes alone; None for anything else."""
    lines = []
    for line in told if isinstance(told, list) else ():
        parts = [each for each in line if isinstance(each, str)] if isinstance(line, list) else []
        if len(parts) != _LINE or parts[1] in {"number", "moment", "span"}:
            return None
        lines.append((parts[0], parts[1], shown(parts[2])))
    return tuple(lines) if isinstance(told, list) else None
