"""What every table holds, the codebook, periods and the protocols."""
