"""What the project is measured by, one module a measure; run as ``python -m benchmarks.score``."""
