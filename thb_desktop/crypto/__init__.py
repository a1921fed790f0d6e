"""Keys and bytes: derivation, encryption, certificates and signatures. It does not depend on cases."""
