"""Incidents: the list, and the page of one, which is made of sections."""
