"""What each course of an enforcement case knows, one file a procedure."""
