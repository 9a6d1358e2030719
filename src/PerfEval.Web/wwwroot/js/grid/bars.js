// What stands around the grid: what is saved and what is not, what is wrong or doubtful in the active line, the money
// panel, and what an earlier visit left unsaved.
(function (G) {
  'use strict';
  const { element } = G;

  function button(word, act, css) {
    const made = element('button', 'btn btn-sm ' + (css || 'btn-plain'), word);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  }

  class Bars {
    constructor(parts) {
      Object.assign(this, parts);
      const { store } = parts;
      ['saving', 'changed', 'row', 'sums'].forEach(name => store.addEventListener(name, () => this.soon()));
      store.addEventListener('active', () => this.showLine());
      store.addEventListener('redrawn', () => this.showLine());
      store.addEventListener('sums', () => this.showMoney());
      store.addEventListener('notice', e => this.notice(e.detail));

      // An offer to take back or to repeat is over once something else was done.
      store.addEventListener('changed', () => this.notices.replaceChildren());
    }

    // One word for everything, beside the grid's heading.
    soon() {
      if (this.waits) { return; }
      this.waits = true;
      requestAnimationFrame(() => { this.waits = false; this.showState(); this.showLine(); });
    }

    counts() {
      const rows = this.table.lines().map(id => this.store.row(id)).filter(Boolean);
      const of = state => rows.filter(r => r.state === state);
      return { conflict: of('conflict'), error: of('error'), waiting: rows.filter(r => r.state === 'dirty' || r.state === 'saving').length + this.store.deleted.size };
    }

    showState() {
      const { conflict, error, waiting } = this.counts();
      const problem = this.saving.problem;
      const text = this.offering ? '有没恢复的录入' : this.saving.busy ? '正在保存…' : waiting + conflict.length + error.length === 0 ? '全部已保存' : `未保存 ${waiting + conflict.length + error.length} 行`;
      if (this.state.textContent !== text) { this.state.textContent = text; }
      this.state.classList.toggle('is-unsaved', this.offering || waiting + conflict.length + error.length > 0);
      const parts = [];
      if (problem && problem.kind === 'offline') { parts.push([this.line('warn', '网络断开，填写的内容已保存在本机，连上后自动保存。'), button('立即重试', () => this.retry())]); }
      if (problem && problem.kind === 'signedOut') {
        const link = element('a', 'btn btn-sm btn-plain', '重新登录');
        Object.assign(link, { href: this.root.dataset.login, target: '_blank', rel: 'opener' });
        parts.push([this.line('warn', '登录已过期，填写的内容已保存在本机。请在新窗口登录后回到这里继续。'), link, button('继续保存', () => this.retry())]);
      }
      if (problem && problem.kind === 'stopped') { parts.push([this.line('error', (problem.message || '没有保存：项目已不能修改或您已无权修改。') + ' 填写的内容仍在表里。'), button('重试', () => this.retry())]); }
      if (conflict.length > 0) { parts.push([this.line('warn', `${conflict.length} 行刚被他人修改，请决定保留哪一个：`), ...this.links(conflict, row => this.onConflict(row))]); }
      const toFault = row => this.jump(row, row.faults[0] && row.faults[0].column);
      if (error.length > 0 && error.length <= 3) {
        error.forEach(row => parts.push([this.line('error', '有误，还没有保存：'), ...this.links([row], toFault), element('span', '', row.faults.map(f => f.message).join('；'))]));
      } else if (error.length > 0) {
        parts.push([this.line('error', `${error.length} 行有误，还没有保存：`), ...this.links(error, toFault)]);
      }
      this.fill(this.problems, parts);
    }

    retry() { this.saving.problem = null; this.saving.flush().then(() => this.saving.refresh()); }

    line(kind, text) { return element('span', 'mark mark-' + (kind === 'error' ? 'error' : 'doubt'), (kind === 'error' ? '✗ ' : '! ') + text); }

    links(rows, act) {
      return rows.slice(0, 8).map(row => button(`第 ${this.table.numberOf(row.id)} 行`, () => act(row), 'btn-quiet')).concat(rows.length > 8 ? [element('span', 'muted', '……')] : []);
    }

    fill(bar, parts) {
      const text = parts.map(p => p.map(e => e.textContent).join('')).join('|');
      if (bar.dataset.text === text) { return; }
      bar.dataset.text = text;
      bar.replaceChildren(...parts.map(p => { const row = element('div', 'row-of'); row.append(...p); return row; }));
      bar.hidden = parts.length === 0;
    }

    jump(row, column) {
      this.selection.go(row.id, column && this.selection.columns().some(c => c.name === column) ? column : 'Item');
      this.selection.focus();
    }

    // The active line in full, as the formula bar of a spreadsheet: content, faults, doubts.
    showLine() {
      const active = this.selection.active;
      const row = active && this.store.row(active.id);
      if (!row) { return; }
      const column = this.selection.column(active.column);
      const parts = [element('strong', '', `第 ${this.table.numberOf(row.id)} 行“${column.word}”`)];
      if (!column.computed && row.typed[column.name]) { parts.push(element('span', 'grid-content', row.typed[column.name])); }
      row.faults.filter(f => !this.problems.textContent.includes(f.message)).forEach(f => parts.push(this.line('error', f.message)));
      if (row.saved && !this.store.isDirty(row)) { row.saved.doubts.forEach(d => parts.push(this.line('warn', d))); }
      if (row.saved) {
        const link = element('a', '', row.saved.evidence > 0 ? `佐证材料 ${row.saved.evidence} 份` : '上传佐证');
        link.href = `${this.settings.evidence}?line=${row.id}`;
        parts.push(link);
      }
      const text = row.id + parts.map(p => p.textContent).join('|');
      if (this.detail.dataset.text === text) { return; }
      this.detail.dataset.text = text;
      this.detail.replaceChildren(...parts);
    }

    showMoney() {
      const money = this.store.money;
      if (money) {
        // An amount that is not filled in counts as 0 in the sums.
        this.without.textContent = money.without > 0 ? `! ${money.without} 行未填拨款或支出` : '';
        this.without.hidden = money.without === 0;
      }
      const panel = document.querySelector('.money-panel');
      if (!money || !panel) { return; }
      Object.entries(money.figures).forEach(([name, value]) => {
        const span = panel.querySelector(`[data-figure="${name}"]`);
        if (!span) { return; }
        span.textContent = this.settings.unit === 'wan' ? value.wan : value.yuan;
        span.classList.toggle('money-negative', value.isNegative);
      });
      const rate = panel.querySelector('[data-figure="rate"]');
      if (rate) {
        rate.textContent = money.rate.text;
        const bar = rate.parentElement.querySelector('.bar rect:last-child');
        bar.setAttribute('width', money.rate.bar);
        bar.setAttribute('class', money.rate.isOver ? 'bar-over' : 'bar-fill');
        let over = rate.parentElement.querySelector('.over');
        if (money.rate.isOver && !over) { over = element('span', 'over', '超'); rate.before(over); }
        if (!money.rate.isOver && over) { over.remove(); }
      }
      const note = panel.querySelector('.unit-note');
      if (note) { note.textContent = this.settings.unit === 'wan' ? '单位：万元' : '单位：元'; }
      const list = panel.querySelector('.identities');
      if (list) {
        list.replaceChildren(...money.identities.map(i => {
          const li = element('li', 'identity', i.name);
          const [css, word] = i.holds === null ? ['mark-none', '– 待填'] : i.holds ? ['mark-ok', '✓ 相符'] : ['mark-error', `✗ 不符，差 ${i.difference} 元`];
          li.append(element('span', 'mark ' + css, word));
          return li;
        }));
      }
    }

    notice(text, act, word) {
      clearTimeout(this.timer);
      const parts = [element('span', '', text)];
      if (act) { parts.push(button(word, () => { this.notices.replaceChildren(); act(); }, 'btn-quiet')); }
      this.notices.replaceChildren(...parts);
      this.timer = setTimeout(() => this.notices.replaceChildren(), 12000);
    }

    // What was typed before the browser was closed, the network lost or somebody signed out.
    offer(left, restore, drop) {
      const rows = left.flatMap(kept => Object.entries(kept.rows));
      const deleted = left.flatMap(kept => Object.keys(kept.deleted));
      const editing = left.map(kept => kept.editing).filter(Boolean);
      const names = rows.map(([, row]) => row.typed.Item || row.typed.ActivityGroup || '（未填项目）').concat(editing.map(e => e.text)).filter(Boolean);
      const when = new Date(Math.max(...left.map(kept => kept.at)));
      const two = n => String(n).padStart(2, '0');
      const box = element('div', 'notice notice-doubt');
      box.setAttribute('role', 'alert');
      box.append(element('span', '', `${when.getMonth() + 1}月${when.getDate()}日 ${two(when.getHours())}:${two(when.getMinutes())} 有 ${rows.length + deleted.length || editing.length} 行没有保存：${names.slice(0, 4).map(n => `“${n}”`).join('、')}${names.length > 4 ? '……' : ''} `),
        button('恢复并保存', () => { box.remove(); this.offering = false; restore(); this.showState(); }, 'btn-primary'),
        button('放弃', () => { box.remove(); this.offering = false; drop(); this.showState(); }));
      this.offering = true;
      this.frame.before(box);
    }
  }

  Object.assign(G, { Bars });
})(window.LineGrid);
