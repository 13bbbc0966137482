"""A checklist as a file that people fill in: YAML, a workbook, or Markdown to read and print."""
