"""The check of a vault's whole chain, told as findings."""

from collections.abc import Sequence

from thb_desktop.ledger.faults import Fault
from thb_desktop.verify.findings import Finding, broken, holds, unknown


def chain_findings(faults: Sequence[Fault], *, remembered: int) -> tuple[Finding, ...]:
    """Turn what `check_chain` found into findings; remembered: how many heads kept elsewhere it was given."""
    findings = [
        broken(fault.code, fault.sentence) if fault.broken else unknown(fault.code, fault.sentence)
        for fault in faults
    ]
    if not any(fault.broken for fault in faults):
        findings.append(
            holds("chain", "Each event is signed and linked to the one before it, and none is missing.")
        )
    if not remembered:
        findings.append(
            unknown(
                "not-anchored",
                "No state of the chain is remembered outside this vault: that the vault was not set back to "
                "an older state cannot be told.",
            )
        )
    return tuple(findings)
