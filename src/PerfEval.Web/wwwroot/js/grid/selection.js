// The active cell, the range, the keyboard and the one text field that is always focused while one works in the grid:
// invisible while one moves about, so that the first key of a Chinese input method is not lost, and the cell's own
// content once one types.
(function (G) {
  'use strict';

  class Selection {
    constructor(store, table, frame, editor, settings) {
      Object.assign(this, { store, table, frame, editor, settings, active: null, anchor: null, editing: null, composing: false });
      frame.addEventListener('mousedown', e => this.mouseDown(e));
      frame.addEventListener('mousemove', e => this.mouseMove(e));
      frame.addEventListener('dblclick', e => { if (this.at(e)) { e.preventDefault(); this.edit(true); } });
      editor.addEventListener('keydown', e => this.key(e));
      editor.addEventListener('input', () => this.typed());
      editor.addEventListener('compositionstart', () => { this.composing = true; if (!this.editing) { this.edit(false); } });
      editor.addEventListener('compositionend', () => { this.composing = false; this.typed(); });
      editor.addEventListener('focus', () => { if (!this.active) { this.start(); } this.frame.classList.add('is-focused'); this.table.show(this.active.id).then(() => this.mark()); });
      editor.addEventListener('blur', () => { this.commit(); this.frame.classList.remove('is-focused'); this.leaveRow(null); });
      store.addEventListener('redrawn', () => this.mark());
      store.addEventListener('scrolled', () => this.place());
      window.addEventListener('scroll', () => this.place(), { passive: true });
    }

    columns() { return this.store.columns.filter(c => this.settings.shows(c.name)); }

    column(name) { return this.store.columns.find(c => c.name === name); }

    start() {
      const lines = this.table.lines();
      const first = lines.find(id => this.store.isBlank(this.store.row(id))) || lines[0];
      this.anchor = this.active = { id: first, column: this.columns()[0].name };
      this.table.activeId = first;
      this.mark();
    }

    at(event) {
      const cell = event.target.closest('.tabulator-cell');
      const row = cell && cell.closest('.tabulator-row');
      if (!cell || !row || row.classList.contains('tabulator-calcs')) { return null; }
      const index = Array.from(row.parentElement.children).indexOf(row);
      const found = index < 0 ? null : this.table.table.getRows('visible').concat(this.table.table.getRows()).find(r => r.getElement() === row);
      const item = found && found.getData();
      const name = cell.getAttribute('tabulator-field');
      return item && item.kind === 'line' ? { id: item.key, column: name } : null;
    }

    mouseDown(event) {
      if (event.target === this.editor || event.button !== 0 || event.target.closest('a')) { return; }
      const hit = this.at(event);
      if (!hit) { return; }
      this.commit();
      this.tabbedFrom = null;
      if (!this.column(hit.column)) {
        this.go(hit.id, this.columns()[0].name);
        this.anchor = { id: hit.id, column: this.columns()[this.columns().length - 1].name };
        if (hit.column === 'number') { this.focus(); this.mark(); return; }
      } else {
        this.go(hit.id, hit.column, event.shiftKey);
        this.dragging = true;
        window.addEventListener('mouseup', () => { this.dragging = false; }, { once: true });
      }
      event.preventDefault();
      this.focus();
    }

    mouseMove(event) {
      const hit = this.dragging && this.at(event);
      if (hit && this.column(hit.column)) { this.go(hit.id, hit.column, true); }
    }

    focus() { this.editor.focus({ preventScroll: true }); }

    // Makes a cell the active one; extend keeps the other corner of the range.
    go(id, column, extend) {
      const left = this.active && this.active.id !== id ? this.active.id : null;
      if (!extend) { this.anchor = { id, column }; }
      this.active = { id, column };
      this.table.activeId = this.table.lastId = id;
      if (left) { this.leaveRow(left); }
      this.table.show(id).then(() => this.mark());
      this.mark();
      this.store.tell('active', this.active);
    }

    // id: the row that was left for another one; null when the grid itself was left.
    leaveRow(id) {
      if (id === null) { this.table.activeId = null; }
      this.table.layoutSoon();
      this.store.tell('left', id);
    }

    // Rows and columns between the two corners.
    range() {
      if (!this.active) { return { rows: [], columns: [] }; }
      const lines = this.table.lines();
      const names = this.columns().map(c => c.name);
      const span = (list, a, b) => { const [x, y] = [list.indexOf(a), list.indexOf(b)].sort((m, n) => m - n); return list.slice(Math.max(x, 0), y + 1); };
      return { rows: span(lines, this.anchor.id, this.active.id), columns: span(names, this.anchor.column, this.active.column) };
    }

    isMany() { const r = this.range(); return r.rows.length > 1 || r.columns.length > 1; }

    mark() {
      this.frame.querySelectorAll('.is-active, .is-in-range').forEach(cell => cell.classList.remove('is-active', 'is-in-range'));
      if (!this.active || !this.store.row(this.active.id)) { return; }
      const range = this.range();
      if (range.rows.length * range.columns.length > 1) {
        range.rows.forEach(id => range.columns.forEach(name => { const cell = this.table.cell(id, name); if (cell) { cell.classList.add('is-in-range'); } }));
      }
      const cell = this.table.cell(this.active.id, this.active.column);
      if (cell) { cell.classList.add('is-active'); }
      this.describe();
      this.place();
    }

    // What a screen reader says about the cell.
    describe() {
      const row = this.store.row(this.active.id);
      const column = this.column(this.active.column);
      const value = column.computed ? (row.saved ? (column.name === 'Balance' ? row.saved.amounts.Balance.yuan : row.saved.rate.text) : '') : row.typed[column.name];
      const fault = row.faults.find(f => f.column === column.name);
      this.editor.setAttribute('aria-label', `第${this.table.numberOf(row.id)}行 ${column.word}：${value || '空'}${column.computed ? '，只读' : ''}${fault ? '，' + fault.message : ''}`);
    }

    place() {
      const cell = this.active && this.table.cell(this.active.id, this.active.column);
      if (!cell || !cell.isConnected) { return; }
      const [box, frame] = [cell.getBoundingClientRect(), this.frame.getBoundingClientRect()];
      const style = this.editor.style;
      const view = this.frame.querySelector('.tabulator-tableholder').getBoundingClientRect();
      if (!this.editing && (box.bottom > view.bottom + 2 || box.top < view.top - 2)) { style.left = style.top = '0px'; return; }
      style.left = box.left - frame.left + 'px';
      style.top = box.top - frame.top + 'px';
      style.width = box.width + 'px';
      style.height = (this.editing ? Math.max(box.height, Math.min(this.editor.scrollHeight, 160)) : box.height) + 'px';
    }

    // keep: start from what stands in the cell (F2, double click); else what is typed replaces it.
    edit(keep) {
      this.inYuan();
      const row = this.active && this.store.row(this.active.id);
      const column = row && this.column(this.active.column);
      if (!column || column.computed) { if (!keep) { this.editor.value = ''; } if (column) { this.store.tell('notice', `“${column.word}”由系统计算，不用填写。`); } return false; }
      this.editing = { id: row.id, column: column.name, keep };
      this.store.editingId = row.id;
      if (keep) { this.editor.value = row.typed[column.name]; this.editor.setSelectionRange(this.editor.value.length, this.editor.value.length); }
      this.editor.classList.add('is-editing');
      this.editor.classList.toggle('is-number', column.number);
      this.place();
      return true;
    }

    // What is typed is 元: one must not type into a table that shows 万元.
    inYuan() { if (this.settings.unit === 'wan') { this.store.tell('inYuan'); } }

    typed() {
      if (!this.editing && this.editor.value !== '' && !this.edit(false)) { return; }
      if (!this.editing) { return; }
      this.place();
      this.store.drafts.keepEditing({ id: this.editing.id, column: this.editing.column, text: this.editor.value });
      if (!this.composing) { this.complete(); }
    }

    // Completes what was begun from what already stands in the column, as Excel does; the addition is selected.
    complete() {
      const { column, keep } = this.editing;
      const text = this.editor.value;
      const grows = text.length > (this.before || '').length;
      this.before = text;
      if (keep || !grows || !['ActivityGroup', 'ImplementingUnit'].includes(column) || this.editor.selectionStart !== text.length) { return; }
      const known = new Set(this.table.lines().map(id => this.store.row(id).typed[column]).filter(value => value.length > text.length && value.startsWith(text)));
      if (known.size === 1) {
        this.editor.value = [...known][0];
        this.editor.setSelectionRange(text.length, this.editor.value.length);
      }
    }

    commit() {
      if (!this.editing) { return; }
      const { id, column } = this.editing;
      const text = this.editor.value.replace(/\r\n?/g, '\n');
      this.stop();
      if (this.store.row(id)) { this.store.change([{ id, typed: { [column]: text } }], '录入'); }
    }

    stop() {
      this.editing = null;
      this.store.editingId = null;
      this.before = '';
      this.editor.value = '';
      this.editor.classList.remove('is-editing', 'is-number');
      this.store.drafts.keepEditing(null);
      this.place();
    }

    move(rows, columns, extend) {
      const lines = this.table.lines();
      const names = this.columns().map(c => c.name);
      const r = Math.max(0, Math.min(lines.length - 1, lines.indexOf(this.active.id) + rows));
      const c = Math.max(0, Math.min(names.length - 1, names.indexOf(this.active.column) + columns));
      this.go(lines[r], names[c], extend);
    }

    // To the next cell one fills; false at the very end or start, where Tab leaves the grid.
    next(step) {
      const lines = this.table.lines();
      const names = this.columns().filter(c => !c.computed).map(c => c.name);
      const all = this.columns().map(c => c.name);
      let r = lines.indexOf(this.active.id);
      let c = names.indexOf(this.active.column);
      if (c < 0) { c = names.findIndex(name => all.indexOf(name) > all.indexOf(this.active.column)) - (step > 0 ? 1 : 0); if (c < -1) { c = names.length - 1; } }
      c += step;
      if (c >= names.length) { r++; c = 0; }
      if (c < 0) { r--; c = names.length - 1; }
      if (r < 0 || r >= lines.length) { return false; }
      this.go(lines[r], names[c]);
      return true;
    }

    // After a run of Tabs, Enter goes back to the column where it began, one line below, as in Excel.
    enter(back) {
      const lines = this.table.lines();
      const below = lines[lines.indexOf(this.active.id) + 1];
      if (this.settings.enter === 'down' && this.tabbedFrom && !back && below) { this.go(below, this.tabbedFrom); return; }
      if (this.settings.enter === 'right') { this.next(back ? -1 : 1); } else { this.move(back ? -1 : 1, 0); }
    }

    edge(direction, extend) {
      const lines = this.table.lines();
      const names = this.columns().map(c => c.name);
      const to = { ArrowUp: [lines[0], this.active.column], ArrowDown: [lines[lines.length - 1], this.active.column], ArrowLeft: [this.active.id, names[0]], ArrowRight: [this.active.id, names[names.length - 1]] }[direction];
      this.go(to[0], to[1], extend);
    }

    key(event) {
      if (event.isComposing || this.composing || event.keyCode === 229) { return; }
      const ctrl = event.ctrlKey || event.metaKey;
      const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
      const done = () => { event.preventDefault(); event.stopPropagation(); };
      if (arrows[event.key] || ctrl || /^(Home|End|Page)/.test(event.key)) { this.tabbedFrom = null; }
      if (event.key !== 'Escape') { this.escaped = false; }
      if (this.editing) {
        if (event.key === 'Enter' && event.altKey) { done(); this.editor.setRangeText('\n', this.editor.selectionStart, this.editor.selectionEnd, 'end'); this.typed(); return; }
        if (event.key === 'Enter') { done(); this.commit(); this.enter(event.shiftKey); return; }
        if (event.key === 'Tab') { this.tabbedFrom = this.tabbedFrom || this.active.column; this.commit(); if (this.next(event.shiftKey ? -1 : 1)) { done(); } return; }
        if (event.key === 'Escape') { done(); this.stop(); this.mark(); return; }
        if (ctrl && event.key.toLowerCase() === 's') { done(); this.commit(); this.store.tell('save'); return; }
        if (arrows[event.key] && !this.editing.keep && !ctrl && !event.shiftKey) { done(); this.commit(); this.move(...arrows[event.key]); }
        return;
      }
      if (!this.active) { return; }
      if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) { done(); this.store.tell('shift', arrows[event.key][0]); return; }
      if (arrows[event.key]) {
        done();
        if (ctrl) { this.edge(event.key, event.shiftKey); } else { this.move(...arrows[event.key], event.shiftKey); }
        return;
      }
      if (ctrl && !event.altKey) { this.command(event, done); return; }
      switch (event.key) {
        case 'Tab': this.tabbedFrom = this.tabbedFrom || this.active.column; if (this.next(event.shiftKey ? -1 : 1)) { done(); } break;
        case 'Enter': done(); this.enter(event.shiftKey); break;
        case 'F2': done(); this.edit(true); break;
        case 'Escape': done(); this.escape(); break;
        case 'Delete': case 'Backspace': done(); this.clear(); break;
        case 'Home': done(); this.edge('ArrowLeft', event.shiftKey); break;
        case 'End': done(); this.edge('ArrowRight', event.shiftKey); break;
        case 'PageUp': done(); this.move(-12, 0, event.shiftKey); break;
        case 'PageDown': done(); this.move(12, 0, event.shiftKey); break;
        default: if (event.key.length === 1) { this.editor.value = ''; }
      }
    }

    // Once gives up the range, twice leaves the grid.
    escape() {
      if (this.escaped) { this.escaped = false; this.frame.dispatchEvent(new CustomEvent('leave', { bubbles: true })); return; }
      this.escaped = true;
      this.go(this.active.id, this.active.column);
    }

    command(event, done) {
      const command = { z: 'undo', y: 'redo', d: 'fill', s: 'save', a: 'all', '-': 'removeRows', '+': 'insertRow', '=': 'insertRow', Home: 'first', End: 'last' }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!command) { return; }
      done();
      const lines = this.table.lines();
      const names = this.columns().map(c => c.name);
      if (command === 'fill') { this.fill(); return; }
      if (command === 'first') { this.go(lines[0], names[0], event.shiftKey); return; }
      if (command === 'last') { this.go(lines[lines.length - 1], names[names.length - 1], event.shiftKey); return; }
      if (command === 'all') { this.anchor = { id: lines[0], column: names[0] }; this.go(lines[lines.length - 1], names[names.length - 1], true); return; }
      this.store.tell(command === 'undo' && event.shiftKey ? 'redo' : command);
    }

    entered(columns) { return columns.filter(name => !this.column(name).computed); }

    clear() {
      const { rows, columns } = this.range();
      const names = this.entered(columns);
      this.store.change(rows.map(id => ({ id, typed: Object.fromEntries(names.map(name => [name, ''])) })), '清除');
    }

    // Ctrl+D: the top row of the range into the rows below it; a single cell takes the one above.
    fill() {
      const { rows, columns } = this.range();
      const lines = this.table.lines();
      const from = rows.length > 1 ? rows[0] : lines[lines.indexOf(rows[0]) - 1];
      if (!from) { return; }
      const source = this.store.row(from).typed;
      const names = this.entered(columns);
      this.store.change((rows.length > 1 ? rows.slice(1) : rows).map(id => ({ id, typed: Object.fromEntries(names.map(name => [name, source[name]])) })), '向下填充');
    }
  }

  G.Selection = Selection;
})(window.LineGrid);
