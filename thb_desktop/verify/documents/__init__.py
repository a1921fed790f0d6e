"""Parsing signed documents from outside: strictly, within limits, trusting nothing."""
