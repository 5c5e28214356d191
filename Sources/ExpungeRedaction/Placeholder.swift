enum ExpungeRedactionPlaceholder {}
