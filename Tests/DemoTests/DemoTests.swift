// Demo tests begin here.
