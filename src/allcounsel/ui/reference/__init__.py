"""The clinician's reference: published schemes side by side, and where the sources disagree."""
