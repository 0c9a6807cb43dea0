"""Templates: acute notices that are written and approved beforehand, and sent by who is on duty."""
