"""Use cases of tasks: who has which, giving them away, reminders, and what becomes of them when an owner leaves."""
