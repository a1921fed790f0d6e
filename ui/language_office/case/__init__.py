"""What belongs to the whole case: its glossary, and concerns for safety."""
