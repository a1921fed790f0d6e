"""The office: who works in the vault, what opens it, its copies, and who looked at what."""
