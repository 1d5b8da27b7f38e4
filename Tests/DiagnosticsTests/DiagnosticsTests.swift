// Diagnostics tests begin here.
