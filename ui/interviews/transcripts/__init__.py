"""Transcripts of others: looked at, assigned, and taken over into a draft."""
