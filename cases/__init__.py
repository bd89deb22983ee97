"""Reading and checking cases: one data folder per case, no code inside it.

``loader`` opens a folder and names every mistake with its place; ``model`` is what the rest of the program sees;
``arrays`` turns a case into what ``mcda`` calculates with; ``soundness`` tells what a reader of the case should know.
"""
