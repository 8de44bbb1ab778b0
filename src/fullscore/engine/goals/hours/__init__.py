"""Hours: who sets things up, and when the work fits."""
