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

  // One can answer at once wherever one arrives: where the leaf wants a number its field takes the focus, else the leaf
  // itself, in which the numbers choose.
  function go(leaf) {
    if (!leaf) { return; }
    const field = typed(leaf).find(isNumber);
    (field || leaf).focus({ preventScroll: true });
    if (field) { field.select(); }
    leaf.scrollIntoView({ block: 'start' });
    mark(leaf);
  }

  const isNumber = target => target.matches('input[inputmode=decimal]');

  // What one types in a leaf, in order; what lies in a closed fold is not there.
  function typed(leaf) {
    return Array.from(leaf.querySelectorAll('.score-body .score-inputs :is(input:not([type=hidden], [type=radio], [type=checkbox]), textarea)'))
      .filter(field => field.offsetParent !== null && !field.closest('details.fold:not([open])'));
  }

  function step(by) {
    const all = leaves();
    const at = all.indexOf(current);
    go(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
  }

  // Leaves without a score as the server told them; one that was filled since is passed, for its score is on the way.
  function unscored() {
    return Array.from(root.querySelectorAll('.score-nav a[data-standing="Unscored"]'), link => document.getElementById(link.hash.slice(1)))
      .filter(leaf => leaf && (!leaf.classList.contains('is-typed') || leaf.classList.contains('has-error')));
  }

  // The next one below, and from the last one on to the first.
  function goToOpen() {
    const [all, left] = [leaves(), unscored()];
    const at = all.indexOf(current);
    const next = left.find(leaf => all.indexOf(leaf) > at) || left.find(leaf => leaf !== current);
    if (next) { go(next); } else { leave('没有其他未评的指标'); }
  }

  // Saves the leaf one is in, as leaving it does, and stays.
  function leave(words) {
    if (current && dirty.has(current.id)) { saveSoon([current.id]); } else { say(words); }
  }

  // Enter: the next thing to type in the leaf, else the next leaf.
  function goOn(target) {
    const leaf = target.closest('.score-leaf');
    const fields = leaf ? typed(leaf) : [];
    const next = fields[fields.indexOf(target) + 1];
    if (types(target) && next) { next.focus(); next.select(); return; }
    const all = leaves();
    const after = all[all.indexOf(leaf) + 1];
    if (after) { go(after); } else { leave('这是最后一个指标'); }
  }

  // In a number nobody types a letter, so J, K and U go on from there as well.
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
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    const plain = bare && !types(event.target);
    const letter = bare && (plain || (isNumber(event.target) && root.contains(event.target))) ? event.key.toLowerCase() : '';
    const move = event.altKey && !event.ctrlKey && event.key === 'ArrowDown' ? 1
      : event.altKey && !event.ctrlKey && event.key === 'ArrowUp' ? -1
      : letter === 'j' ? 1
      : letter === 'k' ? -1 : 0;
    if (move !== 0) {
      event.preventDefault();
      step(move);
    } else if (letter === 'u') {
      event.preventDefault();
      goToOpen();
    } else if (form && event.key === 'Enter' && bare && !event.shiftKey && form.contains(event.target) && event.target.matches('input, .score-leaf')) {
      event.preventDefault();
      goOn(event.target);
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
    if (link && 'firstOpen' in link.dataset && unscored().length > 0) {
      event.preventDefault();
      go(unscored()[0]);
      return;
    }
    const leaf = link && document.getElementById(link.hash.slice(1));
    if (leaf && leaf.matches('.score-leaf')) {
      event.preventDefault();
      go(leaf);
    }
  });
  mark(location.hash.indexOf('#leaf-') === 0 ? document.getElementById(location.hash.slice(1)) : null);

  // Saving: one request at a time, with every leaf that was left since the one before.
  const dirty = new Set();
  const left = new Set();
  let saving = null;
  let leaving = false;

  function say(text) { if (state) { state.textContent = text; } }

  const codeOf = leaf => leaf.dataset.code;

  // The codes of some leaves, the first few by name.
  function named(ids) {
    const codes = leaves().filter(leaf => ids.has(leaf.id)).map(codeOf);
    return codes.length > 3 ? codes.slice(0, 2).join('、') + ' 等 ' + codes.length + ' 项' : codes.join('、');
  }

  function fieldsOf(sent) {
    const body = new URLSearchParams();
    const prefixes = sent.map(leaf => leaf.dataset.prefix);
    for (const [name, value] of new FormData(form)) {
      if (name === '__RequestVerificationToken' || prefixes.includes(name.slice(0, name.indexOf('.')))) { body.append(name, value); }
    }
    prefixes.forEach(prefix => body.append('Leaves.Index', prefix.slice('Leaves['.length, -1)));
    return body;
  }

  // What must not move: the thing under the mouse or, for who works with the keys, the leaf one is in.
  function held() {
    const under = window.Hand.under();
    const mine = under && root.contains(under) ? under
      : document.activeElement.closest('.score-leaf') ? document.activeElement : current;
    const box = mine && mine.getBoundingClientRect();
    const seen = box && box.bottom > 0 && box.top < window.innerHeight ? mine : document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2);
    return seen && (seen.closest('.live') || seen);
  }

  // Makes one element like another and keeps what is alike, so that neither focus nor place nor an open fold is lost.
  function become(old, fresh) {
    if (old.isEqualNode(fresh)) { return; }
    if (old.nodeType !== Node.ELEMENT_NODE) { old.data = fresh.data; return; }
    const ours = ['aria-current', 'open'];
    Array.from(old.attributes).forEach(a => { if (!fresh.hasAttribute(a.name) && !ours.includes(a.name)) { old.removeAttribute(a.name); } });
    Array.from(fresh.attributes).forEach(a => { if (old.getAttribute(a.name) !== a.value) { old.setAttribute(a.name, a.value); } });
    const [was, now] = [Array.from(old.childNodes), Array.from(fresh.childNodes)];
    if (was.length === now.length && was.every((node, i) => node.nodeName === now[i].nodeName)) {
      was.forEach((node, i) => become(node, now[i]));
      return;
    }
    const open = old.querySelector('details[open]') !== null;
    old.replaceChildren(...now.map(node => document.importNode(node, true)));
    old.querySelectorAll('details').forEach(fold => { fold.open = fold.open || open; });
  }

  // What the server computed anew: the heads, sums and sentences. Fields that somebody types in stay as they are.
  function renew(page, saved) {
    page.querySelectorAll('.live[id]').forEach(fresh => {
      const old = document.getElementById(fresh.id);
      if (old) { become(old, fresh); }
    });
    saved.forEach(leaf => {
      leaf.classList.remove('has-error');
      leaf.classList.toggle('is-typed', dirty.has(leaf.id));
      leaf.querySelectorAll('.score-inputs .field-error, .score-inputs .notice').forEach(old => old.remove());
      leaf.querySelectorAll('.is-invalid').forEach(old => old.classList.remove('is-invalid'));
      ['SeenVersion', 'Was'].forEach(field => {
        const name = leaf.dataset.prefix + '.' + field;
        const fresh = page.querySelector('input[name="' + name + '"]');
        const old = form.elements.namedItem(name);
        if (fresh && old) { old.value = fresh.value; }
      });
      leaf.classList.toggle('has-doubt', page.getElementById(leaf.id).classList.contains('has-doubt'));
    });
    if (!root.querySelector('.score-nav a[aria-current]')) {
      const again = current;
      current = null;
      mark(again);
    }
  }

  const controls = leaf => Array.from(leaf.querySelectorAll('input:not([type=hidden]), select, textarea'));

  // The same field in a leaf that was drawn anew.
  function twin(control, leaf) {
    const choice = control.matches && control.matches('[type=radio], [type=checkbox]');
    return control.name ? controls(leaf).find(c => c.name === control.name && (!choice || c.value === control.value)) : null;
  }

  // A refused leaf is shown as the server shows it: with what is wrong or what somebody else saved, and with what stands
  // in its fields now, which may be more than what was sent.
  function refuse(page, leaf) {
    const fresh = page.getElementById(leaf.id);
    const shown = document.importNode(fresh, true);
    controls(leaf).forEach(old => {
      const field = twin(old, shown);
      if (!field) { return; }
      if (old.matches('[type=radio], [type=checkbox]')) { field.checked = old.checked; } else { field.value = old.value; }
    });
    shown.querySelectorAll('details').forEach(fold => { fold.open = fold.open || leaf.querySelector('.score-inputs details[open]') !== null; });
    shown.classList.add('has-error', 'is-typed');
    const active = leaf.contains(document.activeElement) ? document.activeElement : null;
    const field = active && twin(active, shown);
    const cursor = field && field.type !== 'radio' && field.type !== 'checkbox' && 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : null;
    leaf.replaceWith(shown);
    if (current === leaf) { current = null; mark(shown); }
    if (active) { (field || shown).focus({ preventScroll: true }); }
    if (cursor && cursor[0] !== null) { field.setSelectionRange(cursor[0], cursor[1]); }
    return shown;
  }

  // Sends some leaves; a refused one keeps none of the others from being saved. False: nobody answered.
  async function save(ids) {
    const sent = ids.map(id => document.getElementById(id)).filter(leaf => leaf && dirty.delete(leaf.id));
    if (sent.length === 0) { return true; }
    say('正在保存…');
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fieldsOf(sent), headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (sent.some(leaf => !page.getElementById(leaf.id))) { throw new Error('not the score page'); }
      await window.Hand.still();
      if (answer.ok) {
        window.Hand.keep(held(), () => renew(page, sent));
        saved(sent);
        return true;
      }
      const faulty = sent.filter(leaf => page.querySelector('#' + CSS.escape(leaf.id) + ' .score-inputs :is(.field-error, .notice-doubt)'));
      const refused = faulty.length > 0 ? faulty : sent;
      sent.forEach(leaf => dirty.add(leaf.id));
      refused.forEach(leaf => {
        const mine = held();
        if (!leaf.contains(mine)) { window.Hand.keep(mine, () => { refuse(page, leaf); }); return; }
        const label = mine.closest('label');
        const fresh = page.getElementById(leaf.id);
        const field = [label && label.control, mine, document.activeElement].find(control => control && leaf.contains(control) && twin(control, fresh));
        window.Hand.keep(field || leaf, () => { const shown = refuse(page, leaf); return field ? twin(field, shown) : shown; });
      });
      // The reasons alone: that nothing was saved, and of which leaf, stands before them.
      const reasons = new Set(Array.from(page.querySelectorAll('#error-summary li'), item => refused.reduce((text, leaf) => {
        const code = codeOf(leaf) + '：';
        return text.startsWith(code) ? text.slice(code.length) : text;
      }, item.textContent.trim())));
      say(refused.map(codeOf).join('、') + ' 没有保存：' + (Array.from(reasons).join('；') || '请看该指标的提示'));
      const rest = sent.filter(leaf => !refused.includes(leaf)).map(leaf => leaf.id);
      return rest.length === 0 || await save(rest);
    } catch (error) {
      sent.forEach(leaf => dirty.add(leaf.id));
      say('没有保存：连接中断或登录已失效。填写的内容还在页面上，请检查网络或重新登录后按 Ctrl+S。');
      return false;
    }
  }

  function saved(sent) {
    const rest = new Set(dirty);
    const refused = new Set(Array.from(root.querySelectorAll('.score-leaf.has-error'), leaf => leaf.id).filter(id => rest.delete(id)));
    if (dirty.size === 0) { form.dispatchEvent(new CustomEvent('saved', { bubbles: true })); }
    const stored = new Set(sent.map(leaf => leaf.id).filter(id => !rest.has(id)));
    say([
      stored.size > 0 ? '已保存 ' + named(stored) : '',
      refused.size > 0 ? named(refused) + ' 没有保存，请看该指标的提示' : '',
      rest.size > 0 ? named(rest) + ' 有未保存的修改' : '',
    ].filter(part => part).join('；'));
  }

  function saveSoon(ids) {
    if (leaving) { return; }
    ids.forEach(id => left.add(id));
    saving = saving || (async () => {
      let answered = true;
      while (answered && left.size > 0) {
        const some = Array.from(left);
        left.clear();
        answered = await save(some);
      }
      left.clear();
      return answered;
    })().finally(() => { saving = null; });
  }

  function saveAll() {
    if (dirty.size === 0 && !saving) { say('没有未保存的修改'); }
    saveSoon(Array.from(dirty));
  }

  if (form && window.fetch) {
    ['input', 'change'].forEach(kind => form.addEventListener(kind, event => {
      const leaf = event.target.closest('.score-leaf');
      if (leaf) {
        dirty.add(leaf.id);
        leaf.classList.add('is-typed');
        say('有未保存的修改');
      }
    }));
    form.addEventListener('focusout', event => {
      const leaf = event.target.closest('.score-leaf');
      if (leaf && dirty.has(leaf.id) && !(event.relatedTarget && leaf.contains(event.relatedTarget))) {
        // A click on a label of the same leaf takes the focus away for a moment, and so does drawing it anew.
        setTimeout(() => {
          const now = document.getElementById(leaf.id);
          if (now && !now.contains(document.activeElement)) { saveSoon([now.id]); }
        }, 150);
      }
    });
    // 保存评分 sends the whole form: what waits goes along, and what is under way is waited for, so that nobody meets a
    // conflict with themselves. Without an answer one stays where the typing is.
    form.addEventListener('submit', event => {
      const first = !leaving;
      leaving = true;
      if (!saving) { return; }
      event.preventDefault();
      event.stopPropagation();
      left.clear();
      if (first) { saving.then(answered => { if (answered) { form.requestSubmit(); } else { leaving = false; } }); }
    });
    window.addEventListener('pageshow', event => { if (event.persisted) { leaving = false; } });
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
