// Charts tests begin here.
