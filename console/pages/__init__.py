"""The pages of the console, each in a folder with its template."""
