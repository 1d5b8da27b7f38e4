// Pipeline tests begin here.
