"""The paper: choices, preview, the check before saving."""
