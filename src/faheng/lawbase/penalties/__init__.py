"""Penal paragraphs to structured records: a form half filled, for a person to confirm.

Pure: a parsed statute in, frozen records out.
"""
