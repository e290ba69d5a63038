"""Citations of statutes in a text: found, spanned and resolved. Pure."""
