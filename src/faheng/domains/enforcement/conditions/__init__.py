"""What must hold before steps of a penalty case may be taken, by phase."""
