"""Reading: pages of documents that others made, as text and as pixels, by a confined process."""
