"""Backup: a vault's encrypted parts on another medium, and their restoration."""
