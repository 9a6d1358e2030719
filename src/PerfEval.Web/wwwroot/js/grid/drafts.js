// What was typed and is not saved yet is kept in this browser, per person and project, until the server has it. Each tab
// writes under its own name and says every two seconds that it lives; what a dead tab left behind is offered back.
(function () {
  'use strict';
  const Alive = 6000;

  class Drafts {
    constructor(user, project) {
      this.prefix = `perfeval.lines:${user}:${project}:`;
      this.key = this.prefix + Math.random().toString(36).slice(2);
      this.kept = { beat: 0, at: 0, rows: {}, deleted: {}, editing: null };
      this.works = this.write();
      setInterval(() => { if (!this.isEmpty()) { this.write(); } }, 2000);
      window.addEventListener('pagehide', () => { if (!this.isEmpty()) { this.write(0); } });
    }

    isEmpty() {
      return !this.kept.editing && Object.keys(this.kept.rows).length === 0 && Object.keys(this.kept.deleted).length === 0;
    }

    // Keeps a row as it is typed: { seen, typed, before }.
    keep(id, row) { this.kept.rows[id] = row; delete this.kept.deleted[id]; this.kept.at = Date.now(); this.soon(); }

    keepDeletion(id, seen) { delete this.kept.rows[id]; this.kept.deleted[id] = { seen }; this.kept.at = Date.now(); this.soon(); }

    // The text in the cell that is being edited: { id, column, text }.
    keepEditing(editing) {
      if (!editing && !this.kept.editing) { return; }
      this.kept.editing = editing;
      this.kept.at = Date.now();
      this.write();
    }

    forget(id) {
      if (!(id in this.kept.rows) && !(id in this.kept.deleted)) { return; }
      delete this.kept.rows[id];
      delete this.kept.deleted[id];
      this.soon();
    }

    // A paste changes thousands of rows in one breath: written once, before anything else can happen.
    soon() {
      if (this.waits) { return; }
      this.waits = true;
      queueMicrotask(() => { this.waits = false; this.works = this.write(); });
    }

    write(beat = Date.now()) {
      try {
        if (this.isEmpty()) { localStorage.removeItem(this.key); return true; }
        localStorage.setItem(this.key, JSON.stringify(Object.assign({}, this.kept, { beat })));
        return true;
      } catch (full) {
        return false;
      }
    }

    // What other tabs left behind unsaved; the newest first.
    left() {
      const found = [];
      try {
        for (let i = 0; i < localStorage.length; i++) {
          const key = localStorage.key(i);
          if (!key.startsWith(this.prefix) || key === this.key) { continue; }
          const kept = JSON.parse(localStorage.getItem(key));
          if (Date.now() - kept.beat > Alive) { found.push(Object.assign(kept, { key })); }
        }
      } catch (broken) { /* nothing to offer */ }
      return found.sort((a, b) => b.at - a.at);
    }

    drop(left) { left.forEach(kept => localStorage.removeItem(kept.key)); }
  }

  window.LineGrid = { Drafts };
})();
