"""Forms for described entities: every described field can be entered and corrected."""
