"""How the window looks, speaks and locks."""
