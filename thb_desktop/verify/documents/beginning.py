"""Where a PDF document begins."""

HEADER, WITHIN = b"%PDF-", 1024
"""Common readers open a file whose header stands anywhere in so many first bytes."""


def begins_pdf(beginning: bytes) -> bool:
    """Whether readers take a file with this beginning for a PDF document."""
    return HEADER in beginning[:WITHIN]
