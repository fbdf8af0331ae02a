"""One editor for each kind of question; they do not know one another."""
