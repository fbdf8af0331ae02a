"""How good a paper is by published checklists: what a machine sees of them, and what it leaves to people."""
