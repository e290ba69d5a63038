"""Printers of a layout: PDF for issue, docx for an editable draft."""
