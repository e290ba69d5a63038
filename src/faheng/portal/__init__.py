"""Public pages: what anyone may see and check without an account."""
