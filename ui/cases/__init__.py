"""Cases: the list, and all that one case file says besides interviews and exhibits."""
