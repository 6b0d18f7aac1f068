"""The machine-checkable conditions of PDF/UA-1 and PDF/A-2, as far as they apply to what halfstar writes."""
