// Runs before the first paint, so that a chosen theme and text size never flash by as the default ones.
// It only reads what client/ui/appearance.ts wrote. A file of its own because the page allows no inline scripts.
try {
  for (const name of ['theme', 'text']) {
    const chosen = localStorage.getItem(name);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch {
  // Storage is switched off: the system's theme and the usual text size hold.
}
