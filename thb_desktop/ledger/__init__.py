"""The event chain as bytes and hashes: entries, tree, heads and extracts (standard library only)."""
