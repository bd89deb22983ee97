"""Eigen zaak: making and looking after an own case."""
