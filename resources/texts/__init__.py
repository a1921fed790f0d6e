"""Sentences a person reads that are not code: the fixed wording of bundles, by language."""
