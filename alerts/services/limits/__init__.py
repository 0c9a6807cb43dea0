"""Use cases of limits: quotas of a member, and floods of all together."""
