"""Checking: what the window says of a signed file that somebody chose or dropped on it."""
