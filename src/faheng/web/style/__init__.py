"""Every part with invented data, to be looked at; served only while debugging."""
