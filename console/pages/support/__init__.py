"""The support register: the schemes of a municipality or of the country, and the form that changes one."""
