// Rows save themselves: one request at a time, all waiting rows in it. Refused rows are marked and the others go again;
// a lost network or a lost session keeps everything and tries again.
(function (G) {
  'use strict';

  class Saving {
    constructor(store, address, token) {
      Object.assign(this, { store, address, token, busy: false, again: false, held: () => false, moves: [], problem: null, retries: 0, epoch: 0 });
      store.addEventListener('changed', () => this.soon());
      window.addEventListener('online', () => this.flush());
      window.addEventListener('focus', () => { if (!this.busy) { this.refresh(); } });
      document.addEventListener('visibilitychange', () => { if (document.hidden) { this.flush(); } });
      setInterval(() => { if (!this.busy && !document.hidden) { this.refresh(); } }, 60000);
    }

    soon() { clearTimeout(this.timer); this.timer = setTimeout(() => this.flush(), 120); }

    async ask(handler, body) {
      const url = this.address + (handler ? '?handler=' + handler : '');
      const headers = { Accept: 'application/json' };
      if (body) { Object.assign(headers, { 'Content-Type': 'application/json', RequestVerificationToken: this.token }); }
      const answer = await fetch(url, { method: body ? 'POST' : 'GET', headers, body: body && JSON.stringify(body), redirect: 'error', cache: 'no-store' });
      const isJson = (answer.headers.get('content-type') || '').includes('json');
      return { status: answer.status, data: isJson ? await answer.json() : null };
    }

    // Rows that wait, as they shall be sent.
    waiting() {
      const changes = [];
      this.store.deleted.forEach((seen, id) => changes.push({ id, seen, typed: null, before: null }));
      this.store.pending().forEach(row => {
        if (row.state === 'error' || row.state === 'conflict' || this.held(row)) { return; }
        changes.push({ id: row.id, seen: row.saved ? row.saved.version : null, typed: Object.assign({}, row.typed), before: row.before });
      });
      return changes;
    }

    async flush() {
      clearTimeout(this.timer);
      if (this.busy) { this.again = true; return; }
      const changes = this.waiting();
      if (changes.length === 0 && this.moves.length === 0) { return; }
      this.busy = true;
      this.again = false;
      this.epoch++;
      try {
        if (changes.length > 0) { await this.send(changes); }
        while (!this.problem && this.moves.length > 0) { await this.sendMove(this.moves[0]); }
      } finally {
        this.busy = false;
      }
      if (this.again || (!this.problem && this.waiting().length > 0)) { this.soon(); }
      this.store.tell('saving');
    }

    // Until nothing waits any more, or nothing more can be done.
    async settle() {
      for (let i = 0; i < 20 && !this.problem && (this.busy || this.waiting().length > 0); i++) {
        if (this.busy) { await new Promise(resolve => setTimeout(resolve, 50)); } else { await this.flush(); }
      }
    }

    async send(changes) {
      changes.forEach(c => { const row = this.store.row(c.id); if (row) { row.state = 'saving'; this.store.tell('row', row); } });
      this.store.tell('saving');
      let answer;
      try {
        answer = await this.ask('Save', changes);
      } catch (lost) {
        // It may have been stored all the same.
        changes.forEach(c => { const row = this.store.row(c.id); if (row && c.typed) { row.unanswered = c.typed; } });
        this.wait(changes, 'offline');
        return;
      }
      if (answer.status === 200) {
        this.saved(changes, answer.data);
      } else if (answer.data && (answer.status === 400 || answer.status === 409)) {
        this.refused(changes, answer.data);
      } else {
        this.wait(changes, answer.status === 401 ? 'signedOut' : answer.status >= 500 ? 'offline' : 'stopped');
      }
    }

    saved(changes, state) {
      this.problem = null;
      this.retries = 0;
      const rows = new Map(state.rows.map(r => [r.id, r]));
      changes.forEach(c => {
        if (!c.typed) {
          this.store.deleted.delete(c.id);
          this.store.drafts.forget(c.id);
          return;
        }
        const row = this.store.row(c.id);
        if (row) { row.unanswered = null; this.store.take(row, rows.get(c.id), c.typed); this.store.tell('row', row); }
      });
      this.store.sums(state);
      this.store.tell('layout');
      if (state.stamp !== this.store.ownStamp()) { this.refresh(); }
    }

    refused(changes, refusal) {
      const whole = refusal.faults.filter(f => f.row === null);
      changes.forEach((c, i) => {
        const row = this.store.row(c.id);
        const faults = refusal.faults.filter(f => f.row === i);
        let stale = refusal.stale.find(s => s.row === i);
        if (row && stale && stale.theirs && row.unanswered && this.store.entered.every(column => row.unanswered[column].trim() === stale.theirs.typed[column])) {
          // What stands there is what this browser sent before the answer was lost: no colleague, go on from it.
          row.saved = stale.theirs;
          stale = undefined;
          this.again = true;
        }
        if (!row) {
          if (stale) { this.store.deleted.delete(c.id); this.store.drafts.forget(c.id); this.store.tell('notice', '要删除的行刚被他人修改，没有删除。'); this.again = true; this.refreshLater = true; }
          return;
        }
        row.faults = faults;
        row.theirs = stale ? stale.theirs : undefined;
        row.state = stale ? 'conflict' : faults.length > 0 ? 'error' : 'dirty';
        this.store.tell('row', row);
      });
      if (whole.length > 0) {
        this.wait(changes, 'stopped', whole.map(f => f.message).join(' '));
      } else {
        this.problem = null;
      }
      if (this.refreshLater) { this.refreshLater = false; this.refresh(); }
    }

    // problem: offline is tried again by itself; signedOut and stopped wait for the person.
    wait(changes, problem, message) {
      changes.forEach(c => { const row = this.store.row(c.id); if (row && row.state === 'saving') { row.state = 'dirty'; this.store.tell('row', row); } });
      this.problem = { kind: problem, message };
      if (problem === 'offline') {
        clearTimeout(this.retry);
        this.retry = setTimeout(() => this.flush(), Math.min(15000, 1000 * 2 ** this.retries++));
      }
      this.store.tell('saving');
    }

    move(id, before) { this.moves.push({ id, before }); this.flush(); }

    async sendMove(move) {
      try {
        const answer = await this.ask('Move', move);
        this.moves.shift();
        if (answer.status === 200) {
          this.store.sums(answer.data);
        } else {
          this.store.tell('notice', answer.data ? answer.data.faults.map(f => f.message).join(' ') : '没有移动，请刷新页面后重试。');
        }
        await this.refresh();
      } catch (lost) {
        this.problem = { kind: 'offline' };
        this.retry = setTimeout(() => { this.problem = null; this.flush(); }, 3000);
      }
    }

    async refresh() {
      const epoch = this.epoch;
      try {
        const answer = await this.ask('', null);

        // What was saved since we asked is newer than the answer.
        if (answer.status === 200 && (this.busy || epoch !== this.epoch)) { setTimeout(() => this.refresh(), 300); } else if (answer.status === 200) { this.store.load(answer.data); }
        if (answer.status === 401) { this.problem = { kind: 'signedOut' }; this.store.tell('saving'); }
        return answer.status;
      } catch (lost) {
        return 0;
      }
    }
  }

  G.Saving = Saving;
})(window.LineGrid);
