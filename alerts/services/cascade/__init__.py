"""Use cases of the cascade: begin it, let it go on, acknowledge a call, and set its table."""
