// Buttons that copy what stands beside them. Without leave to write to the clipboard the text is marked instead.
(() => {
  const mark = (source) => {
    const range = document.createRange();
    range.selectNodeContents(source);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (!button) {
      return;
    }
    const source = document.getElementById(button.dataset.copy);
    const label = button.querySelector('span');
    const before = label.textContent;
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
    } catch {
      mark(source);
      return;
    }
    label.textContent = button.dataset.done;
    setTimeout(() => {
      label.textContent = before;
    }, 2000);
  });
})();
