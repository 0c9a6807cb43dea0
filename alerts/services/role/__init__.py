"""Use cases of roles and deputies: request, confirm by a second person, give, and end."""
