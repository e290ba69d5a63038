"""Calendars, one file a year: the days that differ from an ordinary week."""
