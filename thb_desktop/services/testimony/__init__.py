"""Testimony: interviews and their records, from the first turn to decisions after the signature."""
