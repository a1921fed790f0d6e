"""Money: accounts, statements, and what flowed."""
