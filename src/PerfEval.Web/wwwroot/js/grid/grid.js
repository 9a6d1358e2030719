// Puts the grid of the spending page together.
(function (G) {
  'use strict';
  const root = document.getElementById('lines');
  if (!root || !window.Tabulator) { return; }

  const columns = JSON.parse(root.dataset.columns);
  const find = name => root.querySelector(`[data-part="${name}"]`);
  const memory = {
    key: 'perfeval.grid:' + root.dataset.user,
    read() { try { return JSON.parse(localStorage.getItem(this.key)) || {}; } catch (broken) { return {}; } },
    write(values) { try { localStorage.setItem(this.key, JSON.stringify(Object.assign(this.read(), values))); } catch (full) { /* only comfort is lost */ } },
  };
  const quantities = ['Quantity', 'Measure', 'UnitPrice'];
  const settings = {
    enter: memory.read().enter || 'down',
    unit: memory.read().unit || 'yuan',
    widths: memory.read().widths || {},
    evidence: root.dataset.evidence,
    quantities: false,
    shows(name) { return this.quantities || !quantities.includes(name); },
    keepWidth(name, width) { this.widths[name] = width; memory.write({ widths: this.widths }); },
    // As much as fits below what stands above, so that total and state stay in view.
    height: host => Math.max(300, window.innerHeight - host.getBoundingClientRect().top - window.scrollY - 84),
  };

  const drafts = new G.Drafts(root.dataset.user, root.dataset.project);
  const store = new G.Store(columns, drafts);
  const saving = new G.Saving(store, root.dataset.rows, root.querySelector('input[name="__RequestVerificationToken"]').value);
  const table = new G.Table(store, find('table'), settings);
  const selection = new G.Selection(store, table, find('frame'), find('editor'), settings);
  const bars = new G.Bars({ root, store, table, selection, saving, settings, state: find('state'), without: find('without'), problems: find('problems'), frame: find('frame'), notices: find('notices'), detail: find('detail'),
    onConflict: row => G.decideConflict(store, table, row, () => selection.focus()) });
  new G.Paste(store, table, selection, saving, root);

  // A new line is not sent before it has its 项目, as long as one is in it.
  saving.held = row => !row.saved && !row.typed.Item && selection.active && selection.active.id === row.id && document.activeElement === selection.editor;
  store.addEventListener('left', () => saving.soon());
  store.addEventListener('save', () => { saving.problem = null; saving.flush(); });
  store.addEventListener('pasted', e => bars.notice(e.detail.faults > 0 ? `已粘贴 ${e.detail.rows} 行，${e.detail.faults} 处有误，已标在表里。` : `已粘贴 ${e.detail.rows} 行。`, () => undo(), '撤销'));

  function undo() { const word = store.undo(); if (word) { bars.notice(`已撤销：${word}`, () => redo(), '重做'); } selection.mark(); }
  function redo() { const word = store.redo(); if (word) { bars.notice(`已重做：${word}`); } selection.mark(); }

  function insertRow() {
    const id = G.uuid();
    const row = selection.active && store.row(selection.active.id);
    if (!row || store.isBlank(row)) { selection.go(store.blank().id, selection.columns()[0].name); selection.focus(); return; }
    store.change([{ id, typed: { ActivityGroup: row.typed.ActivityGroup }, before: row.id }], '插入行');
    table.layout().then(() => { selection.go(id, 'Item'); selection.focus(); });
  }

  function removeRows() {
    const rows = selection.range().rows.filter(id => !store.isBlank(store.row(id)));
    if (rows.length === 0) { return; }
    const lines = table.lines();
    const next = lines[lines.indexOf(rows[rows.length - 1]) + 1];
    store.change(rows.map(id => ({ id, typed: null })), `删除 ${rows.length} 行`);
    selection.go(next, selection.active.column);
    selection.focus();
    bars.notice(`已删除 ${rows.length} 行。`, () => undo(), '撤销');
  }

  Object.entries({ undo, redo, insertRow, removeRows }).forEach(([name, act]) => {
    store.addEventListener(name, act);
    find(name).addEventListener('click', act);
  });

  store.addEventListener('moving', e => saving.move(e.detail.id, e.detail.before));
  store.addEventListener('moved', e => {
    const { id, before, group } = e.detail;
    const joins = group !== null && store.row(id).typed.ActivityGroup !== group ? [{ id, typed: { ActivityGroup: group } }] : [];
    table.stale = true;
    store.change([...joins, { id, moveTo: before }], '移动行');
    selection.go(id, selection.active.column);
  });

  // Alt+↑ and Alt+↓: the line among its neighbours of the same activity.
  store.addEventListener('shift', e => {
    const id = selection.active.id;
    const group = store.row(id).typed.ActivityGroup.trim();
    const mates = table.lines().filter(x => !store.isBlank(store.row(x)) && store.row(x).typed.ActivityGroup.trim() === group);
    const at = mates.indexOf(id);
    const to = at + e.detail;
    if (at < 0 || to < 0 || to >= mates.length) { return; }
    store.change([{ id, moveTo: mates[e.detail < 0 ? to : to + 1] || null }], '移动行');
    table.layout().then(() => selection.go(id, selection.active.column));
  });

  // Enter right or down, 元 or 万元, 数量×单价: how one likes it, remembered for the person on this machine.
  const enter = find('enter');
  enter.value = settings.enter;
  enter.addEventListener('change', () => { settings.enter = enter.value; memory.write({ enter: enter.value }); selection.focus(); });
  const units = root.querySelectorAll('[data-unit]');
  const showUnit = () => units.forEach(b => { b.setAttribute('aria-pressed', String(b.dataset.unit === settings.unit)); });
  units.forEach(b => b.addEventListener('click', () => { settings.unit = b.dataset.unit; memory.write({ unit: settings.unit }); showUnit(); table.redrawAll(); bars.showMoney(); }));
  showUnit();
  const quantity = find('quantities');
  const showQuantities = on => {
    settings.quantities = on;
    quantity.checked = on;
    if (table.table) { quantities.forEach(name => { table.table[on ? 'showColumn' : 'hideColumn'](name); }); selection.mark(); }
  };
  quantity.addEventListener('change', () => showQuantities(quantity.checked));

  store.addEventListener('entered', e => { if (e.detail.back) { wide.focus(); } else { selection.focus(); } });
  root.addEventListener('leave', () => wide.focus());
  store.addEventListener('inYuan', () => { root.querySelector('[data-unit="yuan"]').click(); bars.notice('录入按元，已换成按元显示。'); });
  document.addEventListener('keydown', e => {
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 's' && !e.defaultPrevented) { e.preventDefault(); selection.commit(); saving.flush(); }
  }, true);
  function fit() {
    if (!table.table) { return; }
    table.redo();
  }
  let resized;
  window.addEventListener('resize', () => { clearTimeout(resized); resized = setTimeout(fit, 200); });

  const wide = find('wide');
  const showWide = on => {
    document.documentElement.classList.toggle('is-wide-grid', on);
    wide.setAttribute('aria-pressed', String(on));
    wide.textContent = on ? '还原' : '放大';
  };
  wide.addEventListener('click', () => { const on = wide.getAttribute('aria-pressed') !== 'true'; memory.write({ wide: on }); showWide(on); fit(); selection.focus(); });
  showWide(!!memory.read().wide);

  // 送审 and every other act on this page comes after what was typed: saved first, and not done while something is not.
  document.addEventListener('submit', async event => {
    selection.commit();
    if (store.pending().length + store.deleted.size === 0) { return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    const { target, submitter } = event;
    saving.held = () => false;
    await saving.settle();
    if (store.pending().length + store.deleted.size === 0) { target.requestSubmit(submitter); return; }
    delete target.dataset.sent;
    bars.notice('还有没有保存的行，请先处理表格下方列出的问题。');
  }, true);

  function restore(left) {
    left.forEach(kept => {
      Object.entries(kept.rows).forEach(([id, row]) => {
        const stored = store.row(id);
        if (!stored && row.seen !== null) { const gone = store.newRow(row.typed, id); gone.theirs = null; gone.state = 'conflict'; store.rows.set(id, gone); store.order.splice(store.order.length - 1, 0, id); store.keep(gone); return; }
        if (stored && stored.saved && row.seen !== stored.saved.version) { const theirs = stored.saved; stored.saved = Object.assign({}, theirs, { version: row.seen }); store.change([{ id, typed: row.typed }], '恢复'); return; }
        store.change([{ id, typed: row.typed, before: row.before }], '恢复');
      });
      Object.keys(kept.deleted).forEach(id => { if (store.row(id)) { store.change([{ id, typed: null }], '恢复删除'); } });
      const editing = kept.editing;
      if (editing && editing.text && store.entered.includes(editing.column)) {
        const target = store.row(editing.id) ? editing.id : store.blank().id;
        store.change([{ id: target, typed: { [editing.column]: editing.text } }], '恢复');
      }
    });
    drafts.drop(left);
    store.tell('layout');
    saving.flush();
  }

  // A tab that crashed a moment ago still counts as alive; it is asked once more.
  function offer() {
    const left = drafts.left();
    if (left.length > 0) { bars.offer(left, () => restore(left), () => drafts.drop(left)); bars.showState(); }
    return left.length > 0;
  }

  async function start() {
    const status = await saving.refresh();
    if (!store.total) { bars.notice(status === 0 ? '网络断开，读不到支出明细。' : '读不到支出明细，请刷新页面。', () => window.location.reload(), '刷新'); return; }
    settings.quantities = Array.from(store.rows.values()).some(row => row.typed.Quantity || row.typed.UnitPrice);
    quantity.checked = settings.quantities;
    await table.build();
    const fragment = window.location.hash.slice(1).replace(/^line-/, '');
    const wanted = new URLSearchParams(window.location.search).get('column');
    selection.start();
    if (store.row(fragment)) { selection.go(fragment, columns.some(c => c.name === wanted) ? wanted : 'Item'); selection.focus(); }
    bars.showState();
    bars.showMoney();
    if (!offer()) { setTimeout(offer, 8000); }
    if (!drafts.works) { bars.notice('这台电脑的浏览器不能暂存，断网时没有保存的内容可能丢失，请看到“已保存”再离开。'); }
    root.dataset.ready = 'true';
    performance.mark('grid-ready');
  }

  start();
})(window.LineGrid);
