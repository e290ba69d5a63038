"""Tests of the whole; a room's own tests are beside its code."""
