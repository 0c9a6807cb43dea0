"""Use cases of roles and deputies: give, end, and check permissions."""
