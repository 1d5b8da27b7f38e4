// Pages tests begin here.
