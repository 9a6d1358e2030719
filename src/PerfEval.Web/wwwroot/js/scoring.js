// The score page by keyboard: from leaf to leaf, choices by number, each leaf saved when one leaves it. Everything it
// shows was computed by the server; without it the page is one form with one button.
(function () {
  'use strict';

  const root = document.querySelector('[data-scoring]');
  if (!root) { return; }
  const form = document.getElementById('scores');
  const state = root.querySelector('[data-guard-state]');
  const leaves = () => Array.from(root.querySelectorAll('.score-leaf'));
  let current = null;

  function mark(leaf) {
    if (leaf === current) { return; }
    if (current) { current.classList.remove('is-current'); }
    current = leaf;
    if (!leaf) { return; }
    leaf.classList.add('is-current');
    root.querySelectorAll('.score-nav a[aria-current]').forEach(link => link.removeAttribute('aria-current'));
    const link = root.querySelector('.score-nav a[href="#' + leaf.id + '"]');
    if (link) {
      link.setAttribute('aria-current', 'true');
      // The list alone scrolls: a page that moves between pressing and releasing the mouse loses the click.
      const list = link.closest('.score-nav');
      if (link.offsetTop < list.scrollTop) { list.scrollTop = link.offsetTop; }
      const under = link.offsetTop + link.offsetHeight - list.clientHeight;
      if (under > list.scrollTop) { list.scrollTop = under; }
    }
  }

  // The leaf itself takes the focus: Tab goes on to its first field, and the numbers choose in it.
  function go(leaf) {
    if (!leaf) { return; }
    leaf.focus({ preventScroll: true });
    leaf.scrollIntoView({ block: 'start' });
    mark(leaf);
  }

  function step(by) {
    const all = leaves();
    const at = all.indexOf(current);
    go(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
  }

  function goToFirstOpen() {
    const open = root.querySelector('.score-nav a[data-standing="Unscored"]');
    go(open && document.getElementById(open.hash.slice(1)));
  }

  function types(target) {
    return target.matches('textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])');
  }

  function choose(number) {
    const body = current && (current.querySelector('.score-override[open] details[open]') || current.querySelector('.score-body'));
    const choice = body && Array.from(body.querySelectorAll('.choices input'))
      .filter(input => input.offsetParent !== null && !input.closest('details.fold:not([open])'))[number - 1];
    if (!choice) { return false; }
    choice.focus({ preventScroll: true });
    choice.click();
    return true;
  }

  document.addEventListener('keydown', event => {
    if (document.querySelector('dialog[open]')) { return; }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !types(event.target);
    const move = event.altKey && !event.ctrlKey && event.key === 'ArrowDown' ? 1
      : event.altKey && !event.ctrlKey && event.key === 'ArrowUp' ? -1
      : plain && event.key.toLowerCase() === 'j' ? 1
      : plain && event.key.toLowerCase() === 'k' ? -1 : 0;
    if (move !== 0) {
      event.preventDefault();
      step(move);
    } else if (plain && event.key.toLowerCase() === 'u') {
      event.preventDefault();
      goToFirstOpen();
    } else if (plain && /^[1-9]$/.test(event.key) && choose(Number(event.key))) {
      event.preventDefault();
    } else if (form && event.ctrlKey && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 's'
      && (!event.target.form || event.target.form === form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      saveAll();
    } else if (event.key === 'Escape' && dock && !dock.hidden) {
      closeDock();
    }
  }, true);

  root.addEventListener('focusin', event => mark(event.target.closest('.score-leaf') || current));
  root.addEventListener('click', event => {
    const link = event.target.closest('.score-nav a, [data-first-open]');
    const leaf = link && document.getElementById(link.hash.slice(1));
    if (leaf && leaf.matches('.score-leaf')) {
      event.preventDefault();
      go(leaf);
    }
  });
  mark(location.hash.indexOf('#leaf-') === 0 ? document.getElementById(location.hash.slice(1)) : null);

  // Saving: one leaf at a time, in the order in which they were left.
  const dirty = new Set();
  let queue = Promise.resolve();
  let running = 0;

  function say(text) { if (state) { state.textContent = text; } }

  function fieldsOf(leaf) {
    const prefix = leaf.dataset.prefix;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (name.indexOf(prefix + '.') === 0 || name === '__RequestVerificationToken') { body.append(name, value); }
    }
    body.append('Leaves.Index', prefix.slice('Leaves['.length, -1));
    return body;
  }

  // What the server computed anew: the heads, sums and sentences. Fields that somebody types in stay as they are.
  function renew(page, saved) {
    page.querySelectorAll('.live[id]').forEach(fresh => {
      const old = document.getElementById(fresh.id);
      if (!old) { return; }
      const open = old.querySelector('details[open]') !== null;
      const top = old.scrollTop;
      old.replaceWith(document.importNode(fresh, true));
      const now = document.getElementById(fresh.id);
      now.scrollTop = top;
      now.querySelectorAll('details').forEach(fold => { fold.open = fold.open || open; });
    });
    ['SeenVersion', 'Was'].forEach(field => {
      const name = saved.dataset.prefix + '.' + field;
      const fresh = page.querySelector('input[name="' + name + '"]');
      const old = form.elements.namedItem(name);
      if (fresh && old) { old.value = fresh.value; }
    });
    saved.classList.toggle('has-doubt', page.getElementById(saved.id).classList.contains('has-doubt'));
    const again = current;
    current = null;
    mark(again);
  }

  // A refused leaf is shown as the server shows it: with what was typed, and with what is wrong or what somebody else saved.
  function refuse(page, leaf) {
    const fresh = page.getElementById(leaf.id);
    const name = leaf.contains(document.activeElement) ? document.activeElement.name : '';
    const shown = document.importNode(fresh, true);
    shown.classList.add('has-error');
    leaf.replaceWith(shown);
    if (current === leaf) { current = null; mark(shown); }
    const field = name && shown.querySelector('[name="' + CSS.escape(name) + '"]');
    if (field) { field.focus({ preventScroll: true }); }
    const notice = page.querySelector('#error-summary');
    say(leaf.querySelector('.score-code').textContent + ' 没有保存：' + (notice ? notice.textContent.replace(/\s+/g, ' ').trim() : '请看该指标的提示'));
  }

  async function save(id) {
    const leaf = document.getElementById(id);
    if (!leaf || !dirty.delete(id)) { return; }
    say('正在保存…');
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fieldsOf(leaf), headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!page.getElementById(id)) { throw new Error('not the score page'); }
      if (!answer.ok) {
        dirty.add(id);
        refuse(page, leaf);
        return;
      }
      leaf.classList.remove('has-error');
      leaf.querySelectorAll('.field-error, .notice').forEach(old => old.remove());
      leaf.querySelectorAll('.is-invalid').forEach(old => old.classList.remove('is-invalid'));
      renew(page, leaf);
      if (dirty.size === 0) {
        form.dispatchEvent(new CustomEvent('saved', { bubbles: true }));
        say('已保存 ' + leaf.querySelector('.score-code').textContent);
      }
    } catch (error) {
      dirty.add(id);
      say('没有保存：连接中断或登录已失效。填写的内容还在页面上，请检查网络或重新登录后按 Ctrl+S。');
    }
  }

  function saveLater(id) {
    running++;
    queue = queue.then(() => save(id)).finally(() => { running--; });
  }

  function saveAll() {
    if (dirty.size === 0 && running === 0) { say('没有未保存的修改'); }
    Array.from(dirty).forEach(saveLater);
  }

  if (form && window.fetch) {
    ['input', 'change'].forEach(kind => form.addEventListener(kind, event => {
      const leaf = event.target.closest('.score-leaf');
      if (leaf) {
        dirty.add(leaf.id);
        say('有未保存的修改');
      }
    }));
    form.addEventListener('focusout', event => {
      const leaf = event.target.closest('.score-leaf');
      if (leaf && dirty.has(leaf.id) && !(event.relatedTarget && leaf.contains(event.relatedTarget))) {
        // A click on a label of the same leaf takes the focus away for a moment.
        setTimeout(() => { if (!leaf.contains(document.activeElement)) { saveLater(leaf.id); } }, 150);
      }
    });
    // 保存评分 waits for what is under way, so that nobody meets a conflict with themselves.
    let waited = false;
    form.addEventListener('submit', event => {
      if (waited || (dirty.size === 0 && running === 0)) { return; }
      event.preventDefault();
      event.stopPropagation();
      saveAll();
      queue.then(() => { waited = true; form.requestSubmit(); });
    });
  }

  // The leaf's files beside the scores.
  let dock = null;
  let opener = null;

  function closeDock() {
    dock.hidden = true;
    dock.querySelector('.dock-body').replaceChildren();
    root.classList.remove('has-dock');
    if (opener) {
      opener.focus({ preventScroll: true });
      opener.closest('.score-leaf').scrollIntoView({ block: 'start' });
    }
  }

  function make(tag, attributes, text) {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    if (text) { element.textContent = text; }
    return element;
  }

  function openDock(link) {
    if (!dock) {
      dock = make('aside', { class: 'evidence-dock no-print', 'aria-label': '佐证材料' });
      const close = make('button', { type: 'button', class: 'btn btn-plain btn-sm' }, '关闭（Esc）');
      close.addEventListener('click', closeDock);
      const head = make('div', { class: 'dock-head' });
      head.append(make('b', { class: 'long-name' }), make('a', { class: 'small' }, '单独打开'), close);
      dock.append(head, make('div', { class: 'dock-body' }));
      root.append(dock);
    }
    opener = link;
    const name = link.textContent.trim();
    dock.querySelector('b').textContent = name;
    dock.querySelector('.dock-head a').href = link.href;
    dock.querySelector('.dock-body').replaceChildren('picture' in link.dataset
      ? make('img', { src: link.dataset.beside, alt: name })
      : make('iframe', { src: link.dataset.beside, title: name }));
    dock.hidden = false;
    root.classList.add('has-dock');
    link.closest('.score-leaf').scrollIntoView({ block: 'start' });
    dock.querySelector('button').focus();
  }

  root.addEventListener('click', event => {
    const link = event.target.closest('a[data-beside]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) { return; }
    event.preventDefault();
    openDock(link);
  });
})();
