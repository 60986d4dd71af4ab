"""The shipped lists, with loader, checksums and licences."""
