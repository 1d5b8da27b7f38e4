// JSON tests begin here.
