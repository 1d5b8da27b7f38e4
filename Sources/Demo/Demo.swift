// Demo begins here.
