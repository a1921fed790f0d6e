"""The viewer: a file of an exhibit, seen without leaving the vault."""
