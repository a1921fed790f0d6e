"""Interviews: the record, segment by segment in two languages, and its formalities."""
