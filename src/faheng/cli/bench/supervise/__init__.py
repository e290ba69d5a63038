"""A synthetic city, its rules, and whether every planted hit is found."""
