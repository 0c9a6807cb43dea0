"""Forms about what is done after an incident: tasks and meetings."""
