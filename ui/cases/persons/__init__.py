"""A person of the case: claims with their source, and two records of one person."""
