"""The states of a unit in XLIFF: the four of the standard, and a finer one under the prefix `thb`."""

from thb_desktop.exchange.units import ExchangeState

_PREFIX = "thb:"
_WRITTEN = {
    ExchangeState.UNTOUCHED: ("initial", "thb:untouched"),
    ExchangeState.DRAFT: ("initial", "thb:draft"),
    ExchangeState.SELF_CHECKED: ("translated", "thb:selfChecked"),
    ExchangeState.REVISED: ("reviewed", "thb:revised"),
    ExchangeState.DISPUTED: ("translated", "thb:disputed"),
    ExchangeState.CERTIFIED: ("final", "thb:certified"),
}
_READ = {written: state for state, written in _WRITTEN.items()}
_OF_OTHERS = {
    "translated": ExchangeState.SELF_CHECKED,
    "reviewed": ExchangeState.REVISED,
    "final": ExchangeState.CERTIFIED,
}


def written(state: ExchangeState) -> tuple[str, str]:
    """Return state and subState."""
    return _WRITTEN[state]


def read_state(state: str | None, sub_state: str | None, *, has_target: bool) -> ExchangeState | None:
    """Return the state that a segment has; None if it is unknown, or its two parts contradict one another.

    A subState of another program's prefix is passed over. Without one of ours, the state alone counts.
    """
    if sub_state is not None and (state is None or ":" not in sub_state):
        return None
    if sub_state is not None and sub_state.startswith(_PREFIX):
        found = _READ.get((state or "", sub_state))
        # A translator who begins a unit changes its text, and seldom its state.
        return ExchangeState.DRAFT if found is ExchangeState.UNTOUCHED and has_target else found
    if state in (None, "initial"):
        return ExchangeState.DRAFT if has_target else ExchangeState.UNTOUCHED
    return _OF_OTHERS.get(state or "")
