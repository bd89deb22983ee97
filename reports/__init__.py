"""The council document: what it is made from, what it says, and the files it becomes."""
