"""One document to its events; what every caller of the coder uses."""
