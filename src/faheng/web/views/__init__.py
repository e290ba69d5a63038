"""Views of the staff pages, a module for each kind of page."""
