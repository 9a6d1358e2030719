// The rule page without waiting for a whole page: the server answers with the parts that changed. Everything shown is
// computed there; without this file the same buttons answer with the whole page.
(function () {
  'use strict';

  const form = document.getElementById('rule-form');
  if (!form) { return; }
  const pause = 350;
  let timer = 0;
  let asking = null;
  let ours = false;

  function typed() { return new URLSearchParams(new FormData(form)).toString(); }

  async function ask(act, whole) {
    clearTimeout(timer);
    if (asking) { asking.abort(); }
    asking = new AbortController();
    const sent = typed();
    const body = new URLSearchParams(sent);
    if (act) { body.set('act', act); }
    const preview = document.getElementById('rule-preview');
    preview.classList.add('is-waiting');
    try {
      const answer = await fetch(form.dataset.preview, { method: 'POST', body, headers: { 'X-Part': 'rule' }, signal: asking.signal });
      if (!answer.ok || answer.redirected) { throw new Error(answer.redirected ? '登录已过期，请另开窗口登录后再试' : '服务器没有算出预览'); }
      const answered = await answer.text();
      // Whoever typed on meanwhile loses nothing: the same is asked again with what stands there now.
      if (whole && typed() !== sent) { ask(act, true); return; }
      put(new DOMParser().parseFromString(answered, 'text/html'), whole, act);
    } catch (error) {
      if (error.name === 'AbortError') { return; }
      preview.classList.remove('is-waiting');
      say(preview, (error instanceof TypeError ? '连不上服务器，预览没有更新' : error.message) + '；填写的内容都在，可以照常保存。');
    }
  }

  function put(answer, whole, act) {
    const next = answer.getElementById('rule-preview');
    if (!next) { return; }
    document.getElementById('rule-preview').replaceWith(next);
    if (!whole) { return; }
    const editor = answer.getElementById('rule-editor');
    const old = document.getElementById('rule-editor');
    const was = old.contains(document.activeElement) ? document.activeElement : null;
    old.replaceWith(editor);
    for (const told of editor.querySelectorAll('[data-into]')) {
      document.getElementById(told.dataset.into).value = told.textContent;
      told.remove();
    }
    const goOn = editor.querySelector('[autofocus]') || (was && was.id ? document.getElementById(was.id) : null);
    if (goOn) { goOn.focus(); }
    if (goOn && was && goOn.id === was.id && was.selectionStart !== undefined && was.selectionStart !== null) { goOn.setSelectionRange(was.selectionStart, was.selectionEnd); }
    if (act) {
      // site.js learns that there is something unsaved.
      ours = true;
      editor.querySelector('input').dispatchEvent(new Event('input', { bubbles: true }));
      ours = false;
    }
  }

  function say(preview, words) {
    let line = preview.querySelector('.rule-offline');
    if (!line) {
      line = document.createElement('p');
      line.className = 'field-error rule-offline';
      line.setAttribute('role', 'status');
      preview.prepend(line);
    }
    line.textContent = words;
  }

  form.addEventListener('input', () => {
    if (ours) { return; }
    clearTimeout(timer);
    timer = setTimeout(() => ask('', false), pause);
  });

  // What stands in a choice also stands in the words around it, so the editor is drawn anew.
  form.addEventListener('change', event => {
    if (event.target.matches('select, [type=checkbox], #Form_Measure') && event.target.closest('#rule-editor')) { ask('', true); }
  });

  // On the document, because the button that Enter presses stands in the header.
  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-act]');
    if (!button || button.form !== form) { return; }
    event.preventDefault();
    ask(button.value, true);
  });
})();
