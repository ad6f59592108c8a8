# How often console.count was called, by label.
console_counts = {}
