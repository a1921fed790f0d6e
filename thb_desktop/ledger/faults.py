"""The faults of a chain: each kind of tampering has its own name."""

from collections.abc import Iterable
from dataclasses import dataclass

from thb_desktop.findings import Finding, Where, broken, unknown

FAULTS = frozenset(
    {
        "entry-format",
        "entry-not-canonical",
        "entry-unknown-field",
        "entry-foreign-vault",
        "entry-altered",
        "entry-redated",
        "entry-reattributed",
        "signature-flipped",
        "key-foreign",
        "key-superseded",
        "key-too-early",
        "agent-mismatch",
        "role-mismatch",
        "agent-retired",
        "entry-replaced",
        "link-broken",
        "entry-missing",
        "entry-repeated",
        "entry-forked",
        "entry-out-of-order",
        "counter-wrong",
        "payload-altered",
        "clock-backwards",
        "monotonic-backwards",
        "head-format",
        "head-not-canonical",
        "head-unknown-field",
        "head-foreign-vault",
        "head-foreign-key",
        "head-altered",
        "head-mismatch",
        "head-counters-wrong",
        "head-behind",
        "head-missing",
        "statement-format",
        "statement-not-canonical",
        "statement-unknown-field",
        "statement-foreign-vault",
        "statement-foreign-signer",
        "statement-altered",
        "statement-conflict",
        "tail-cut",
        "chain-empty",
        "rolled-back",
        "rolled-back-continued",
        "tail-rebuilt",
        "remembered-differs",
    }
)
"""What can be wrong, by code."""

DOUBTS = frozenset({"clock-backwards", "monotonic-backwards"})
"""Faults that break nothing: the order is certain, but a claimed time is unreliable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault: its `code` of FAULTS, the part it concerns, and the part's numbers.

    about: "entry" (numbers: `seq`), "head" (its size), "stored-head", "last-head", "statement" (its place),
    or "chain".
    """

    code: str
    about: str = "chain"
    first: int = 0
    last: int = 0

    @property
    def broken(self) -> bool:
        """Whether the chain is broken; otherwise the fault is only a doubt."""
        return self.code not in DOUBTS

    def found(self) -> Finding:
        where = Where(kind=self.about, first=self.first, last=self.last)
        return (broken if self.broken else unknown)(f"{self.code}.fault", where=where)


def at_entry(code: str, seq: int) -> Fault:
    return Fault(code=code, about="entry", first=seq, last=seq)


def at_head(code: str, size: int) -> Fault:
    return Fault(code=code, about="head", first=size, last=size)


def merged(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Merge faults of one kind at neighbouring numbers, so that a long damage gives one sentence."""
    result: list[Fault] = []
    latest: dict[tuple[str, str], int] = {}
    for fault in faults:
        kind = (fault.about, fault.code)
        place = latest.get(kind)
        if place is not None and fault.about != "chain" and fault.first - result[place].last in (0, 1):
            result[place] = Fault(
                code=fault.code, about=fault.about, first=result[place].first, last=fault.last
            )
        elif fault not in result:
            latest[kind] = len(result)
            result.append(fault)
    return tuple(result)
