// Evaluation tests begin here.
