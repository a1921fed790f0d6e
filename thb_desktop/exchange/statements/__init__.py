"""Statements of account as banks give them: camt.052, .053, .054, MT940, and tables by chosen columns."""
