"""Backup: a vault's encrypted parts on another medium, and the way back."""
