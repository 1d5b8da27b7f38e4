// Queries begins here.
