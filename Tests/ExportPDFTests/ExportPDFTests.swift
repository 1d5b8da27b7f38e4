// ExportPDF tests begin here.
