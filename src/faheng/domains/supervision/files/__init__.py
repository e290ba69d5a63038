"""What each procedure of supervision knows, and its child tables."""
