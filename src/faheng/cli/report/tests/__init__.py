"""Tests of the reports upward."""
