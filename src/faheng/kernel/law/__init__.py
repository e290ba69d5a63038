"""Statutes and articles, as things that declarations can cite."""
