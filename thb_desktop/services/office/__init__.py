"""Users of a vault and what opens it: users, keys, recovery, handover, and the log of consultations."""
