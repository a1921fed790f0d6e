"""The account of a record as a table with two sides, its editor, and its drafts."""
