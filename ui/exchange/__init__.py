"""Files for translators, and transcripts of others: sent out, looked at when they come back, and taken in."""
