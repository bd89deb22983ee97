"""From any sheet that a planner has to a draft case: what stands where, what each cell says, and what is proposed.

``given_file`` reads a file or pasted text; ``table_blocks`` and ``table_layout`` propose where the table is, which
way it runs and what each column is; ``contents`` reads the cells with what was guessed beside them; ``proposal``
proposes criteria; ``drafting_files`` writes the draft that a person confirmed. Nothing is taken over unseen.
"""
