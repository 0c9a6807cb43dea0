"""A new notice: from a sentence to a request for approval, on one page."""
