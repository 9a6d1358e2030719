// Shows the store in a Tabulator table: frozen header and first columns, groups with the server's subtotals, the grand
// total below, widths that are remembered, rows that can be dragged. Cells are drawn from the store by row and column.
(function (G) {
  'use strict';

  const StateWords = { saved: '已保存', dirty: '未保存', saving: '保存中', error: '有误', conflict: '冲突', blank: '' };

  const element = (tag, css, text) => {
    const made = document.createElement(tag);
    if (css) { made.className = css; }
    if (text !== undefined && text !== null) { made.textContent = text; }
    return made;
  };

  function percent(rate) {
    const span = element('span', 'percent');
    if (rate.isOver) { span.append(element('span', 'over', '超')); }
    span.append(element('span', 'percent-figure', rate.text));
    return span;
  }

  class Table {
    constructor(store, host, settings) {
      Object.assign(this, { store, host, settings, items: [], places: new Map(), activeId: null, drawn: Promise.resolve(), shown: [], keys: new Set() });
      this.ready = new Promise(resolve => { this.resolve = resolve; });
      store.addEventListener('row', e => this.redraw(e.detail));
      store.addEventListener('layout', () => this.layoutSoon());
      store.addEventListener('sums', () => this.redrawSums());
    }

    amount(value) {
      const span = element('span', value.isNegative ? 'money money-negative' : 'money', this.settings.unit === 'wan' ? value.wan : value.yuan);
      if (span.textContent === '—') { span.className = 'money money-none'; }
      return span;
    }

    // Lines in groups, in the order in which the groups first appear, as the report prints them. The line one types in
    // stays where it is until one leaves it.
    arrange() {
      const groups = new Map();
      this.store.order.forEach(id => {
        const row = this.store.row(id);
        const place = id === this.activeId && this.places.has(id) ? this.places.get(id) : row.typed.ActivityGroup.trim();
        const name = this.store.isBlank(row) && id !== this.activeId ? null : place;
        this.places.set(id, place);
        if (!groups.has(name)) { groups.set(name, []); }
        groups.get(name).push(row);
      });
      const blanks = groups.get(null) || [];
      groups.delete(null);
      const withHeads = groups.size > 1 || (groups.size === 1 && !groups.has(''));
      const items = [];
      let number = 0;
      groups.forEach((rows, name) => {
        if (withHeads && name) { items.push({ key: 'g:' + name, kind: 'group', name }); }
        rows.forEach(row => items.push({ key: row.id, kind: 'line', number: ++number }));
      });
      blanks.forEach(row => items.push({ key: row.id, kind: 'line', number: ++number }));
      return items;
    }

    lines() { return this.items.filter(i => i.kind === 'line').map(i => i.key); }

    numberOf(id) { const item = this.items.find(i => i.key === id); return item ? item.number : 0; }

    columnDefinitions() {
      const widths = this.settings.widths;
      const amount = this.store.total && this.store.total.allocated.yuan.length > 12 ? 128 : 106;
      // With 数量, 单价 between them the texts give room, so that 结余原因 stands whole in a window of 1366 px; they wrap.
      const tight = this.settings.quantities;
      const sized = (name, width, min) => ({ width: widths[name] || width, minWidth: min || 48 });
      const shown = this.store.columns.map(c => {
        const definition = Object.assign({
          title: c.word, field: c.name, headerSort: false, resizable: 'header', visible: this.settings.shows(c.name),
          cssClass: (c.number ? 'is-number' : 'is-text') + (c.computed ? ' is-computed' : ''), hozAlign: c.number ? 'right' : 'left', headerHozAlign: c.number ? 'right' : 'left',
          formatter: cell => this.draw(cell, c), bottomCalc: () => '', bottomCalcFormatter: cell => this.drawTotal(cell, c),
        }, sized(c.name, { ActivityGroup: tight ? 90 : 108, ImplementingUnit: tight ? 84 : 100, Quantity: 58, Measure: 68, UnitPrice: tight ? 82 : 88, Allocated: amount, Spent: amount, Balance: tight ? 90 : 98, ExecutionRate: 88 }[c.name], c.number ? 60 : 72));
        if (c.name === 'ActivityGroup' || c.name === 'Item') { definition.frozen = true; }
        if (c.name === 'Item') { Object.assign(definition, widths.Item ? {} : { width: tight ? 160 : 200 }); }
        if (c.name === 'BalanceReason' && !widths.BalanceReason) { delete definition.width; Object.assign(definition, { minWidth: tight ? 176 : 120, widthGrow: 1 }); }
        return definition;
      });
      return [
        {
          title: '序号', field: 'number', width: 50, frozen: true, headerSort: false, resizable: false, rowHandle: true, hozAlign: 'right', headerHozAlign: 'right',
          cssClass: 'is-handle', formatter: cell => cell.getData().number ? String(cell.getData().number) : '', bottomCalc: () => '', bottomCalcFormatter: () => '',
        },
        { title: '状态', field: 'state', width: tight ? 78 : 86, frozen: true, headerSort: false, resizable: false, cssClass: 'is-state', formatter: cell => this.drawState(cell), bottomCalc: () => '', bottomCalcFormatter: () => '' },
        ...shown,
        { title: '佐证', field: 'evidence', width: 60, headerSort: false, resizable: false, cssClass: 'is-evidence', formatter: cell => this.drawEvidence(cell), bottomCalc: () => '', bottomCalcFormatter: () => '' },
      ];
    }

    build() {
      this.shown = this.items = this.arrange();
      this.table = new Tabulator(this.host, {
        data: this.items, index: 'key', layout: 'fitColumns', maxHeight: this.settings.height(this.host), columns: this.columnDefinitions(), rowHeight: 31, renderVertical: this.mode = this.items.length > 600 ? 'virtual' : 'basic',
        movableRows: true, selectableRows: false, keybindings: false, placeholder: '', rowFormatter: row => this.dressRow(row), columnCalcs: 'table',
        headerSortElement: '', resizableColumnGuide: true,
      });
      this.table.on('tableBuilt', () => {
        // One stop for the Tab key, in front of the text field: coming from above it leads in, coming from below out.
        this.host.querySelectorAll('.tabulator-tableholder, .tabulator-header').forEach(part => part.removeAttribute('tabindex'));
        const body = this.host.querySelector('.tabulator-table');
        body.tabIndex = 0;
        body.addEventListener('focus', e => this.store.tell('entered', { back: !!e.relatedTarget && e.relatedTarget.classList.contains('grid-editor') }));
        this.keys = new Set(this.shown.map(item => item.key));
        this.resolve();
      });
      this.table.on('columnResized', column => { this.settings.keepWidth(column.getField(), column.getWidth()); });
      this.table.on('rowMoved', row => this.moved(row));
      this.table.on('scrollVertical', () => this.store.tell('scrolled'));
      this.table.on('scrollHorizontal', () => this.store.tell('scrolled'));
      this.table.on('renderComplete', () => this.store.tell('scrolled'));
      return this.ready;
    }

    draw(cell, column) {
      const item = cell.getData();
      if (item.kind === 'group') { return this.drawGroup(item, column); }
      const row = this.store.row(item.key);
      if (!row) { return ''; }
      const fault = row.faults.find(f => f.column === column.name);
      cell.getElement().classList.toggle('has-fault', !!fault);
      cell.getElement().classList.toggle('is-unsaved', !column.computed && !!row.saved && row.typed[column.name] !== row.saved.typed[column.name]);
      if (column.name === 'ExecutionRate') { return row.saved && !this.store.isDirty(row) ? percent(row.saved.rate) : element('span', 'money-none', '—'); }
      if (column.name === 'Balance') { return row.saved ? this.amount(row.saved.amounts.Balance) : ''; }
      const typed = row.typed[column.name];
      if (column.number && row.saved && row.saved.amounts[column.name] && typed === row.saved.typed[column.name]) {
        return typed ? this.amount(row.saved.amounts[column.name]) : '';
      }
      const span = element('span', column.number ? 'money' : 'wraps', typed);
      if (!column.number && typed.length > 6) { span.title = typed; }
      return span;
    }

    drawGroup(item, column) {
      const sums = this.store.groups.get(item.name);
      if (column.name === 'ActivityGroup') { return element('span', 'group-name', item.name); }
      if (!sums) { return ''; }
      if (column.name === 'Item') { return element('span', 'muted', `小计 ${sums.count} 行`); }
      return this.drawSum(sums, column);
    }

    drawSum(sums, column) {
      if (column.name === 'Allocated') { return this.amount(sums.allocated); }
      if (column.name === 'Spent') { return this.amount(sums.spent); }
      if (column.name === 'Balance') { return this.amount(sums.balance); }
      if (column.name === 'ExecutionRate') { return percent(sums.rate); }
      return '';
    }

    drawTotal(cell, column) {
      const total = this.store.total;
      if (!total) { return ''; }
      if (column.name === 'ActivityGroup') { return element('span', '', '合计'); }
      if (column.name === 'Item') { return element('span', '', `${total.count} 行`); }
      return this.drawSum(total, column);
    }

    drawState(cell) {
      const item = cell.getData();
      const row = item.kind === 'line' && this.store.row(item.key);
      if (!row || row.state === 'blank') { return ''; }
      const marks = { saved: '✓', dirty: '●', saving: '…', error: '✗', conflict: '⇄' };
      const span = element('span', 'row-state row-state-' + row.state);
      span.append(element('span', 'row-mark', marks[row.state]), StateWords[row.state]);
      const doubts = row.saved && row.state === 'saved' ? row.saved.doubts : [];
      if (doubts.length > 0) { span.append(element('span', 'row-doubt', '疑')); span.title = doubts.join('；'); }
      if (row.faults.length > 0) { span.title = row.faults.map(f => f.message).join('；'); }
      return span;
    }

    // The files that prove the line; a line that is not stored yet has none.
    drawEvidence(cell) {
      const item = cell.getData();
      const row = item.kind === 'line' && this.store.row(item.key);
      if (!row || !row.saved) { return ''; }
      const link = element('a', row.saved.evidence > 0 ? '' : 'muted', row.saved.evidence > 0 ? `${row.saved.evidence} 份` : '上传');
      link.href = `${this.settings.evidence}?line=${row.id}`;
      link.tabIndex = -1;
      link.setAttribute('aria-label', `${link.textContent}（第 ${item.number} 行的佐证材料）`);
      return link;
    }

    dressRow(row) {
      const item = row.getData();
      const line = item.kind === 'line' && this.store.row(item.key);
      const css = row.getElement().classList;
      css.toggle('group-row', item.kind === 'group');
      css.toggle('blank-row', !!line && line.state === 'blank');
      css.toggle('has-doubt', !!line && !!line.saved && line.saved.doubts.length > 0);
      css.toggle('has-error', !!line && (line.state === 'error' || line.state === 'conflict'));
    }

    redraw(row) {
      const shown = this.table && this.table.initialized && this.rowOf(row.id);
      if (shown) { shown.reformat(); this.store.tell('redrawn', row.id); }
    }

    redrawSums() {
      if (!this.table) { return; }
      this.ready.then(() => {
        this.items.filter(i => i.kind === 'group').forEach(i => { const row = this.rowOf(i.key); if (row) { row.reformat(); } });
        this.table.recalc();
      });
    }

    redrawAll() { this.table.getRows().forEach(row => row.reformat()); this.redrawSums(); }

    layoutSoon() {
      if (this.table) { this.layout(); }
    }

    // items is what the keyboard walks through and changes at once; the drawing follows, several changes in one.
    layout() {
      this.items = this.arrange();
      if (!this.queued) {
        this.queued = true;
        this.drawn = this.drawn.then(() => this.ready).then(() => { this.queued = false; return this.drawItems(); });
      }
      return this.drawn;
    }

    async drawItems() {
      const [before, items] = [this.shown, this.items];
      const same = (item, i) => before[i] && item.key === before[i].key && item.number === before[i].number;
      if (!this.stale && items.length === before.length && items.every(same)) { return; }
      const appends = !this.stale && before.length > 0 && items.length > before.length && before.every((item, i) => same(items[i], i));
      this.stale = false;
      this.shown = items;
      if (items.length > 600 && !(appends && this.mode === 'virtual')) { await this.rebuild(); return; }
      const holder = this.host.querySelector('.tabulator-tableholder');
      const top = holder.scrollTop;
      this.keys = new Set(appends ? this.keys : []);
      if (appends) { await this.table.addData(items.slice(before.length)); } else { await this.table.replaceData(items); }
      this.keys = new Set(items.map(item => item.key));
      holder.scrollTop = top;
      this.redrawSums();
      this.store.tell('redrawn');
    }

    // Drawn anew, in the height there is now.
    redo() {
      this.drawn = this.drawn.then(() => this.ready).then(() => this.rebuild());
      return this.drawn;
    }

    // A long table is drawn in part only, and drawn anew when its order changes: replaced data leaves that part blank.
    async rebuild() {
      this.keys = new Set();
      this.table.destroy();
      this.ready = new Promise(resolve => { this.resolve = resolve; });
      await this.build();
      this.redrawSums();
      await new Promise(resolve => requestAnimationFrame(resolve));
      if (this.lastId) { await this.show(this.lastId); }
      this.store.tell('redrawn');
    }

    // Tabulator's row, once it is drawn.
    rowOf(key) { return this.keys.has(key) ? this.table.getRow(key) || null : null; }

    // A dragged line joins the group into which it was put.
    moved(row) {
      const keys = this.table.getRows().map(r => r.getData());
      const at = keys.findIndex(item => item.key === row.getData().key);
      const next = keys[at + 1];
      const above = keys[at - 1];
      const item = keys[at];
      if (item.kind !== 'line' || this.store.isBlank(this.store.row(item.key))) { this.stale = true; this.layout(); return; }
      const group = above && above.kind === 'group' ? above.name : above ? this.store.row(above.key).typed.ActivityGroup : null;
      const before = next && next.kind === 'line' && !this.store.isBlank(this.store.row(next.key)) ? next.key : null;
      this.store.tell('moved', { id: item.key, before, group });
    }

    cell(id, column) {
      const row = this.rowOf(id);
      const cell = row && row.getCell(column);
      return cell ? cell.getElement() : null;
    }

    async show(id) {
      const place = this.cell(id, 'number');
      const holder = this.host.querySelector('.tabulator-tableholder');
      if (!place || !holder) { return; }
      if (!place.isConnected) { await this.table.scrollToRow(id, 'nearest', false).catch(() => {}); return; }
      const [box, view] = [place.getBoundingClientRect(), holder.getBoundingClientRect()];
      if (box.top < view.top) { holder.scrollTop -= view.top - box.top; }
      if (box.bottom > view.top + holder.clientHeight) { holder.scrollTop += box.bottom - view.top - holder.clientHeight; }
    }
  }

  Object.assign(G, { Table, element, StateWords });
})(window.LineGrid);
