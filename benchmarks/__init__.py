"""Measures what the product promises about speed: `python -m benchmarks NAME [--json]`. It does not judge."""
