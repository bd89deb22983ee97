"""The chapters of a report: each makes one section from the content. No writing of files here."""
