"""Use cases of meetings: planning visits and meetings, inviting people, their answers, changes and cancellations."""
