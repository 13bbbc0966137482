"""What is untidy in a rule file that loads: each thing at its line, and how to mend it."""
