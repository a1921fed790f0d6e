"""Use cases: one function each, with one transaction and its event."""
