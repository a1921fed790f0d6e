"""Media: sound and pictures of recordings, decoded in a confined process that answers piece by piece."""
