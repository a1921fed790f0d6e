"""The tables: rows and values, and the only place that changes them."""
