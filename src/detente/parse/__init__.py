"""Documents to sentences, mentions, quotations and date expressions."""
