"""Paper: the only room that knows reportlab and pypdfium2."""
