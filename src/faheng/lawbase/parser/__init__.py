"""A statute file becomes a tree: 编 分编 章 节 条 款 项 目, with its doubts.

Pure: bytes in, frozen values out. Nothing here knows a database or a clock.
"""
