"""Cases: the list, and everything of one case file except interviews and exhibits."""
