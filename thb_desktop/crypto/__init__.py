"""Keys and bytes: derivation, encryption, certificates and signatures; it knows nothing of cases."""
