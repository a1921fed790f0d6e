"""Numbered schema files, forward only."""
