// Expressions tests begin here.
