// ExportPDF begins here.
