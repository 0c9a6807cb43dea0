"""A simulated city: shops, crews that scout and rob them, people who only look suspicious, and police who warn."""
