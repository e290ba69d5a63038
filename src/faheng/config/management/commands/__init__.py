"""Each command adds to that of Django with the same name."""
