"""Possible patterns: the list, and the page of one."""
