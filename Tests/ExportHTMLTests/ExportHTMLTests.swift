// ExportHTML tests begin here.
