"""The domain: what an alert is, who gets it, what may be said, what happens next. No I/O."""
