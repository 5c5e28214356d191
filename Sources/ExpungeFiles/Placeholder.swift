enum ExpungeFilesPlaceholder {}
