"""A whole report as JSON, to make it again and to check every number."""
