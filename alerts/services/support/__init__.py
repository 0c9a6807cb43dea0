"""Use cases of the support register: what readers see of it, and who changes it."""
