"""The peers: each is a process that sends as its documentation recommends. `make bench` installs them."""
