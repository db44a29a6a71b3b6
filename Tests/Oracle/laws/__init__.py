"""What must hold of every answer, whatever the scheme: laws that are tried through the command alone."""
