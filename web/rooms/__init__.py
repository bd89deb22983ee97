"""Pages and answers of live sessions: the phone of a participant, the wall, the desk of whoever leads."""
