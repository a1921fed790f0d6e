"""Who works in a vault and what opens it: users, keys, recovery, succession, and who looked at what."""
