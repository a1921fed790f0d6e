"""Reading signed documents that come from outside: strictly, within bounds, believing nothing."""
