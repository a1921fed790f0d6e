"""The reading back: turns that were read, corrections asked for, and what still stops the signature."""
