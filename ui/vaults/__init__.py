"""Making a vault, and a new passphrase after a recovery."""
