// Delivery begins here.
