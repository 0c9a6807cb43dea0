"""The MO register: how offenders worked, searched by branch, period, place and method."""
