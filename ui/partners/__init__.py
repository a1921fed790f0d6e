"""Who the other offices are: recipients and offices abroad are recorded here, from several pages."""
