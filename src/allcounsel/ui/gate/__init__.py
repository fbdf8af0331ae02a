"""Before the saved children: the passphrase that opens them, its first setting up, and the lock."""
