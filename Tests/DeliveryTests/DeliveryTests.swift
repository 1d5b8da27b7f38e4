// Delivery tests begin here.
