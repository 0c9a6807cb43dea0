"""The pages of meetings: one meeting, a new one, and its calendar file; and of visits to neighbours."""
