"""What waits for somebody's approval, and the decision about it."""
