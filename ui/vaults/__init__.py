"""Making a vault, its recovery code, its users and their passphrases."""
