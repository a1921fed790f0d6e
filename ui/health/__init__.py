"""Health: a check of the whole vault, and what it found."""
