"""Measures what the product promises about speed: `python -m benchmarks NAME [--json]`. It measures, it does not judge."""
