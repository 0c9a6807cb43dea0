"""The pages of tasks: one's own, one task, and a new one."""
