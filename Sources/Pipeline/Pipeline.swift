// Pipeline begins here.
