"""Plain values of the field: people, cases, interviews, exhibits, custody and cooperation."""
