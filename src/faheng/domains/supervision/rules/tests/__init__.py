"""Tests of the rules of supervision."""
