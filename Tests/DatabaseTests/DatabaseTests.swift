// Database tests begin here.
