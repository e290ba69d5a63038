"""What must hold before a step of supervision is taken."""
