"""Work on a case file: people, interviews, exhibits, custody, money, and what is sealed separately."""
