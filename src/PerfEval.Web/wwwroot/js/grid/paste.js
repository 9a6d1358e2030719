// Copy and paste with Excel and WPS. The server reads the block and says what it understood; nothing changes before the
// person has seen it, and one undo takes it back.
(function (G) {
  'use strict';
  const { element } = G;

  const quoted = text => /[\t\n"]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;

  class Paste {
    constructor(store, table, selection, saving, host) {
      Object.assign(this, { store, table, selection, saving, host });
      const editor = selection.editor;
      editor.addEventListener('copy', e => this.copy(e, false));
      editor.addEventListener('cut', e => this.copy(e, true));
      editor.addEventListener('paste', e => this.paste(e));
    }

    copy(event, cut) {
      if (this.selection.editing || !this.selection.active) { return; }
      event.preventDefault();
      const { rows, columns } = this.selection.range();
      const text = rows.map(id => {
        const row = this.store.row(id);
        return columns.map(name => {
          if (name === 'ExecutionRate') { return row.saved ? row.saved.rate.text : ''; }
          if (name === 'Balance') { return row.saved ? row.saved.amounts.Balance.yuan.replace('−', '-') : ''; }
          return quoted(row.typed[name]);
        }).join('\t');
      }).join('\r\n');
      event.clipboardData.setData('text/plain', text);
      if (cut) { this.selection.clear(); }
    }

    paste(event) {
      if (this.selection.editing || !this.selection.active) { return; }
      event.preventDefault();
      this.selection.inYuan();
      const text = event.clipboardData.getData('text/plain');
      if (!text) { this.store.tell('notice', '剪贴板里没有文字，请在 Excel 或 WPS 中重新复制单元格。'); return; }
      const isCell = !/[\t\n]/.test(text.replace(/\r?\n$/, ''));
      if (isCell) { this.pasteCell(text.replace(/\r?\n$/, '')); } else { this.open(text); }
    }

    pasteCell(text) {
      const { rows, columns } = this.selection.range();
      const names = this.selection.entered(columns);
      if (names.length === 0) { this.store.tell('notice', '结余、执行率由系统计算，没有粘贴。'); return; }
      this.store.change(rows.map(id => ({ id, typed: Object.fromEntries(names.map(name => [name, text.trim()])) })), '粘贴');
    }

    async read(decided) {
      const body = Object.assign({ text: this.text, shown: this.shown, targets: this.targets.map(id => this.store.row(id).typed), columns: null, hasHeader: null, unit: null, fillDown: null }, decided);
      let answer;
      try {
        answer = await this.saving.ask('Read', body);
      } catch (lost) {
        this.store.tell('notice', '网络断开，没有粘贴。请连上网络后重新粘贴。');
        return null;
      }
      if (answer.status === 200) { return answer.data; }
      this.store.tell('notice', answer.data ? answer.data.faults.map(f => f.message).join(' ') : answer.status === 401 ? '登录已过期，没有粘贴。请重新登录后再粘贴。' : '没有粘贴，请刷新页面后重试。');
      return null;
    }

    async open(text) {
      this.text = text;
      const names = this.selection.columns().map(c => c.name);
      const range = this.selection.range();
      this.shown = names.slice(names.indexOf(range.columns[0]));
      const lines = this.table.lines().filter(id => !this.store.isBlank(this.store.row(id)));
      const at = lines.indexOf(range.rows[0]);
      const most = text.split('\n').length;
      this.targets = at < 0 ? [] : lines.slice(at, at + most);
      const block = await this.read({});
      if (!block) { return; }
      if (block.rows.length === 0) { this.store.tell('notice', '粘贴的内容里没有可识别的行。'); return; }
      this.show(block);
    }

    show(block) {
      this.decided = { columns: block.columns.map(c => c.column || ''), hasHeader: block.headerRow > 0, fillDown: block.fillDown };
      const dialog = element('dialog', 'ask paste-preview');
      dialog.setAttribute('aria-labelledby', 'paste-title');
      this.dialog = dialog;
      document.body.append(dialog);
      dialog.addEventListener('close', () => { dialog.remove(); this.selection.focus(); });
      this.fillDialog(block);
      dialog.showModal();
      (dialog.querySelector('.paste-question button') || dialog.querySelector('.btn-primary')).focus();
    }

    fillDialog(block) {
      this.block = block;
      const title = element('h2', '', block.summary);
      title.id = 'paste-title';
      const notes = element('p', 'paste-notes', block.notes.join('；'));
      const parts = [title];
      if (block.notes.length > 0) { parts.push(notes); }
      if (block.question) { parts.push(this.question(block)); }
      parts.push(this.choices(block));
      const preview = this.preview(block);
      const flagged = Array.from(preview.querySelectorAll('.has-error, .has-doubt'));
      if (flagged.length > 0) { parts.push(this.flags(flagged)); }
      parts.push(preview, this.acts(block));
      this.dialog.replaceChildren(...parts);
    }

    question(block) {
      const box = element('div', 'notice notice-doubt paste-question');
      box.setAttribute('role', 'alert');
      box.append(element('span', '', block.question + ' '));
      [['Yuan', '按元粘贴'], ['Wan', '按万元粘贴']].forEach(([unit, word]) => {
        const button = element('button', 'btn btn-plain btn-sm', word);
        button.type = 'button';
        button.addEventListener('click', () => this.decide({ unit }));
        box.append(button);
      });
      return box;
    }

    choices(block) {
      const row = element('div', 'row-of paste-choices');
      const check = (word, on, decide) => {
        const label = element('label', 'row-of');
        const input = element('input', 'form-check-input');
        Object.assign(input, { type: 'checkbox', checked: on });
        input.addEventListener('change', () => this.decide(decide(input.checked)));
        label.append(input, word);
        row.append(label);
      };
      check(block.headerRow > 1 ? `第 ${block.headerRow} 行是表头` : '第一行是表头', block.headerRow > 0, on => ({ hasHeader: on, columns: null }));
      check('空白的活动内容、项目沿用上一行（合并单元格）', block.fillDown, on => ({ fillDown: on }));
      const label = element('label', 'row-of', '金额单位');
      const select = element('select', 'form-select form-select-sm');
      [['Yuan', '元'], ['Wan', '万元']].forEach(([unit, word]) => select.append(new Option(word, unit, false, block.unit === unit)));
      select.addEventListener('change', () => this.decide({ unit: select.value }));
      label.append(select);
      row.append(label);
      return row;
    }

    // Ways to the rows that want a look: in a long block they are out of sight.
    flags(rows) {
      const bar = element('div', 'row-of paste-flags');
      bar.append(element('span', '', '请看：'));
      rows.slice(0, 10).forEach(tr => {
        const button = element('button', 'btn btn-quiet btn-sm', `第 ${tr.firstElementChild.textContent} 行`);
        button.type = 'button';
        button.addEventListener('click', () => tr.scrollIntoView({ block: 'center' }));
        bar.append(button);
      });
      if (rows.length > 10) { bar.append(element('span', 'muted', `等 ${rows.length} 行`)); }
      return bar;
    }

    preview(block) {
      const scroll = element('div', 'ledger-scroll');
      scroll.tabIndex = 0;
      scroll.setAttribute('role', 'region');
      scroll.setAttribute('aria-label', '粘贴预览');
      const table = element('table', 'ledger');
      const head = element('tr');
      head.append(element('th', 'idx', '行'), element('th', '', '结果'));
      block.columns.forEach((column, index) => {
        const th = element('th', column.isTaken ? (column.column === 'Item' || column.column === 'BalanceReason' ? 'is-wide' : '') : 'is-passed');
        const select = element('select', 'form-select form-select-sm');
        select.setAttribute('aria-label', `“${column.source}”对应的栏`);
        select.append(new Option('不粘贴', ''));
        this.store.columns.forEach(c => select.append(new Option(c.word + (c.computed ? '（只读）' : ''), c.name, false, c.name === column.column)));
        select.addEventListener('change', () => this.decide({ columns: this.decided.columns.map((c, i) => i === index ? select.value : c === select.value ? '' : c) }));
        th.append(element('span', 'sub', column.source + (column.unit === 'Wan' ? ' 按万元' : '')), select);
        head.append(th);
      });
      const body = element('tbody');
      block.rows.forEach(row => body.append(this.previewRow(block, row)));
      const thead = element('thead');
      thead.append(head);
      table.append(thead, body);
      scroll.append(table);
      return scroll;
    }

    previewRow(block, row) {
      const tr = element('tr', row.faults.length > 0 ? 'has-error' : row.doubt ? 'has-doubt' : '');
      const result = element('td', '', row.faults.length > 0 ? '✗ ' + row.faults.map(f => f.message).join('；') : row.target === null ? '新增' : `改第 ${this.table.numberOf(this.targets[row.target])} 行`);
      if (row.faults.length > 0) { result.classList.add('mark-error'); }
      if (row.target !== null && !block.columns.some(c => c.column === 'Item')) { result.append(element('span', 'sub', row.typed.Item)); }
      if (row.doubt) { result.append(element('span', 'mark mark-doubt', '! ' + row.doubt)); }
      tr.append(element('td', 'idx', row.number), result);
      block.columns.forEach(column => {
        const known = this.store.columns.find(c => c.name === column.column);
        const td = element('td', known && known.number ? 'num' : '', column.isTaken ? row.amounts[column.column] || row.typed[column.column] : '');
        if (!column.isTaken) { td.classList.add('muted'); }
        if (row.faults.some(f => f.column === column.column)) { td.classList.add('has-fault'); }
        tr.append(td);
      });
      return tr;
    }

    acts(block) {
      const row = element('div', 'ask-acts');
      const no = element('button', 'btn btn-plain', '取消');
      const yes = element('button', 'btn btn-primary', block.faults > 0 ? `粘贴 ${block.rows.length} 行，有误的留在表里改` : `粘贴 ${block.rows.length} 行`);
      no.type = yes.type = 'button';
      yes.disabled = block.rows.length === 0 || !!block.question;
      no.addEventListener('click', () => this.dialog.close());
      yes.addEventListener('click', () => { this.dialog.close(); this.apply(block); });
      row.append(no, yes);
      return row;
    }

    async decide(decision) {
      Object.assign(this.decided, decision);
      const block = await this.read(this.decided);
      if (block && this.dialog.open) {
        this.decided.columns = block.columns.map(c => c.column || '');
        this.fillDialog(block);
        this.dialog.querySelector('.btn-primary').focus();
      }
    }

    apply(block) {
      const ids = block.rows.map(row => row.target === null ? null : this.targets[row.target]);
      const changes = block.rows.map((row, i) => ({ id: ids[i] || G.uuid(), typed: row.typed }));
      this.store.change(changes, `粘贴 ${block.rows.length} 行`);
      this.selection.go(changes[0].id, this.shown[0]);
      this.store.tell('pasted', { rows: block.rows.length, faults: block.faults });
    }
  }

  G.Paste = Paste;
})(window.LineGrid);
