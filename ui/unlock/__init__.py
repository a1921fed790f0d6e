"""Opening a vault with a passphrase, recovery code or shares."""
