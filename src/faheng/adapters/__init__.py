"""Systems outside: one folder a kind, with `base.py`, `demo.py` and each vendor."""
