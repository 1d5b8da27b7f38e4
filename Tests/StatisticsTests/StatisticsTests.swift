// Statistics tests begin here.
