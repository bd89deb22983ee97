"""A room that weighs: the life of a session, and what its ballots come to."""
