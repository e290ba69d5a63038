"""Arithmetic and text that know neither Django nor law."""
