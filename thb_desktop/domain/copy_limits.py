"""Limits of masked copies: how finely their pages are drawn, and how much there may be of them.

They stand alone, so that the confined process that draws pages loads nothing else of the domain for them.
"""

DOTS = 200
"""To the inch: how finely a page of a PDF is drawn for a copy."""
MOST_DOTS = 40_000_000
"""Of one page of a copy; a larger picture is thinned out."""
MOST_PAGES = 300
"""Of one copy."""
