"""What stands round every page: identity bar, step rail, bottom bar."""
