"""Windows that draw along the time: the chronology of a case, and what is drawn as it is."""
