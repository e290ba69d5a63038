"""`faheng report`: records for the platform above."""
