"""Parts that several windows share."""
