"""Notes at times of a recording: made, heard again, and given another time."""
