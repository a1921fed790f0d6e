"""One search over all that is entered in the vault."""
