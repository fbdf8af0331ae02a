"""Use cases: what the program does, in the words of the domain; other rooms come in as ports."""
