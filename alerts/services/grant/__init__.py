"""Use cases of grants: request, confirm by a second person, end."""
