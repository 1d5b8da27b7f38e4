// EndToEnd tests begin here.
