"""The office: users of the vault, what opens it, its backups, and the log of consultations."""
