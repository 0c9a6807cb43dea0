"""People, shops, groups, roles, invitations and places in SQL."""
