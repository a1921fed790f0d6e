"""Storage: the vault folder, its header, database, content store and the only SQL."""
