"""The road ahead as a picture that can be read aloud."""
