// Dates tests begin here.
