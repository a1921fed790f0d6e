"""Custody: every event of an exhibit in order, and recording a new one."""
