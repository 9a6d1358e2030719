// The designer of indicator trees. Every act is a button of the one form and works without this file; here it is sent
// without leaving the page, by key and by mouse too. What is shown is what the server answers: sums are not computed here.
(function () {
  'use strict';

  const form = () => document.getElementById('tree-form');
  if (!form()) { return; }

  let queue = Promise.resolve();
  // A field that is replaced is left without anybody leaving it.
  let drawing = false;

  function typed() {
    return new Map(Array.from(document.querySelectorAll('[data-key]'), input => [input.dataset.key, input.value]));
  }

  // Sends the form with one act, one after another, and draws the answer in its place. What was typed meanwhile stays.
  function send(act, focus) {
    queue = queue.then(() => sendNow(act, focus)).catch(() => {
      document.getElementById('designer').classList.remove('is-busy');
      say('没有连上服务器，刚才的修改没有保存；页面上填写的内容还在，请稍后再试。');
    });
    return queue;
  }

  async function sendNow(act, focus) {
    const sent = typed();
    const body = new FormData(form());
    body.set('Edit.Act', act);
    document.getElementById('designer').classList.add('is-busy');
    const answer = await fetch(form().action, { method: 'POST', body: body, headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!page.getElementById('designer')) {
      document.getElementById('designer').classList.remove('is-busy');
      say('刚才的修改没有保存：您可能已退出登录，或指标体系已被删除。页面上填写的内容还在，请在另一个窗口登录后再保存。');
      return;
    }
    await window.Hand.still();
    // What is saved all the time is said at the foot of the table, not in a notice over the buttons.
    if (act === 'save') { page.querySelectorAll('.flash').forEach(flash => flash.remove()); }
    draw(page, answer, sent, focus);
    if (answer.ok && act === 'save') { document.querySelectorAll('#tree-form [data-guard-state]').forEach(state => { state.textContent = '全部已保存'; }); }
  }

  function draw(page, answer, sent, focus) {
    const active = document.activeElement;
    const key = active && active.dataset ? active.dataset.key : null;
    const range = key ? [active.selectionStart, active.selectionEnd] : null;
    const meanwhile = Array.from(typed()).filter(([name, value]) => sent.get(name) !== value);
    const settings = document.getElementById('settings');
    form().dispatchEvent(new CustomEvent('saved', { bubbles: true }));
    drawing = true;
    document.getElementById('main').replaceWith(page.getElementById('main'));
    drawing = false;
    const fresh = document.getElementById('settings');
    if (settings && fresh) {
      settings.querySelector('[data-version]').value = fresh.querySelector('[data-version]').value;
      fresh.replaceWith(settings);
    }
    meanwhile.forEach(([name, value]) => {
      const input = find(name);
      if (input) { input.value = value; input.dispatchEvent(new Event('input', { bubbles: true })); }
    });
    prepare();
    const some = document.querySelector('[data-key]');
    if (!answer.ok && some) { some.dispatchEvent(new Event('input', { bubbles: true })); }
    const at = answer.redirected && new URL(answer.url).searchParams.get('at');
    const target = at ? 'node-' + at : '';
    const refused = !answer.ok && document.getElementById('error-summary');
    if (refused) {
      refused.focus();
    } else if (focus === 'name' && target) {
      const name = document.querySelector('#' + CSS.escape(target) + ' [data-key$=".name"]');
      if (name) { name.focus(); name.select(); name.scrollIntoView({ block: 'nearest' }); }
    } else if (key && find(key)) {
      find(key).focus({ preventScroll: true });
      find(key).setSelectionRange(range[0], range[1]);
    } else if (target) {
      const name = document.querySelector('#' + CSS.escape(target) + ' [data-key$=".name"]');
      if (name) { name.focus({ preventScroll: true }); name.scrollIntoView({ block: 'nearest' }); }
    }
    document.querySelectorAll('.flash').forEach(flash => setTimeout(() => flash.remove(), 4000));
  }

  function find(key) {
    return document.querySelector('[data-key="' + CSS.escape(key) + '"]');
  }

  function say(text) {
    const notice = document.createElement('div');
    notice.className = 'notice notice-error';
    notice.setAttribute('role', 'alert');
    notice.textContent = text;
    document.getElementById('designer').prepend(notice);
  }

  // A changed field is saved as soon as it is left, and the sums come back. Whoever leaves it for a button or a link is
  // served by that: the page must not change between pressing and letting go.
  document.addEventListener('focusout', event => {
    const input = event.target;
    if (drawing || !input.dataset || !input.dataset.key || input.value === input.defaultValue) { return; }
    if (event.relatedTarget && event.relatedTarget.closest('button, a')) { return; }
    send('save');
  });

  document.addEventListener('click', event => {
    const link = event.target.closest && event.target.closest('#designer a[href]');
    if (!link || link.getAttribute('href').startsWith('#') || !Array.from(document.querySelectorAll('[data-key]')).some(i => i.value !== i.defaultValue)) { return; }
    event.preventDefault();
    send('save').then(() => { if (!document.getElementById('error-summary')) { window.location.assign(link.href); } });
  });

  document.addEventListener('submit', event => {
    if (event.target !== form() || event.defaultPrevented) { return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    const act = event.submitter ? event.submitter.value : 'save';
    send(act, /^(child|sibling|top|copy)/.test(act) ? 'name' : null);
  }, true);

  const keys = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in', Enter: 'sibling', Insert: 'child', c: 'copy', C: 'copy', Delete: 'remove' };

  document.addEventListener('keydown', event => {
    const row = event.target.closest && event.target.closest('[data-node]');
    if (!row) { return; }
    if (event.altKey && !event.ctrlKey && !event.metaKey && keys[event.key]) {
      event.preventDefault();
      const button = row.querySelector('[data-step="' + keys[event.key] + '"]');
      if (button && !button.disabled) { button.click(); }
    } else if (!event.altKey && !event.ctrlKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && event.target.dataset.key) {
      // Up and down as in a table, so that weights can be gone through.
      const column = '[data-key$=".' + event.target.dataset.key.split('.')[1] + '"]';
      const all = Array.from(document.querySelectorAll(column));
      const next = all[all.indexOf(event.target) + (event.key === 'ArrowUp' ? -1 : 1)];
      if (next) { event.preventDefault(); next.focus(); next.select(); }
    }
  });

  // Dragging by the dots: above a row, below it, or (in its middle) into it. What is allowed, the server says.
  let drag = null;

  function place(row, y) {
    const box = row.getBoundingClientRect();
    const part = (y - box.top) / box.height;
    return part < .3 ? 'before' : part > .7 ? 'after' : 'into';
  }

  function clear() {
    document.querySelectorAll('.drop-before, .drop-after, .drop-into').forEach(row => row.classList.remove('drop-before', 'drop-after', 'drop-into'));
  }

  document.addEventListener('pointerdown', event => {
    const grip = event.target.closest && event.target.closest('[data-grip]');
    if (!grip || event.button !== 0) { return; }
    event.preventDefault();
    drag = { row: grip.closest('[data-node]'), target: null, where: null };
    drag.row.classList.add('is-dragged');
    document.body.classList.add('is-dragging');
  });

  document.addEventListener('pointermove', event => {
    if (!drag) { return; }
    clear();
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const row = under && under.closest('[data-node]');
    drag.target = row && row !== drag.row ? row : null;
    if (drag.target) {
      drag.where = place(row, event.clientY);
      row.classList.add('drop-' + drag.where);
    }
    if (event.clientY < 60) { window.scrollBy(0, -12); } else if (event.clientY > window.innerHeight - 60) { window.scrollBy(0, 12); }
  });

  function drop(done) {
    if (!drag) { return; }
    const { row, target, where } = drag;
    drag = null;
    row.classList.remove('is-dragged');
    document.body.classList.remove('is-dragging');
    clear();
    if (done && target) { send(where + ':' + row.dataset.node + ':' + target.dataset.node); }
  }

  document.addEventListener('pointerup', () => drop(true));
  document.addEventListener('pointercancel', () => drop(false));
  document.addEventListener('keydown', event => { if (event.key === 'Escape') { drop(false); } });

  function prepare() {
    document.getElementById('designer').classList.add('can-drag');
  }

  prepare();
})();
