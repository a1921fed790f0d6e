"""Exchange: files for and from translators, and transcripts of others. Plain values; no vault, no window."""
