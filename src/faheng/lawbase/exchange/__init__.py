"""Statutes for other programs: JSON that can be read back, and Akoma Ntoso."""
