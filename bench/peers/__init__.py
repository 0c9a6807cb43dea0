"""The peers: each a process of its own that sends as its documentation says. They run where `make bench` puts them."""
