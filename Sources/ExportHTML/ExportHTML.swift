// ExportHTML begins here.
