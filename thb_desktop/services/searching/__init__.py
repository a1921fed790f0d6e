"""Searching: one search over all that a user may read."""
