enum ExpungeDocumentsPlaceholder {}
