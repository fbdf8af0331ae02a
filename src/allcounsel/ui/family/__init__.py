"""The family view: a second window with one idea at a time, in the words of the paper."""
