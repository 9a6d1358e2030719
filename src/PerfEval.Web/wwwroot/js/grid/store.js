// The lines as the person sees them: what the server stores, what was typed since, and what became of it. No rule and no
// sum is computed here; both come from the server with every answer.
(function (G) {
  'use strict';

  const uuid = () => {
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 0x0f) | 0x40;
    b[8] = (b[8] & 0x3f) | 0x80;
    const h = Array.from(b, x => x.toString(16).padStart(2, '0')).join('');
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
  };

  class Store extends EventTarget {
    constructor(columns, drafts) {
      super();
      this.columns = columns;
      this.entered = columns.filter(c => !c.computed).map(c => c.name);
      this.drafts = drafts;
      this.rows = new Map();
      this.order = [];
      this.deleted = new Map();
      this.groups = new Map();
      this.total = null;
      this.money = null;
      this.undoSteps = [];
      this.redoSteps = [];
      this.editingId = null;
    }

    tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail })); }

    row(id) { return this.rows.get(id); }

    isBlank(row) { return !row.saved && this.entered.every(c => !row.typed[c]); }

    isDirty(row) { return row.saved ? this.entered.some(c => row.typed[c] !== row.saved.typed[c]) : !this.isBlank(row); }

    pending() {
      return this.order.map(id => this.row(id)).filter(row => this.isDirty(row));
    }

    newRow(typed, id) {
      const row = { id: id || uuid(), saved: null, typed: {}, state: 'blank', faults: [], theirs: undefined, before: null };
      this.entered.forEach(c => { row.typed[c] = (typed && typed[c]) || ''; });
      return row;
    }

    // The empty row at the end, in which the next line is typed.
    blank() {
      const last = this.row(this.order[this.order.length - 1]);
      if (last && this.isBlank(last)) { return last; }
      const row = this.newRow();
      this.rows.set(row.id, row);
      this.order.push(row.id);
      return row;
    }

    // Takes everything the server has; what was typed and is not saved stays.
    load(state) {
      const server = new Map(state.rows.map(r => [r.id, r]));
      const own = this.order.filter(id => !server.has(id) && (this.isDirty(this.row(id)) || this.isBlank(this.row(id)) || this.editingId === id));
      for (const [id, row] of this.rows) {
        if (!server.has(id) && !own.includes(id)) { this.rows.delete(id); }
      }
      server.forEach((theirs, id) => {
        const row = this.row(id);
        if (this.deleted.has(id)) { return; }
        if (!row) {
          this.rows.set(id, { id, saved: theirs, typed: Object.assign({}, theirs.typed), state: 'saved', faults: [], before: null });
        } else if (!this.isDirty(row) && this.editingId !== id) {
          // A line one is typing in stays as one saw it: a colleague's change of it is met when it is saved.
          const changed = row.saved.version !== theirs.version;
          this.take(row, theirs);
          if (changed) { this.tell('row', row); }
        }
      });
      this.order = state.rows.map(r => r.id).filter(id => this.rows.has(id)).concat(own);
      this.sums(state);
      this.blank();
      this.tell('layout');
    }

    // The row is now what the server says; sent: what was asked for, when it was this browser that saved it.
    take(row, theirs, sent) {
      const changed = sent && this.entered.some(c => row.typed[c] !== sent[c]);
      if (!changed) { row.typed = Object.assign({}, theirs.typed); }
      row.saved = theirs;
      row.faults = [];
      row.theirs = undefined;
      row.before = null;
      row.state = this.isDirty(row) ? 'dirty' : 'saved';
      this.keep(row);
    }

    sums(state) {
      this.groups = new Map(state.groups.map(g => [g.name, g]));
      this.total = state.total;
      this.money = state.money;
      this.stamp = state.stamp;
      this.tell('sums');
    }

    // What we believe the server has, to be compared with its stamp.
    ownStamp() {
      let count = 0;
      let versions = 0;
      this.rows.forEach(row => { if (row.saved) { count++; versions += row.saved.version; } });
      this.deleted.forEach(seen => { count++; versions += seen; });
      return `${count}:${versions}`;
    }

    keep(row) {
      if (this.isDirty(row)) {
        this.drafts.keep(row.id, { seen: row.saved ? row.saved.version : null, typed: row.typed, before: row.before });
      } else {
        this.drafts.forget(row.id);
      }
    }

    // One act of the person: [{ id, typed: { column: text } }] changes rows, typed null deletes one, an unknown id adds
    // one (before: the row it stands before), moveTo puts one before another. It is undone as one.
    change(changes, word) {
      const undo = this.apply(changes);
      if (undo.length === 0) { return; }
      this.undoSteps.push({ word, undo, redo: changes });
      if (this.undoSteps.length > 200) { this.undoSteps.shift(); }
      this.redoSteps = [];
      this.tell('changed', { word });
    }

    undo() { return this.replay(this.undoSteps, this.redoSteps, 'undo', 'redo'); }

    redo() { return this.replay(this.redoSteps, this.undoSteps, 'redo', 'undo'); }

    replay(from, to, direction, opposite) {
      const step = from.pop();
      if (!step) { return null; }
      const inverse = this.apply(step[direction]);
      to.push({ word: step.word, [direction]: step[direction], [opposite]: inverse });
      this.tell('changed', { word: step.word });
      return step.word;
    }

    // Returns what would take it back.
    apply(changes) {
      const inverse = [];
      changes.forEach(change => {
        const row = this.row(change.id);
        if ('moveTo' in change) {
          if (row && row.saved) { inverse.unshift({ id: row.id, moveTo: this.after(row.id) }); this.move(row.id, change.moveTo); }
        } else if (change.typed === null) {
          if (!row) { return; }
          inverse.unshift({ id: row.id, typed: Object.assign({}, row.typed), before: this.after(row.id) });
          this.remove(row);
        } else if (row) {
          const before = {};
          Object.keys(change.typed).forEach(c => {
            if (row.typed[c] !== change.typed[c]) { before[c] = row.typed[c]; row.typed[c] = change.typed[c]; }
          });
          if (Object.keys(before).length > 0) {
            inverse.unshift({ id: row.id, typed: before });
            this.touched(row);
          }
        } else {
          inverse.unshift({ id: change.id, typed: null });
          this.insert(change);
        }
      });
      this.blank();
      this.tell('layout');
      return inverse;
    }

    insert(change) {
      const row = this.newRow(change.typed, change.id);
      const at = change.before ? this.order.indexOf(change.before) : -1;
      row.before = at >= 0 ? change.before : null;
      const last = this.row(this.order[this.order.length - 1]);
      this.order.splice(at >= 0 ? at : last && this.isBlank(last) ? this.order.length - 1 : this.order.length, 0, row.id);
      this.rows.set(row.id, row);

      // A deletion that the server does not know yet is simply taken back.
      if (this.deleted.has(row.id)) {
        row.saved = this.deletedRows.get(row.id);
        this.deleted.delete(row.id);
      }
      this.touched(row);
    }

    remove(row) {
      if (row.saved) {
        this.deleted.set(row.id, row.saved.version);
        (this.deletedRows = this.deletedRows || new Map()).set(row.id, row.saved);
        this.drafts.keepDeletion(row.id, row.saved.version);
      } else {
        this.drafts.forget(row.id);
      }
      this.rows.delete(row.id);
      this.order = this.order.filter(id => id !== row.id);
    }

    // Before another line, or after the last one.
    move(id, before) {
      this.order = this.order.filter(x => x !== id);
      const at = before ? this.order.indexOf(before) : -1;
      this.order.splice(at >= 0 ? at : this.order.length - 1, 0, id);
      this.tell('moving', { id, before: at >= 0 ? before : null });
    }

    after(id) {
      const next = this.order[this.order.indexOf(id) + 1];
      return next && this.row(next).saved ? next : null;
    }

    touched(row) {
      row.faults = [];
      row.state = this.isDirty(row) ? (row.theirs !== undefined ? 'conflict' : 'dirty') : row.saved ? 'saved' : 'blank';
      this.keep(row);
      this.tell('row', row);
    }
  }

  G.Store = Store;
  G.uuid = uuid;
})(window.LineGrid);
