"""Tests of the platforms above."""
