// Queries tests begin here.
