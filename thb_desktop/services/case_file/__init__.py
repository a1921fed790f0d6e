"""The case file: its cases, and what every entry of one has in common."""
