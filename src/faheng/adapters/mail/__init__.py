"""Mail: how somebody is told outside the application."""
