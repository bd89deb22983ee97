"""What the ballots of a room come to: pure calculation, without store, web or words. Decision record 0052."""
