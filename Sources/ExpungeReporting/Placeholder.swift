enum ExpungeReportingPlaceholder {}
