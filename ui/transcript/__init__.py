"""The account of a record as a table on two sides, its editor, and what is typed and not saved."""
