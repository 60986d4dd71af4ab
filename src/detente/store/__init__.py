"""The project folder: Parquet parts, manifest, review log, queries."""
