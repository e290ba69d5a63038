"""The door under stress: two people at once, a killed process, a failing step."""
