// What a script draws anew waits for the hand. A page that moves, or an element that is replaced, between pressing and
// letting go loses the click, and a field that is replaced while an input method composes loses what is composed.
window.Hand = (function () {
  'use strict';

  // A finger's click comes a moment after the finger has gone.
  const pause = 50;
  let pressed = false;
  let space = false;
  let composing = false;
  let mouse = null;
  let waiting = [];

  const busy = () => pressed || space || composing;

  function settle() {
    if (waiting.length === 0) { return; }
    setTimeout(() => {
      if (busy()) { return; }
      const all = waiting;
      waiting = [];
      all.forEach(go => go());
    }, pause);
  }

  function letGo() {
    pressed = space = composing = false;
    settle();
  }

  document.addEventListener('pointerdown', event => { pressed = pressed || event.button === 0; }, true);
  ['pointerup', 'pointercancel'].forEach(kind => document.addEventListener(kind, () => { pressed = false; settle(); }, true));
  document.addEventListener('pointermove', event => {
    // Let go outside the window, where nobody told us.
    if (pressed && event.buttons === 0) { pressed = false; settle(); }
    mouse = { x: event.clientX, y: event.clientY };
  }, true);
  document.addEventListener('keydown', event => {
    mouse = null;
    space = space || event.key === ' ';
  }, true);
  document.addEventListener('keyup', event => {
    if (event.key === ' ') { space = false; settle(); }
  }, true);
  document.addEventListener('compositionstart', () => { composing = true; }, true);
  document.addEventListener('compositionend', () => { composing = false; settle(); }, true);
  window.addEventListener('blur', letGo);

  return {
    // Fulfilled as soon as nothing is pressed and nothing is being composed.
    still: () => busy() ? new Promise(go => { waiting.push(go); }) : Promise.resolve(),

    // What the mouse is over, or null for somebody who works with the keys.
    under: () => mouse && document.elementFromPoint(mouse.x, mouse.y),

    // Changes the page so that one element, or the one that the change gives for it, stays where it is on the screen.
    keep(element, change) {
      const top = element ? element.getBoundingClientRect().top : 0;
      const after = change() || element;
      if (!element || !after.isConnected) { return; }
      const moved = after.getBoundingClientRect().top - top;
      if (moved !== 0) { window.scrollBy({ top: moved, behavior: 'instant' }); }
    },
  };
})();
