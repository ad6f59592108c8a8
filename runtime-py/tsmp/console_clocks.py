# When the clocks of console.time began, by label.
console_clocks = {}
