"""The project folder: Parquet tables, manifest, review log, queries."""
