"""The domain, without I/O: alerts, reports, members, roles, who gets an alert, and the texts that may not be sent."""
