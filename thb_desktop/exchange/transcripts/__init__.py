"""Transcripts of others, read into turns: SubRip, WebVTT, ELAN, and plain text with marks of speakers."""
