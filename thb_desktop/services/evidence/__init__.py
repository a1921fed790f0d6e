"""Evidence: exhibits, their files and custody, from intake to what must not leave."""
