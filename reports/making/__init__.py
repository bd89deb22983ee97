"""Making the files of a report, in a process of its own."""
