"""What holds for each request: its host, its form, and the headers of its answer."""
