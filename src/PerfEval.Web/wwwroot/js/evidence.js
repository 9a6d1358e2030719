// Evidence: files are sent one by one as soon as they are chosen or dropped, each with its progress. Without this file
// the form sends them all at once. What may be stored is decided by the server alone.
(function () {
  'use strict';

  const form = document.querySelector('form[data-evidence]');
  if (!form || !window.FormData || !window.XMLHttpRequest) { return; }
  const input = form.querySelector('input[type="file"]');
  const box = form.querySelector('.uploads');
  const list = box.querySelector('ul');
  const largest = Number(form.dataset.largest);
  const queue = [];
  let busy = false;
  let dirty = false;
  form.classList.add('is-live');

  function entry(file) {
    const item = document.createElement('li');
    const name = document.createElement('span');
    name.className = 'upload-name';
    name.textContent = file.name;
    const bar = document.createElement('progress');
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    const word = document.createElement('span');
    word.className = 'upload-word';
    word.textContent = '等待上传';
    item.append(name, bar, word);
    list.append(item);
    box.hidden = false;
    return { item, bar, word };
  }

  function end(job, state, text, again) {
    job.shown.item.dataset.state = state;
    job.shown.bar.hidden = true;
    job.shown.word.textContent = text;
    if (again) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-quiet btn-sm';
      button.textContent = '重试';
      button.addEventListener('click', () => {
        button.remove();
        delete job.shown.item.dataset.state;
        job.shown.bar.hidden = false;
        job.shown.bar.value = 0;
        queue.push(job);
        next();
      });
      job.shown.item.append(button);
    }
  }

  function add(files) {
    const place = form.elements.Place.value;
    Array.from(files).forEach(file => {
      const job = { file, place, shown: entry(file) };
      if (file.size > largest) {
        end(job, 'refused', '超过 ' + form.dataset.largestWords + '，没有上传；请压缩或分成几份');
      } else {
        queue.push(job);
      }
    });
    next();
  }

  function answer(request) {
    try { return JSON.parse(request.responseText); } catch (e) { return null; }
  }

  function next() {
    if (busy) { return; }
    const job = queue.shift();
    if (!job) {
      if (dirty) { dirty = false; refresh(); }
      return;
    }
    busy = true;
    const done = () => { busy = false; next(); };
    const body = new FormData(form);
    body.delete('Files');
    body.set('Place', job.place);
    body.append('Files', job.file, job.file.name);
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', event => {
      if (!event.lengthComputable) { return; }
      const percent = Math.floor(event.loaded / event.total * 100);
      job.shown.bar.value = percent;
      job.shown.word.textContent = percent < 100 ? percent + '%' : '正在检查和保存';
    });
    request.addEventListener('load', () => {
      const said = answer(request);
      if (request.status === 200 && said && said.faults) {
        dirty = true;
        end(job, 'stored', said.remarks.length > 0 ? '已上传。' + said.remarks.join('；') : '已上传');
      } else if (said && (said.faults || said.message)) {
        end(job, 'refused', said.message || said.faults.join('；'), request.status === 409);
      } else if (request.status === 404) {
        end(job, 'refused', '所选的位置已被删除，请刷新页面后重新选择');
      } else {
        end(job, 'refused', '没有上传，登录可能已过期；请刷新页面后重试');
      }
      done();
    });
    request.addEventListener('error', () => { end(job, 'refused', '网络中断，或选的是文件夹，没有上传', true); done(); });
    request.send(body);
  }

  // The list as the server shows it now; what is being uploaded stays on the page.
  function refresh() {
    fetch(location.href.split('#')[0], { credentials: 'same-origin' }).then(r => r.ok ? r.text() : Promise.reject(r.status)).then(text => {
      const fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('evidence-list');
      const old = document.getElementById('evidence-list');
      if (fresh && old) { old.replaceWith(document.importNode(fresh, true)); }
    }).catch(() => location.reload());
  }

  input.addEventListener('change', () => {
    add(input.files);
    input.value = '';
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (input.files.length > 0) { add(input.files); input.value = ''; } else { input.click(); }
  });

  // A file that misses the form must not replace the page.
  const carries = event => event.dataTransfer && Array.from(event.dataTransfer.types).includes('Files');
  let inside = 0;
  window.addEventListener('dragenter', event => { if (carries(event)) { inside++; form.classList.add('is-over'); } });
  window.addEventListener('dragleave', event => { if (carries(event) && --inside <= 0) { inside = 0; form.classList.remove('is-over'); } });
  window.addEventListener('dragover', event => { if (carries(event)) { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; } });
  window.addEventListener('drop', event => {
    if (!carries(event)) { return; }
    event.preventDefault();
    inside = 0;
    form.classList.remove('is-over');
    add(event.dataTransfer.files);
  });

  window.addEventListener('beforeunload', event => {
    if (busy || queue.length > 0) { event.preventDefault(); event.returnValue = ''; }
  });
})();
