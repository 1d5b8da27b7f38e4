// Test kit begins here.
