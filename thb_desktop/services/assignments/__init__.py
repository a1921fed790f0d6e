"""Assignments: what an interpreter is given of a record, in a store of its own, and what comes back."""
