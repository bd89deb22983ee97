"""Sessie: preparing a live session, and its account afterwards."""
