// Formatting tests begin here.
