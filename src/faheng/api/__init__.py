"""The REST API: the same acts as the pages, by the same door.

`surface.py` gathers the routes and turns every refusal of the kernel into an answer.
"""
