// ExportMail begins here.
