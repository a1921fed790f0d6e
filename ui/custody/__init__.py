"""Custody: every event of an exhibit in its order, and entering a new one."""
