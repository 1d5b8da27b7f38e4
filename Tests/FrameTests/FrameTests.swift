// Frame tests begin here.
