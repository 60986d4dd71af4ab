"""Tables to and from the formats of the field."""
