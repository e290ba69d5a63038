"""Benchmarks and lists of discretion: read from files, checked, kept by their dates."""
