"""Measures what the product promises about speed: `python -m benchmarks NAME`. It does not judge."""
