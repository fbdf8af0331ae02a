"""The machine: paths, clock, files, log."""
