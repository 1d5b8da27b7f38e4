// Drawing tests begin here.
