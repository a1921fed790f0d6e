"""The tables: rows and values, and the one place that changes them."""
