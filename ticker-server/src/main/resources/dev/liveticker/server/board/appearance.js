/* Before anything is drawn: light or dark as chosen here before. No module, since modules wait for the page. */
(() => {
  try {
    const chosen = localStorage.getItem('live-ticker.appearance');
    if (chosen === 'light' || chosen === 'dark') {
      document.documentElement.dataset.appearance = chosen;
    }
  } catch {
    // Nothing may be kept here: the system's appearance it is.
  }
})();
