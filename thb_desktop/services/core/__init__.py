"""The base of every service: an open vault, its user and rights, and a transaction with its event."""
