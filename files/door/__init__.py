"""The one door for files of strangers: they are read in a process of their own, which can be ended."""
