enum ExpungeParsersPlaceholder {}
