// Progressive enhancement only: every page works without this file. No rule is computed here.
(function () {
  'use strict';

  function make(tag, attributes, text) {
    const element = document.createElement(tag);
    Object.entries(attributes || {}).forEach(([name, value]) => element.setAttribute(name, value));
    if (text) { element.textContent = text; }
    return element;
  }

  // data-confirm on a button, link or form asks once, naming what it will do:
  // data-confirm="删除第 3 行“办公费”？" data-confirm-detail="…" data-confirm-ok="删除"
  const agreed = new WeakSet();

  function ask(source, proceed) {
    const dialog = make('dialog', { class: 'ask', 'aria-labelledby': 'ask-title' });
    dialog.append(make('h2', { id: 'ask-title' }, source.dataset.confirm));
    if (source.dataset.confirmDetail) { dialog.append(make('p', {}, source.dataset.confirmDetail)); }
    const acts = make('div', { class: 'ask-acts' });
    const no = make('button', { type: 'button', class: 'btn btn-plain' }, '取消');
    const yes = make('button', { type: 'button', class: 'btn btn-primary' }, source.dataset.confirmOk || '确定');
    acts.append(no, yes);
    dialog.append(acts);
    document.body.append(dialog);
    no.addEventListener('click', () => dialog.close());
    yes.addEventListener('click', () => { dialog.close(); proceed(); });
    dialog.addEventListener('close', () => dialog.remove());
    dialog.showModal();
    no.focus();
  }

  document.addEventListener('click', event => {
    const source = event.target.closest('button[data-confirm], a[data-confirm]');
    if (!source || agreed.delete(source)) { return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(source, () => { agreed.add(source); source.click(); });
  }, true);

  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('form[data-confirm]') || agreed.delete(form)) { return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = event.submitter;
    ask(form, () => { agreed.add(form); form.requestSubmit(submitter); });
  }, true);

  // A form is sent once. data-resubmit opts out (downloads).
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.hasAttribute('data-resubmit')) { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'true';
    guarded.delete(form);
    setTimeout(() => buttonsOf(form).forEach(button => { button.disabled = true; button.setAttribute('aria-busy', 'true'); }), 0);
  });

  function buttonsOf(form) {
    return Array.from(form.elements).filter(element => element.type === 'submit');
  }

  window.addEventListener('pageshow', event => {
    if (!event.persisted) { return; }
    document.querySelectorAll('form[data-sent]').forEach(form => {
      delete form.dataset.sent;
      buttonsOf(form).forEach(button => { button.disabled = false; button.removeAttribute('aria-busy'); });
    });
  });

  // data-guard: leaving with unsaved typing asks first; an element [data-guard-state] says 未保存.
  const guarded = new Set();

  document.addEventListener('input', event => {
    const form = event.target.form;
    if (!form || !form.hasAttribute('data-guard')) { return; }
    guarded.add(form);
    form.querySelectorAll('[data-guard-state]').forEach(state => { state.textContent = '有未保存的修改'; });
  });

  // A script that saves by itself says so: form.dispatchEvent(new CustomEvent('saved', { bubbles: true })).
  document.addEventListener('saved', event => {
    guarded.delete(event.target);
    event.target.querySelectorAll('[data-guard-state]').forEach(state => { state.textContent = '全部已保存'; });
  });

  window.addEventListener('beforeunload', event => {
    if (guarded.size > 0) { event.preventDefault(); event.returnValue = ''; }
  });

  // Ctrl+S saves the form one is in, else the page's main form.
  document.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 's') { return; }
    const active = document.activeElement && document.activeElement.form;
    const main = active && active.method === 'post' && active.closest('main') ? active : document.querySelector('form[data-main], form[data-guard]');
    if (!main) { return; }
    event.preventDefault();
    main.requestSubmit(main.querySelector('[data-default]') || undefined);
  });

  // data-count="id": 已写 n 字 beside a textarea.
  document.querySelectorAll('[data-count]').forEach(counter => {
    const area = document.getElementById(counter.dataset.count);
    if (!area) { return; }
    const show = () => { counter.textContent = '已写 ' + Array.from(area.value.replace(/\s/g, '')).length + ' 字'; };
    area.addEventListener('input', show);
    show();
  });

  // data-insert="text" data-into="id": puts the text where the cursor stands; with data-line on a line of its own.
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-insert]');
    const area = button && document.getElementById(button.dataset.into);
    if (!area) { return; }
    const before = area.value.slice(0, area.selectionStart);
    const after = area.value.slice(area.selectionEnd);
    const alone = 'line' in button.dataset;
    const text = (alone && before && !before.endsWith('\n') ? '\n' : '') + button.dataset.insert + (alone && after && !after.startsWith('\n') ? '\n' : '');
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  });

  // The header of a table stops below the money panel, however many lines that has.
  document.querySelectorAll('.has-money-panel').forEach(area => {
    const panel = area.querySelector('.money-panel.is-sticky');
    if (panel && window.ResizeObserver) {
      new ResizeObserver(() => area.style.setProperty('--sticky-top', panel.offsetHeight + 'px')).observe(panel);
    }
  });

  // What was done has been read after a while.
  document.querySelectorAll('.flash').forEach(flash => setTimeout(() => flash.remove(), 8000));

  // data-print: a button that prints.
  document.addEventListener('click', event => {
    if (event.target.closest('[data-print]')) { window.print(); }
  });

  // After a refused submit: the error list is read first, the first field is reached by its link or by Tab. Where the form
  // was sent to a place in the page, as in a long list, one is back at that place and in its field.
  const summary = document.getElementById('error-summary');
  const first = document.querySelector('[aria-invalid="true"]');
  const sentTo = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const there = sentTo && sentTo.querySelector('[aria-invalid="true"]');
  if (there) {
    // The browser goes to that place when the page has loaded, and takes the focus away in doing so.
    const reach = () => setTimeout(() => { there.focus({ preventScroll: true }); sentTo.scrollIntoView({ block: 'center' }); }, 0);
    if (document.readyState === 'complete') { reach(); } else { window.addEventListener('load', reach); }
  } else if (summary) { summary.focus(); } else if (first) { first.focus(); }
  if (summary) {
    summary.addEventListener('click', event => {
      const link = event.target.closest('a[href^="#"]');
      const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!target) { return; }
      event.preventDefault();
      const fold = target.closest('details');
      if (fold) { fold.open = true; }
      target.focus();
      target.scrollIntoView({ block: 'center' });
    });
  }
})();
