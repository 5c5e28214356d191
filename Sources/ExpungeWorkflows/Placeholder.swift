enum ExpungeWorkflowsPlaceholder {}
