"""Health: a check of the whole vault, and its findings."""
