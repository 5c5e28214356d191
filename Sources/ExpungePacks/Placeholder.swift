enum ExpungePacksPlaceholder {}
