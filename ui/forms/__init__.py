"""Forms for described entities: whoever describes a field has a way to enter and to correct it."""
