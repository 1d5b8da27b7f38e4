// ExportMail tests begin here.
