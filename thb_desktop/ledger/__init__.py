"""The event chain: entries, their tree, signed heads, proofs and extracts; bytes and hashes, no cases."""
