"""The desk on which a record is made while the interview goes on: the entry row and its short codes."""
