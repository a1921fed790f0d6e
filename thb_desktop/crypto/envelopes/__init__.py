"""Envelopes: CMS AuthEnvelopedData (RFC 5083, RFC 5084) that OpenSSL opens, written and read as streams."""
