"""Pages of what rests on what: what fails with what, and typing it in."""
