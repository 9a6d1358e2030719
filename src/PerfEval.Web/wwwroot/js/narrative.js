// Checks a section while one types: the server does it, this file asks and shows the answer.
(function () {
  'use strict';
  const place = document.getElementById('section-check');
  const area = place && document.getElementById(place.dataset.text);
  if (!area) { return; }
  const token = document.querySelector('input[name="__RequestVerificationToken"]').value;
  let waiting;
  let asked = 0;

  async function check() {
    const turn = ++asked;
    try {
      const answer = await fetch(place.dataset.check, {
        method: 'POST', headers: { 'Content-Type': 'application/json', RequestVerificationToken: token },
        body: JSON.stringify({ id: place.dataset.section, text: area.value }),
      });
      // A later question has its own answer; a refused one (signed out, another page) leaves what stands there.
      if (answer.ok && !answer.redirected && turn === asked) { place.innerHTML = await answer.text(); }
    } catch (offline) { /* typing goes on; the check comes back with the connection */ }
  }

  function select(range) {
    const [start, length] = range.split(',').map(Number);
    area.focus();
    area.setSelectionRange(start, start + length);
    const style = getComputedStyle(area);
    const lines = area.value.slice(0, start).split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length * 16 / area.clientWidth)), 0);
    area.scrollTop = Math.max(0, (lines - 3) * parseFloat(style.lineHeight || '24'));
    area.scrollIntoView({ block: 'nearest' });
  }

  area.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(check, 400); });
  place.addEventListener('click', event => {
    const button = event.target.closest('[data-select]');
    if (button) { select(button.dataset.select); }
  });
  if (place.dataset.wanted) { select(place.dataset.wanted); }
})();
