"""Runs the program and the oracle on the same cases, and says where they differ."""
