"""Local paths: where a form or a sign-in may lead back to."""


def local_path(given: str) -> str:
    """Return the path if it is one of the console's own, else that of the front page: a form leads nowhere else."""
    is_local = given.startswith("/") and not given.startswith(("//", "/\\")) and given.isprintable()
    return given if is_local else "/"
