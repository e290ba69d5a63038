"""Telling people of findings, so that nobody drowns: red at once, the rest daily."""
