// Cairo begins here.
