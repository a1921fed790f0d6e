"""Looks: files of others as text, rows, messages and lists. A confined process reads them with this."""
