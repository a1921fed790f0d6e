"""Packaging: what leaves is closed for its recipients, and what comes is opened."""
