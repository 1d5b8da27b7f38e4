// SQL tests begin here.
