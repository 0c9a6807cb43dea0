"""The search box in the header, and where it leads."""
