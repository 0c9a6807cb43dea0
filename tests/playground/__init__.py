"""The playground's own tests, over HTTP on this machine."""
