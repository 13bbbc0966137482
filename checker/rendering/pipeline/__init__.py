"""The formats of pipelines: code scanning, test reports, annotations, pull requests, spreadsheets."""
