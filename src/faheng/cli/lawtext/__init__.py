"""`faheng lawbase` on files: JSON Lines out, no database touched."""
