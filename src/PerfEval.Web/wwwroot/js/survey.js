/* Typing sheets from paper: one key per question. Computes nothing; the server reads what was typed. */
(() => {
  'use strict';
  const form = document.querySelector('[data-sheet]');
  if (!form) { return; }
  const marks = Array.from(form.querySelectorAll('[data-mark]'));

  function go(index) {
    const next = marks[index];
    if (next) { next.focus(); next.select(); }
  }

  marks.forEach((mark, index) => {
    mark.addEventListener('keydown', event => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) { return; }
      if (/^[0-9-]$/.test(event.key)) {
        event.preventDefault();
        mark.value = event.key;
        mark.dispatchEvent(new Event('input', { bubbles: true }));
        if (index + 1 < marks.length) { go(index + 1); } else { mark.select(); }
      } else if ((event.key === 'Backspace' && mark.value === '') || event.key === 'ArrowUp') {
        event.preventDefault();
        go(index - 1);
      } else if (event.key === 'ArrowDown') {
        event.preventDefault();
        go(index + 1);
      }
    });
    mark.addEventListener('focus', () => mark.select());
  });
})();
