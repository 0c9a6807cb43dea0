"""Today: what waits for whoever is signed in."""
