// Spec tests begin here.
