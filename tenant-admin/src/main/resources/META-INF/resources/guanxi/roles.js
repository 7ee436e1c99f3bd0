// A line of rights that somebody changes says something of its own from then on.
(() => {
  const own = 'input[name$=":own"]';
  document.querySelector('.ta-rights')?.addEventListener('change', (event) => {
    const box = event.target.closest('tr')?.querySelector(own);
    if (box && event.target !== box) {
      box.checked = true;
    }
  });
})();
