"""The frozen data that flow through the program; no behaviour."""
