enum ExpungeHashingPlaceholder {}
