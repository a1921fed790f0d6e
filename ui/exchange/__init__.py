"""Files for translators: sent out, looked at when they come back, and imported."""
