"""The screen handed over to an interpreter: one record and nothing else; and what the office does with it."""
