"""The stand-alone verifier: it says what is valid, not valid or unknown."""
