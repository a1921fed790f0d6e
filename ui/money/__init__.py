"""Money: statements of account taken over from files of exhibits."""
