"""What comes from outside: one decoder of its text, one reader of its XML, one opener of its archives."""
