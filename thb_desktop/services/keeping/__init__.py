"""Maintenance of a vault: its health, states known elsewhere, backups, restoration, a new master key."""
