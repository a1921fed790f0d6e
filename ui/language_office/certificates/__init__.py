"""Certificates: what stops one, its wording and its signature, and the wordings of the office."""
