"""Keeping a vault whole: its health, the states others remember, backups, restoration, a new master key."""
