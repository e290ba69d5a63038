"""Commands of Django that Faheng adds to."""
