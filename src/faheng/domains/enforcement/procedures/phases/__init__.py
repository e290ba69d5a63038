"""The phases of the general procedure: each declares, none is a procedure alone."""
