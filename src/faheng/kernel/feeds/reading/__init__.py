"""Files of every kind, brought into one table of texts; nothing is trusted."""
