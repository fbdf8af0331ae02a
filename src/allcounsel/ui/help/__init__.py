"""Help: what each screen is for, and every key."""
