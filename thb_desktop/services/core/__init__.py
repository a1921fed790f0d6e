"""What every service stands on: an open vault, its user and rights, and one transaction with its event."""
