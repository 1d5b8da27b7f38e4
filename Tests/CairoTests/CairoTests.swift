// Cairo tests begin here.
