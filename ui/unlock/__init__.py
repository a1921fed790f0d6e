"""Opening a vault, by passphrase or by recovery code."""
