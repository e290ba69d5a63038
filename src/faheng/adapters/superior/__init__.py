"""The supervision platform of the government above, to which records are pushed."""
