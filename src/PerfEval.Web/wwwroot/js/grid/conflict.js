// A row that a colleague saved meanwhile: both values side by side, and the person decides field by field.
(function (G) {
  'use strict';
  const { element } = G;

  function decide(store, table, row, done) {
    const dialog = element('dialog', 'ask two-values');
    dialog.setAttribute('aria-labelledby', 'conflict-title');
    const title = element('h2', '', `第 ${table.numberOf(row.id)} 行“${row.typed.Item || '（未填项目）'}”刚被他人${row.theirs ? '修改' : '删除'}`);
    title.id = 'conflict-title';
    dialog.append(title);
    const differing = row.theirs ? store.columns.filter(c => !c.computed && row.typed[c.name] !== row.theirs.typed[c.name]) : [];
    const chosen = {};
    if (row.theirs) {
      dialog.append(element('p', '', '请逐项选择保留哪一个；没有选中的内容不会保存。'));
      const grid = element('table', 'ledger');
      const head = element('tr');
      ['栏', '我填写的', '他人保存的'].forEach(word => head.append(element('th', '', word)));
      const thead = element('thead');
      thead.append(head);
      const body = element('tbody');
      differing.forEach(column => {
        // What only the colleague changed is theirs; what I changed is mine until I say otherwise.
        const changedByMe = !row.saved || row.typed[column.name] !== row.saved.typed[column.name];
        chosen[column.name] = changedByMe ? 'mine' : 'theirs';
        const tr = element('tr');
        tr.append(element('th', '', column.word));
        [['mine', row.typed[column.name]], ['theirs', row.theirs.typed[column.name]]].forEach(([side, value]) => {
          const td = element('td');
          const label = element('label', 'row-of');
          const radio = element('input', 'form-check-input');
          Object.assign(radio, { type: 'radio', name: 'conflict-' + column.name, value: side, checked: chosen[column.name] === side });
          radio.addEventListener('change', () => { chosen[column.name] = side; });
          label.append(radio, value || '（空）');
          td.append(label);
          tr.append(td);
        });
        body.append(tr);
      });
      grid.append(thead, body);
      dialog.append(grid);
    } else {
      dialog.append(element('p', '', '您填写的内容还在。可以重新添加这一行，或者按他人的意思删去。'));
    }
    const acts = element('div', 'ask-acts');
    const button = (word, css, act) => {
      const made = element('button', 'btn ' + css, word);
      made.type = 'button';
      made.addEventListener('click', () => { dialog.close(); if (act) { act(); done(); } });
      acts.append(made);
      return made;
    };
    button('稍后再定', 'btn-quiet', null);
    const settle = side => {
      const theirs = row.theirs;
      const mine = Object.assign({}, row.typed);
      row.saved = theirs || null;
      row.theirs = undefined;
      row.faults = [];
      if (theirs) {
        differing.forEach(c => { row.typed[c.name] = (side || chosen[c.name]) === 'mine' ? mine[c.name] : theirs.typed[c.name]; });
        store.touched(row);
      } else if (side === 'theirs') {
        store.remove(row);
      } else {
        row.before = null;
        store.touched(row);
      }
      store.blank();
      store.tell('layout');
      store.tell('changed', { word: '处理冲突' });
    };
    if (row.theirs) {
      button('全用他人的', 'btn-plain', () => settle('theirs'));
      button('全用我的', 'btn-plain', () => settle('mine'));
      button('按所选保存', 'btn-primary', () => settle(null));
    } else {
      button('删去这一行', 'btn-plain', () => settle('theirs'));
      button('重新添加', 'btn-primary', () => settle('mine'));
    }
    dialog.addEventListener('close', () => dialog.remove());
    dialog.append(acts);
    document.body.append(dialog);
    dialog.showModal();
    acts.lastElementChild.focus();
  }

  G.decideConflict = decide;
})(window.LineGrid);
