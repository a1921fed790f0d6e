"""What belongs to the whole case: concerns for safety."""
