"""Messages between offices, receipts and notices: signed, read, and read again where they are kept."""
